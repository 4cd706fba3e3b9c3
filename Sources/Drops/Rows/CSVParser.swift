import Diagnostics

/// Cuts records out of comma- or tab-separated text.
///
/// A field in double quotes may hold separators, line ends and quotes written twice. Lines end in
/// CR LF, LF or CR. A quote inside a field that does not begin with one is an ordinary character.
///
/// - Source: Y. Shafranovich, "Common Format and MIME Type for Comma-Separated Values (CSV)
///   Files", RFC 4180, 2005.
struct CSVParser {
    /// A record may have so many bytes.
    static let recordLimit = 1 << 20
    /// A record may have so many fields.
    static let fieldLimit = 1_000

    private let file: String
    private var stream: ByteStream
    private var line = 1
    var separator: UInt8

    init(_ stream: ByteStream, separator: UInt8, file: String) {
        self.stream = stream
        self.separator = separator
        self.file = file
    }

    /// Reads the next record over the one before it.
    ///
    /// - Returns: whether there was one. What is wrong with it is noted in it, and the next record
    ///   begins where this one ends.
    mutating func read(into record: inout CSVRecord) throws(CardError) -> Bool {
        record.removeAll()
        record.line = line
        guard try stream.peek() != nil else { return false }
        repeat { try readField(into: &record) } while try goOn()
        try takeLineEnd()
        return true
    }

    /// Goes past a separator, if one is next.
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

    /// Up to the separator or the line's end.
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

    /// Up to and past the quote that closes.
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
    /// Keeps the memory of a record within its limit; the rest of the record is read past.
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
