public import Diagnostics
public import Requests

/// One row of a file.
public struct Row: Hashable, Sendable {
    /// From 1, the header and blank lines not counted.
    public var number: Int
    /// Where the row begins.
    public var location: SourceLocation
    /// By the names of the columns, in the order of the file; empty values are left out.
    public var values: ParameterValues

    public init(number: Int, location: SourceLocation, values: ParameterValues) {
        self.number = number
        self.location = location
        self.values = values
    }

    /// - Parameter cells: no name twice; empty values are left out.
    init(number: Int, location: SourceLocation, cells: some Sequence<(name: String, text: String)>)
    {
        let entries = cells.lazy.filter { !$0.text.isEmpty }.map {
            ParameterValues.Entry($0.name, $0.text, source: .row(location))
        }
        self.init(
            number: number, location: location,
            values: ParameterValues(distinct: Array(entries)))
    }

    /// The value of a column; nil where the row has none of that name, or an empty one.
    public subscript(name: String) -> String? { values[name]?.value }
}

/// A row, or why there is none; the rows after it can still be read.
public enum RowOutcome: Sendable {
    case row(Row)
    case fault(number: Int, CardError)
}

/// The ways in which rows are written down.
public enum RowFormat: String, Hashable, Sendable, CaseIterable {
    case csv, tsv, json, jsonl

    /// From the end of a file's name; nil where it says nothing.
    public init?(fileName: String) {
        let ending = fileName.utf8.lastIndex(of: UInt8(ascii: ".")).map {
            fileName[fileName.utf8.index(after: $0)...].lowercased()
        }
        switch ending {
        case "csv": self = .csv
        case "tsv", "tab": self = .tsv
        case "json": self = .json
        case "jsonl", "ndjson": self = .jsonl
        default: return nil
        }
    }
}
