import BlueHeartDiagnostics

/// Encodings of files of rows.
enum TextEncoding {
    /// A form of Unicode that is read.
    enum UnicodeForm: Equatable {
        case utf8
        case utf16(isBigEndian: Bool, isMarked: Bool)
    }

    /// The form of Unicode in which a file begins.
    ///
    /// - Throws: `wrong-encoding` for UTF-32 and bytes that are no text.
    static func unicodeForm(of head: [UInt8], file: String) throws(CardError) -> UnicodeForm {
        let place = SourceLocation(file: file, line: 1, column: 1)
        if head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF]) {
            throw CardError(.data, wrong(found: "UTF-32", at: place))
        }
        if head.starts(with: [0xFF, 0xFE]) { return .utf16(isBigEndian: false, isMarked: true) }
        if head.starts(with: [0xFE, 0xFF]) { return .utf16(isBigEndian: true, isMarked: true) }
        guard head.prefix(4).contains(0) else { return .utf8 }
        let zeros = head.prefix(4).map { $0 == 0 }
        if zeros == [false, true, false, true] {
            return .utf16(isBigEndian: false, isMarked: false)
        }
        if zeros == [true, false, true, false] {
            return .utf16(isBigEndian: true, isMarked: false)
        }
        throw CardError(.data, wrong(found: "a file that is no text", at: place))
    }

    /// Length of the UTF-8 byte order mark at the beginning of the text.
    static func markLength(of head: [UInt8]) -> Int {
        head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// Length of the bytes without a character that is cut off at their end.
    static func wholeLength(of bytes: [UInt8]) -> Int {
        for back in 1...3 where back <= bytes.count {
            let byte = bytes[bytes.count - back]
            if byte < 0x80 { break }
            guard byte >= 0xC0 else { continue }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            return length > back ? bytes.count - back : bytes.count
        }
        return bytes.count
    }

    /// The diagnostic for bytes that are not UTF-8.
    ///
    /// - Parameter offset: of the first of them, from the beginning of the file.
    static func wrong(byte: UInt8, offset: Int, at location: SourceLocation) -> Diagnostic {
        let digits = String(byte, radix: 16, uppercase: true)
        return wrong(found: "byte 0x\(digits) at byte \(offset + 1) of the file", at: location)
    }

    private static func wrong(found: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            code: "wrong-encoding", "expected text in UTF-8, found \(found)", at: location,
            hint: "save the file again as UTF-8; in a spreadsheet: \"CSV UTF-8\"")
    }

    /// The index of the first byte that is not valid UTF-8; nil if all are.
    ///
    /// - Source: The Unicode Standard, table 3-7, well-formed UTF-8 byte sequences.
    static func firstFault(in bytes: some Collection<UInt8>) -> Int? {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var index = 0
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): index += UTF8.width(scalar)
            case .emptyInput: return nil
            case .error: return index
            }
        }
    }
}
