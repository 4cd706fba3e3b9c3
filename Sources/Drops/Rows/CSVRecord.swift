import Diagnostics

/// One record as it was cut from the file; its memory is used again for the next.
struct CSVRecord {
    struct Field {
        /// Where it begins in `bytes`; it goes up to the beginning of the next.
        var start: Int
        /// Where its content begins in the file, after the quote if it has one.
        var offset: Int
        /// In which line of the file it begins, from 1.
        var line: Int
        var isQuoted: Bool
    }

    /// The contents of all fields, one after the other, without quotes.
    var bytes: [UInt8] = []
    var fields: [Field] = []
    /// In which line of the file it begins, from 1.
    var line = 1
    /// The first thing that is wrong with it.
    var fault: Diagnostic?

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        fields.removeAll(keepingCapacity: true)
        fault = nil
    }

    func content(of index: Int) -> ArraySlice<UInt8> {
        let end = index + 1 < fields.count ? fields[index + 1].start : bytes.count
        return bytes[fields[index].start..<end]
    }

    /// Whether the line is blank.
    var isBlank: Bool { fields.count == 1 && bytes.isEmpty && !fields[0].isQuoted }

    /// A field as text.
    ///
    /// - Throws: `wrong-encoding` with the place of the first byte that is not UTF-8.
    func text(of index: Int, file: String) throws(CardError) -> String {
        let content = content(of: index)
        if let text = String(validating: content, as: UTF8.self) { return text }
        let wrong = TextEncoding.firstFault(in: content) ?? 0
        let field = fields[index]
        let before = content.prefix(wrong)
        // A quote in the content was written twice in the file.
        let quotes = field.isQuoted ? before.count { $0 == UInt8(ascii: "\"") } : 0
        let line = field.line + lineEnds(in: before)
        throw CardError(
            .data,
            TextEncoding.wrong(
                byte: content[content.startIndex + wrong], offset: field.offset + wrong + quotes,
                at: SourceLocation(file: file, line: line, column: 1)))
    }
}

/// How many lines end in the bytes; CR LF is one end.
func lineEnds(in bytes: some Sequence<UInt8>) -> Int {
    var (count, wasReturn) = (0, false)
    for byte in bytes {
        if byte == UInt8(ascii: "\r") || (byte == UInt8(ascii: "\n") && !wasReturn) { count += 1 }
        wasReturn = byte == UInt8(ascii: "\r")
    }
    return count
}
