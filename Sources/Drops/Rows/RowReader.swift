public import BlueHeartDiagnostics

/// Reads rows one by one with constant memory.
///
/// Owned by one thread.
public struct RowReader {
    private enum Rows {
        case csv(CSVRows)
        case array(JSONArrayRows)
        case lines(JSONLineRows)
        case ended
    }

    public let format: RowFormat
    private var rows: Rows
    private var lastNumber = 0

    /// Opens rows from a source of bytes.
    ///
    /// - Parameters:
    ///   - file: its name in messages.
    ///   - format: nil to derive it from the first byte that is not blank.
    ///   - source: returns at most the given number of next bytes; none at the end.
    /// - Throws: `CardError` of kind `data` if the file cannot be read as rows at all.
    public init(
        file: String, format: RowFormat?,
        source: @escaping (_ count: Int) throws(CardError) -> [UInt8]
    ) throws(CardError) {
        var stream = ByteStream(source)
        let found: RowFormat
        if let format { found = format } else { found = likelyFormat(of: try stream.head(1 << 12)) }
        self.format = found
        rows =
            switch found {
            case .csv: .csv(try CSVRows(stream, separator: UInt8(ascii: ","), file: file))
            case .tsv: .csv(try CSVRows(stream, separator: UInt8(ascii: "\t"), file: file))
            case .json: .array(try JSONArrayRows(stream, file: file))
            case .jsonl: .lines(try JSONLineRows(stream, file: file))
            }
    }

    /// Opens rows that are in memory.
    public init(_ bytes: [UInt8], file: String, format: RowFormat?) throws(CardError) {
        var rest = bytes[...]
        try self.init(file: file, format: format) { count in
            defer { rest = rest.dropFirst(count) }
            return Array(rest.prefix(count))
        }
    }

    /// The names in the first line; nil for JSON, where each row has its own.
    var columns: [String]? { if case .csv(let rows) = rows { rows.names } else { nil } }

    /// The next row or its fault; nil after the last.
    ///
    /// If the rest of the file cannot be read, that is the last fault.
    public mutating func next() -> RowOutcome? {
        do throws(CardError) {
            let outcome = try nextOrThrow()
            if outcome == nil { rows = .ended }
            lastNumber += 1
            return outcome
        } catch {
            rows = .ended
            return .fault(number: lastNumber + 1, error)
        }
    }

    private mutating func nextOrThrow() throws(CardError) -> RowOutcome? {
        // The reader is moved out while it changes, so that its memory is not copied.
        let taken = rows
        rows = .ended
        switch taken {
        case .csv(var rows):
            defer { self.rows = .csv(rows) }
            return try rows.next()
        case .array(var rows):
            defer { self.rows = .array(rows) }
            return try rows.next()
        case .lines(var rows):
            defer { self.rows = .lines(rows) }
            return try rows.next()
        case .ended: return nil
        }
    }
}

private func likelyFormat(of head: [UInt8]) -> RowFormat {
    switch head.first(where: { !$0.isASCIIBlank && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }) {
    case UInt8(ascii: "["): .json
    case UInt8(ascii: "{"): .jsonl
    default: .csv
    }
}
