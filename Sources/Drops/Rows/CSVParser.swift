import BlueHeartDiagnostics

/// Parses records of comma- or tab-separated text.
///
/// A field in double quotes may contain separators, line breaks and doubled quotes. Lines end with
/// CR LF, LF or CR. A quote inside an unquoted field is an ordinary character.
///
/// - Source: Y. Shafranovich, "Common Format and MIME Type for Comma-Separated Values (CSV) Files",
///   RFC 4180, 2005.
struct CSVParser {
    /// Largest number of bytes of a record.
    static let recordLimit = 1 << 20
    /// Largest number of fields of a record.
    static let fieldLimit = 1_000

    private let file: String
    private var stream: ByteStream
    private var line: Int
    var separator: UInt8

    /// - Parameter line: of the file, in which the stream begins.
    init(_ stream: ByteStream, separator: UInt8, file: String, line: Int = 1) {
        self.line = line
        self.stream = stream
        self.separator = separator
        self.file = file
    }

    /// Reads the next record into the memory of the previous one.
    ///
    /// - Returns: false at the end. Faults are recorded in the record, and the next one begins
    ///   after it.
    mutating func read(into record: inout CSVRecord) throws(CardError) -> Bool {
        record.removeAll()
        record.line = line
        guard try stream.peek() != nil else { return false }
        repeat { try readField(into: &record) } while try goOn()
        try takeLineEnd()
        return true
    }

    /// Skips a separator, if one is next.
    private mutating func goOn() throws(CardError) -> Bool { try stream.take(separator) }

    private mutating func readField(into record: inout CSVRecord) throws(CardError) {
        let isQuoted = try stream.take(UInt8(ascii: "\""))
        if record.fields.count < Self.fieldLimit {
            record.fields.append(
                CSVRecord.Field(
                    start: record.bytes.count, offset: stream.offset, line: line,
                    isQuoted: isQuoted))
        } else {
            note(tooManyFields, in: &record)
        }
        if isQuoted { try readQuoted(into: &record) }
        try readBare(into: &record, afterQuotes: isQuoted)
    }

    /// Reads an unquoted field up to the separator or the line's end.
    private mutating func readBare(
        into record: inout CSVRecord, afterQuotes: Bool
    ) throws(CardError) {
        while let byte = try stream.peek(), !isEnd(byte) {
            if afterQuotes { note(textAfterQuote, in: &record) }
            let separator = separator
            stream.appendRun(to: &record.bytes) {
                $0 == separator || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
            }
            limit(&record)
        }
    }

    /// Reads a quoted field including its closing quote.
    private mutating func readQuoted(into record: inout CSVRecord) throws(CardError) {
        let openingLine = line
        while let byte = try stream.peek() {
            switch byte {
            case UInt8(ascii: "\""):
                stream.advance()
                guard try stream.take(byte) else { return }
                record.bytes.append(byte)
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                try takeLineEnd(appendingTo: &record.bytes)
            default:
                stream.appendRun(to: &record.bytes) {
                    $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
                        || $0 == UInt8(ascii: "\r")
                }
            }
            limit(&record)
        }
        note(openQuote(line: openingLine), in: &record)
    }

    @inline(__always)
    private func isEnd(_ byte: UInt8) -> Bool {
        byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    private mutating func takeLineEnd() throws(CardError) {
        var ignored: [UInt8] = []
        try takeLineEnd(appendingTo: &ignored)
    }

    private mutating func takeLineEnd(appendingTo bytes: inout [UInt8]) throws(CardError) {
        guard let byte = try stream.peek() else { return }
        bytes.append(byte)
        stream.advance()
        if byte == UInt8(ascii: "\r"), try stream.take(UInt8(ascii: "\n")) {
            bytes.append(UInt8(ascii: "\n"))
        }
        line += 1
    }
}

// MARK: - Faults

extension CSVParser {
    /// Limits the memory of a record; the rest of it is skipped.
    private func limit(_ record: inout CSVRecord) {
        guard record.bytes.count > Self.recordLimit else { return }
        note(tooLong(from: record.line), in: &record)
        record.bytes.removeAll(keepingCapacity: true)
        record.fields.removeAll(keepingCapacity: true)
    }

    private func note(_ fault: Diagnostic, in record: inout CSVRecord) {
        if record.fault == nil { record.fault = fault }
    }

    private func place(_ line: Int) -> SourceLocation {
        SourceLocation(file: file, line: line, column: 1)
    }

    private func tooLong(from line: Int) -> Diagnostic {
        Diagnostic(
            code: "row-too-long", "expected a row of at most \(Self.recordLimit) bytes, found more",
            at: place(line), hint: "look for a quote that is not closed")
    }

    private var tooManyFields: Diagnostic {
        Diagnostic(
            code: "too-many-columns", "expected at most \(Self.fieldLimit) columns, found more",
            at: place(line))
    }

    private var textAfterQuote: Diagnostic {
        Diagnostic(
            code: "text-after-quote",
            "expected a separator or the end of the line after the quote that closes a field, "
                + "found more text",
            at: place(line), hint: "write a quote that is part of the text twice: \"\"")
    }

    private func openQuote(line: Int) -> Diagnostic {
        Diagnostic(
            code: "open-quote",
            "the quote that opens in this line is not closed before the end of the file",
            at: place(line),
            hint: "close it, or write it twice if it is part of the text")
    }
}
