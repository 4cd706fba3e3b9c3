public import BlueHeartDiagnostics

/// Reads rows one by one with constant memory.
///
/// Owned by one thread.
public struct RowReader {
    private enum Rows {
        case csv(CSVRows)
        case array(JSONArrayRows)
        case lines(JSONLineRows)
        case book(BookRows)
        case ended
    }

    public let format: RowFormat
    private let text: TextSource
    private var rows: Rows
    private var notes: [Diagnostic] = []
    private var lastNumber = 0

    /// Opens rows from a source of bytes.
    ///
    /// - Parameters:
    ///   - file: its name in messages.
    ///   - format: nil to derive it from the first byte that is not blank.
    ///   - separator: of columns; nil to find it in the first lines.
    ///   - sheet: of a workbook; nil for the first that is not hidden.
    ///   - source: returns at most the given number of next bytes; none at the end.
    /// - Throws: `CardError` of kind `data` if the file cannot be read as rows at all.
    public init(
        file: String, format: RowFormat?, separator: RowSeparator? = nil,
        sheet: String? = nil,
        source: @escaping (_ count: Int) throws(CardError) -> [UInt8]
    ) throws(CardError) {
        let text = try TextSource(file: file, format: format, source: source)
        if ForeignFile.isArchive(text.head) {
            var opened = try BookRows(
                try text.allBytes(limit: BookRows.byteLimit), sheet: sheet, format: format,
                file: file)
            (self.format, self.text, header) = (format ?? .xlsx, text, opened.header)
            notes = opened.takeNotes()
            rows = .book(opened)
            return
        }
        if let fault = ForeignFile.fault(text.head, file: file) { throw CardError(.data, fault) }
        var stream = ByteStream { (count) throws(CardError) in try text.read(count) }
        let found: RowFormat
        if let format { found = format } else { found = RowFormat(head: try stream.head(1 << 12)) }
        self.format = found
        self.text = text
        let separator = separator?.byte
        rows =
            switch found {
            case .csv:
                .csv(
                    try CSVRows(
                        stream, separator: separator, preferred: UInt8(ascii: ","), file: file))
            case .tsv:
                .csv(
                    try CSVRows(
                        stream, separator: separator, preferred: UInt8(ascii: "\t"), file: file))
            case .json: .array(try JSONArrayRows(stream, file: file))
            case .jsonl: .lines(try JSONLineRows(stream, file: file))
            case .xlsx, .ods: throw CardError(.data, ForeignFile.notAWorkbook(file: file))
            }
        guard case .csv(var opened) = rows else { return }
        header = opened.header
        notes = opened.takeNotes()
        rows = .csv(opened)
    }

    /// Opens rows that are in memory.
    public init(
        _ bytes: [UInt8], file: String, format: RowFormat?, separator: RowSeparator? = nil,
        sheet: String? = nil
    ) throws(CardError) {
        var rest = bytes[...]
        try self.init(file: file, format: format, separator: separator, sheet: sheet) { count in
            defer { rest = rest.dropFirst(count) }
            return Array(rest.prefix(count))
        }
    }

    /// The names in the first line; nil for JSON, where each row has its own.
    var columns: [String]? { header?.names }

    /// The first line; nil for JSON.
    private(set) var header: CSVHeader?

    /// Notes on the file since the last call, such as on its encoding.
    public mutating func takeNotes() -> [Diagnostic] {
        defer { notes = [] }
        return text.takeNotes() + notes
    }

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
            defer {
                notes += rows.takeNotes()
                self.rows = .csv(rows)
            }
            return try rows.next()
        case .array(var rows):
            defer { self.rows = .array(rows) }
            return try rows.next()
        case .lines(var rows):
            defer { self.rows = .lines(rows) }
            return try rows.next()
        case .book(var rows):
            defer { self.rows = .book(rows) }
            return rows.nextRow()
        case .ended: return nil
        }
    }
}
