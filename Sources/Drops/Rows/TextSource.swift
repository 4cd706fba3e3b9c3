import BlueHeartDiagnostics

/// Bytes of a rows file as UTF-8, whatever its encoding is.
///
/// UTF-16 is recognized by its byte order mark or by the zero bytes of its first letters. A file
/// that is ASCII up to its first byte that is not UTF-8 is read as Windows-1252 from there on, as
/// spreadsheets write it. Owned by one `RowReader`.
final class TextSource {
    private enum Encoding {
        case utf8, windows1252
        /// Neither; rows with wrong bytes are faults of their own.
        case mixed
        case utf16(bigEndian: Bool)
    }

    private let file: String
    private let source: ByteStream.Source
    private var encoding = Encoding.utf8
    /// Whether single-byte text is possible; JSON is always Unicode.
    private let takesSingleBytes: Bool
    private var sawLettersOfUTF8 = false
    /// Bytes that were read and not yet converted.
    private var waiting: [UInt8]
    private var isHeadConverted = false
    private var isEnded = false
    private var notes: [Diagnostic] = []

    /// The first bytes as they are in the file.
    let head: [UInt8]

    /// Reads the first bytes and determines the encoding.
    ///
    /// - Throws: `wrong-encoding` for UTF-32 and bytes that are no text.
    init(
        file: String, format: RowFormat?, source: @escaping ByteStream.Source
    ) throws(CardError) {
        self.file = file
        self.source = source
        var head: [UInt8] = []
        while head.count < 512 {
            let more = try source(1 << 16)
            if more.isEmpty { break }
            head += more
        }
        self.head = head
        waiting = head
        takesSingleBytes = (format ?? RowFormat(head: head)) != .json && format != .jsonl
        switch try TextEncoding.unicodeForm(of: head, file: file) {
        case .utf8: break
        case .utf16(let isBigEndian, let isMarked):
            encoding = .utf16(bigEndian: isBigEndian)
            if isMarked { waiting.removeFirst(2) }
            notes.append(note("other-encoding", "the file is UTF-16, and is read as such"))
        }
    }

    /// Notes since the last call.
    func takeNotes() -> [Diagnostic] {
        defer { notes = [] }
        return notes
    }

    /// The next bytes in UTF-8; none at the end.
    func read(_ count: Int) throws(CardError) -> [UInt8] {
        while !isEnded {
            let more = isHeadConverted ? try source(count) : []
            isEnded = isHeadConverted && more.isEmpty
            isHeadConverted = true
            let text = converted(waiting + more, isLast: isEnded)
            if !text.isEmpty { return text }
        }
        return []
    }

    /// All bytes as they are in the file; in place of `read`.
    ///
    /// - Throws: `bad-workbook` as soon as there are more than `limit` bytes.
    func allBytes(limit: Int) throws(CardError) -> [UInt8] {
        var all = head
        while true {
            let more = try source(1 << 16)
            if more.isEmpty { return all }
            all += more
            guard all.count <= limit else {
                throw CardError(
                    .data,
                    Diagnostic(
                        code: "bad-workbook",
                        "expected a workbook of at most \(limit) bytes, found more",
                        at: SourceLocation(file: file, line: 1, column: 1),
                        hint: "save the sheet as CSV, which has no such limit"))
            }
        }
    }

    private func converted(_ piece: [UInt8], isLast: Bool) -> [UInt8] {
        waiting = []
        switch encoding {
        case .mixed: return piece
        case .windows1252: return Windows1252.utf8(piece)
        case .utf16(let isBigEndian):
            let (text, used) = UTF16Text.utf8(piece, isBigEndian: isBigEndian, isLast: isLast)
            waiting = Array(piece.dropFirst(used))
            return text
        case .utf8: return checked(piece, isLast: isLast)
        }
    }

    private func checked(_ piece: [UInt8], isLast: Bool) -> [UInt8] {
        let whole = isLast ? piece.count : TextEncoding.wholeLength(of: piece)
        let part = piece[..<whole]
        waiting = Array(piece[whole...])
        let isASCII = part.allSatisfy { $0 < 0x80 }
        if isASCII { return Array(part) }
        if String(validating: part, as: UTF8.self) != nil {
            sawLettersOfUTF8 = true
            return Array(part)
        }
        guard takesSingleBytes, !sawLettersOfUTF8, Windows1252.isLikely(part) else {
            encoding = .mixed
            return Array(part)
        }
        encoding = .windows1252
        notes.append(
            note(
                "other-encoding",
                "the file is not UTF-8, and is read as Windows-1252: check letters with accents",
                hint: "if they are wrong, save the file as \"CSV UTF-8\""))
        return Windows1252.utf8(part)
    }

    private func note(_ code: String, _ message: String, hint: String? = nil) -> Diagnostic {
        Diagnostic(
            .note, code: code, message, at: SourceLocation(file: file, line: 1, column: 1),
            hint: hint)
    }
}
