import BlueHeartDiagnostics

/// One record; its memory is reused for the next.
struct CSVRecord {
    struct Field {
        /// Start in `bytes`; it ends at the start of the next field.
        var start: Int
        /// Offset of its content in the file, after an opening quote.
        var offset: Int
        /// Line of the file in which it begins, from 1.
        var line: Int
        var isQuoted: Bool
    }

    /// The contents of all fields, concatenated, without quotes.
    var bytes: [UInt8] = []
    var fields: [Field] = []
    /// Line of the file in which it begins, from 1.
    var line = 1
    /// The first fault of the record.
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

    /// True if the line is blank.
    var isBlank: Bool { fields.count == 1 && bytes.isEmpty && !fields[0].isQuoted }

    /// True if no field has anything but blanks.
    var isEmpty: Bool { isAllBlank(bytes[...]) }

    /// A field as text.
    ///
    /// - Throws: `wrong-encoding` with the position of the first byte that is not UTF-8.
    func text(of index: Int, file: String) throws(CardError) -> String {
        let content = content(of: index)
        if let text = String(validating: content, as: UTF8.self) { return text }
        let wrong = TextEncoding.firstFault(in: content) ?? 0
        let field = fields[index]
        let before = content.prefix(wrong)
        // A quote in the content is doubled in the file.
        let quotes = field.isQuoted ? before.count { $0 == UInt8(ascii: "\"") } : 0
        let line = field.line + lineEnds(in: before)
        throw CardError(
            .data,
            TextEncoding.wrong(
                byte: content[content.startIndex + wrong], offset: field.offset + wrong + quotes,
                at: SourceLocation(file: file, line: line, column: 1)))
    }
}

/// True if the bytes are blanks only, no-break spaces (UTF-8 C2 A0) included.
func isAllBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    var index = bytes.startIndex
    while index < bytes.endIndex {
        if bytes[index].isASCIIBlank {
            index += 1
        } else if bytes[index...].starts(with: [0xC2, 0xA0]) {
            index += 2
        } else {
            return false
        }
    }
    return true
}

/// The text without the blanks around it: white space, no-break spaces, and marks without width.
///
/// - Cost: linear; only the ends are looked at.
func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, isEdge(first) || isEdge(last) else {
        return text
    }
    var rest = scalars[...]
    while let first = rest.first, isEdge(first) { rest.removeFirst() }
    while let last = rest.last, isEdge(last) { rest.removeLast() }
    return String(rest)
}

private func isEdge(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    // Zero width space, word joiner, byte order mark.
    case "\u{200B}", "\u{2060}", "\u{FEFF}": true
    default: scalar.properties.isWhitespace
    }
}

/// Number of line breaks in the bytes; CR LF counts once.
func lineEnds(in bytes: some Sequence<UInt8>) -> Int {
    var (count, wasReturn) = (0, false)
    for byte in bytes {
        if byte == UInt8(ascii: "\r") || (byte == UInt8(ascii: "\n") && !wasReturn) { count += 1 }
        wasReturn = byte == UInt8(ascii: "\r")
    }
    return count
}
