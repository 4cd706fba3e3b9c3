import BlueHeartDiagnostics

/// Detects files that are not UTF-8 before their rows are parsed.
enum TextEncoding {
    /// Length of the UTF-8 byte order mark at the beginning of the file.
    ///
    /// - Throws: `wrong-encoding` if the file begins in another encoding.
    static func markLength(of head: [UInt8], file: String) throws(CardError) -> Int {
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { return 3 }
        let name: String? =
            if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
                "UTF-16"
            } else if head.starts(with: [0x00, 0x00, 0xFE, 0xFF]) {
                "UTF-32"
            } else if head.prefix(4).contains(0) {
                "UTF-16 or a file that is no text"
            } else {
                nil
            }
        guard let name else { return 0 }
        throw CardError(
            .data, wrong(found: name, at: SourceLocation(file: file, line: 1, column: 1)))
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
