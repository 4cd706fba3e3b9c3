/// Reason for refusing a text: a code, a message and a cure, without a location.
struct TextRefusal {
    var code: String
    var message: String
    var hint: String?

    /// Scalars of a text, and combining marks on one base.
    static let limits = (scalars: 4_096, marks: 8)

    /// The fault of a text; nil if it is valid.
    ///
    /// - Cost: linear, and bounded by the limit.
    static func of(_ text: String, allowsLines: Bool) -> TextRefusal? {
        var marks = 0
        var isInFlag = false
        for (index, scalar) in text.unicodeScalars.enumerated() {
            if index == limits.scalars { return tooLong }
            marks = isMark(scalar) ? marks + 1 : 0
            if marks > limits.marks { return tooManyMarks(at: index) }
            if scalar == "\n" && allowsLines { continue }
            isInFlag = scalar == blackFlag || isInFlag && isTag(scalar)
            if isTag(scalar), !isInFlag { return refused(scalar, invisible, at: index) }
            if scalar == "\u{FFFD}" { return lost(at: index) }
            if let name = refusedName(scalar) { return refused(scalar, name, at: index) }
        }
        return nil
    }

    private static var tooLong: TextRefusal {
        TextRefusal(
            code: "text-too-long",
            message: "expected at most \(limits.scalars) characters, found more", hint: "shorten it"
        )
    }

    private static func tooManyMarks(at index: Int) -> TextRefusal {
        TextRefusal(
            code: "too-many-marks",
            message: "expected at most \(limits.marks) marks on one letter, found more "
                + "(at character \(index + 1))",
            hint: "remove the marks above and below the letters")
    }

    private static func lost(at index: Int) -> TextRefusal {
        TextRefusal(
            code: "lost-character",
            message: "expected text, found U+FFFD in place of a character that was lost "
                + "(at character \(index + 1))",
            hint: "write the character again; text must be UTF-8")
    }

    /// The only base of tags: flags of England, Scotland and Wales.
    private static let blackFlag: Unicode.Scalar = "\u{1F3F4}"

    private static func isTag(_ scalar: Unicode.Scalar) -> Bool {
        (0xE0001...0xE007F).contains(scalar.value)
    }

    private static let invisible = "an invisible character"

    private static func refused(
        _ scalar: Unicode.Scalar, _ name: String, at index: Int
    ) -> TextRefusal {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return TextRefusal(
            code: "control-character",
            message: "expected text, found \(name) U+\(padded) (at character \(index + 1))",
            hint: scalar == "\n" ? "write it in one line" : "remove it; it cannot be seen")
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        // The first mark of Unicode.
        guard scalar.value >= 0x300 else { return false }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return true
        default: return false
        }
    }

    private static func refusedName(_ scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: "a line break"
        case 0..<0x20, 0x7F..<0xA0: "a control character"
        case 0x202A...0x202E, 0x2066...0x2069: "a mark that turns the direction of text"
        case 0xFFF9...0xFFFC, 0xFEFF: invisible
        default: scalar.value & 0xFFFE == 0xFFFE ? "a code that is no character" : nil
        }
    }
}

/// True if nothing is visible: spaces, joiners and other characters without a glyph.
func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
        $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
    }
}

/// The fault of an address; nil for `https://` or `http://` and a host.
func linkProblem(_ text: String) -> String? {
    let rest =
        text.hasASCIIPrefix("https://")
        ? text.utf8.dropFirst(8) : text.hasASCIIPrefix("http://") ? text.utf8.dropFirst(7) : nil
    guard let rest else { return "expected an address that begins with https://" }
    let host = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != 0x23 }
    guard !host.isEmpty, host.first != UInt8(ascii: "."), !host.contains(UInt8(ascii: "@")) else {
        return "expected an address with the name of a site"
    }
    guard text.unicodeScalars.allSatisfy({ !$0.properties.isWhitespace && $0 != "\"" && $0 != "<" })
    else { return "expected an address without spaces and quotes" }
    guard text.utf8.count <= 2_000 else { return "expected an address of at most 2000 bytes" }
    return nil
}

extension String {
    func hasASCIIPrefix(_ prefix: StaticString) -> Bool {
        let wanted = prefix.description.utf8
        return utf8.count >= wanted.count && utf8.prefix(wanted.count).elementsEqual(wanted)
    }
}
