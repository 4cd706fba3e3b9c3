/// A piece of a page: its literals are markup, and what is put into them is text.
///
///     let line: HTML = "<p title=\"\(title)\">\(name)</p>"
///
/// A string becomes text between tags or in a value in double quotes; only another `HTML` goes in
/// as it is. There is no way from a string to markup but a literal of the program.
public struct HTML: Hashable, Sendable, ExpressibleByStringInterpolation {
    public private(set) var source: String

    public init(stringLiteral source: StaticString) {
        self.source = "\(source)"
    }

    public init(stringInterpolation: StringInterpolation) {
        source = stringInterpolation.source
    }

    /// Text with nothing around it.
    public init(text: String) {
        source = HTML.escaped(text)
    }

    public static func += (page: inout HTML, piece: HTML) {
        page.source += piece.source
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var source: String

        public init(literalCapacity: Int, interpolationCount: Int) {
            source = ""
            source.reserveCapacity(literalCapacity + 16 * interpolationCount)
        }

        public mutating func appendLiteral(_ markup: StaticString) { source += "\(markup)" }

        public mutating func appendInterpolation(_ text: String) {
            source += HTML.escaped(text)
        }

        public mutating func appendInterpolation(_ number: Int) { source += String(number) }

        public mutating func appendInterpolation(_ piece: HTML) { source += piece.source }

        /// Nothing where there is none.
        public mutating func appendInterpolation(_ piece: HTML?) { source += piece?.source ?? "" }

        /// One after another, nothing between.
        public mutating func appendInterpolation(_ pieces: [HTML]) {
            for piece in pieces { source += piece.source }
        }
    }
}

extension HTML {
    /// For text and for values in double quotes.
    ///
    /// Works on bytes: a combining mark after `<` must not hide it. Control characters, which HTML
    /// does not allow, become U+FFFD.
    public static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            case UInt8(ascii: "'"): bytes += "&#39;".utf8
            case UInt8(ascii: "\n"), UInt8(ascii: "\t"): bytes.append(byte)
            case 0...0x1F, 0x7F: bytes += "\u{FFFD}".utf8
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
