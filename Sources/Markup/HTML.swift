/// An HTML fragment: literals are markup, interpolated strings are escaped text.
///
///     let line: HTML = "<p title=\"\(title)\">\(name)</p>"
///
/// A string becomes text between tags or in a double-quoted value; only another `HTML` is inserted
/// unescaped. Markup can only come from literals of the program.
public struct HTML: Hashable, Sendable, ExpressibleByStringInterpolation {
    public private(set) var source: String

    public init(stringLiteral source: StaticString) {
        self.source = "\(source)"
    }

    public init(stringInterpolation: StringInterpolation) {
        source = stringInterpolation.source
    }

    /// A fragment of escaped text only.
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

        /// Inserts a fragment; nothing for nil.
        public mutating func appendInterpolation(_ piece: HTML?) { source += piece?.source ?? "" }

        /// Inserts fragments one after another.
        public mutating func appendInterpolation(_ pieces: [HTML]) {
            for piece in pieces { source += piece.source }
        }
    }
}

extension [HTML] {
    /// All fragments, with `separator` between two.
    public func joined(by separator: HTML) -> HTML {
        var whole: HTML = ""
        for (index, piece) in enumerated() {
            if index > 0 { whole += separator }
            whole += piece
        }
        return whole
    }
}

extension HTML {
    /// The text escaped for content and for double-quoted values.
    ///
    /// Characters that HTML does not allow, control characters and noncharacters, become U+FFFD.
    public static func escaped(_ text: String) -> String {
        let bytes = MarkupText.escaped(text) { $0 == "\r" ? "&#13;" : "\u{FFFD}" }
        return String(decoding: bytes, as: UTF8.self)
    }
}
