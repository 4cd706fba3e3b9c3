public import BlueHeartDiagnostics
public import BlueHeartRequests

/// One row of a file.
public struct Row: Hashable, Sendable {
    /// Number from 1, without header and blank lines.
    public var number: Int
    /// Position at which the row begins.
    public var location: SourceLocation
    /// Values by column name, in the order of the file; empty values are left out.
    public var values: ParameterValues

    public init(number: Int, location: SourceLocation, values: ParameterValues) {
        self.number = number
        self.location = location
        self.values = values
    }

    /// Creates a row.
    ///
    /// - Parameter cells: without duplicate names; blanks around values are removed, and empty
    ///   values left out.
    init(number: Int, location: SourceLocation, cells: some Sequence<(name: String, text: String)>)
    {
        let entries = cells.lazy.map { ($0.name, trimmed($0.text)) }.filter { !$0.1.isEmpty }.map {
            ParameterValues.Entry($0.0, $0.1, source: .row(location))
        }
        self.init(
            number: number, location: location,
            values: ParameterValues(distinct: Array(entries)))
    }

    /// The value of a column; nil if the row has none, or an empty one.
    public subscript(name: String) -> String? { values[name]?.value }
}

/// A row, or the fault of one; later rows can still be read.
public enum RowOutcome: Sendable {
    case row(Row)
    case fault(number: Int, CardError)
}

/// The file formats of rows.
public enum RowFormat: String, Hashable, Sendable, CaseIterable {
    case csv, tsv, json, jsonl, xlsx, ods

    /// The format of a file name extension; nil for any other.
    public init?(fileName: String) {
        let ending = fileName.utf8.lastIndex(of: UInt8(ascii: ".")).map {
            fileName[fileName.utf8.index(after: $0)...].lowercased()
        }
        switch ending {
        case "csv": self = .csv
        case "tsv", "tab": self = .tsv
        case "json": self = .json
        case "jsonl", "ndjson": self = .jsonl
        case "xlsx", "xlsm": self = .xlsx
        case "ods": self = .ods
        default: return nil
        }
    }
}

extension RowFormat {
    /// The format that the first byte of a text suggests.
    init(head: [UInt8]) {
        switch head.first(where: { !$0.isASCIIBlank && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }) {
        case UInt8(ascii: "["): self = .json
        case UInt8(ascii: "{"): self = .jsonl
        default: self = .csv
        }
    }
}
