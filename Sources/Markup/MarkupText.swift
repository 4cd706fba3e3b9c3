/// Text in markup, between tags or as a value in double quotes.
public enum MarkupText {
    /// UTF-8 in which characters with a meaning in markup are references.
    ///
    /// Works on scalars: a combining mark after `<` must not hide it.
    ///
    /// - Parameters:
    ///   - apostrophe: reference for `'`; HTML 4 does not know `&apos;`.
    ///   - replacement: called for control characters other than line feed and tab, and for
    ///     noncharacters, which neither HTML nor XML allows; gives the markup to write.
    public static func escaped<Failure: Error>(
        _ text: String, apostrophe: StaticString = "&#39;",
        replacement: (Unicode.Scalar) throws(Failure) -> StaticString
    ) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 16)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": bytes += "&amp;".utf8
            case "<": bytes += "&lt;".utf8
            case ">": bytes += "&gt;".utf8
            case "\"": bytes += "&quot;".utf8
            case "'": bytes += "\(apostrophe)".utf8
            case "\n", "\t": bytes.append(UInt8(scalar.value))
            default:
                if isAllowed(scalar) {
                    bytes += scalar.utf8
                } else {
                    bytes += "\(try replacement(scalar))".utf8
                }
            }
        }
        return bytes
    }

    /// Source: W3C XML 1.0, production Char, less the characters it discourages; WHATWG HTML,
    /// section 13.2.3.5, preprocessing the input stream.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: false
        default: scalar.value & 0xFFFE != 0xFFFE
        }
    }
}
