public import Diagnostics

/// What one row of a file fills in.
public struct Row: Hashable, Sendable {
    /// From 1, the header and blank lines not counted.
    public var number: Int
    /// Where the row begins.
    public var location: SourceLocation
    /// Names and values in the order of the file; empty values are left out.
    public var cells: [Cell]

    public struct Cell: Hashable, Sendable {
        public var name: String
        public var value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    public init(number: Int, location: SourceLocation, cells: [Cell]) {
        self.number = number
        self.location = location
        self.cells = cells
    }

    /// The value of a cell; nil where the row has none of that name, or an empty one.
    public subscript(name: String) -> String? {
        cells.first { isSameName($0.name, name) }?.value
    }
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
