/// A property with its value, as written.
struct Declaration: Hashable, Sendable {
    /// The name in lower case; a custom property as written.
    var property: String
    var value: String
    var isImportant = false
}

/// Rules of all style sheets of a document, in order.
struct StyleSheet: Sendable {
    struct Rule: Sendable {
        var selector: Selector
        /// Index in `blocks`, which several selectors share.
        var block: Int
    }

    var rules: [Rule] = []
    var blocks: [[Declaration]] = []
    /// Refused parts, with the text concerned.
    var refused: [Refusal] = []

    enum Refusal: Hashable, Sendable {
        case importRule, fontFace, atRule(String), selector(String)
    }
}

extension StyleSheet {
    /// Appends the rules of a style sheet.
    ///
    /// Rules of `@media` count where the medium is a screen or any; a damaged rule is passed over
    /// up to its end, as CSS says.
    mutating func append(_ text: String, limits: ArtworkLimits) throws(ArtworkError) {
        var cursor = CSSCursor(text)
        try append(&cursor, limits: limits, nested: 0)
    }

    private mutating func append(
        _ cursor: inout CSSCursor, limits: ArtworkLimits, nested: Int
    ) throws(ArtworkError) {
        cursor.skip()
        while !cursor.isAtEnd {
            if nested > 0, cursor.accept(UInt8(ascii: "}")) { return }
            if cursor.accept(UInt8(ascii: "@")) {
                try atRule(&cursor, limits: limits, nested: nested)
            } else {
                try rule(&cursor, limits: limits)
            }
            cursor.skip()
        }
    }

    private mutating func atRule(
        _ cursor: inout CSSCursor, limits: ArtworkLimits, nested: Int
    ) throws(ArtworkError) {
        let name = cursor.name().asciiLowercased
        let prelude = cursor.prelude()
        switch name {
        case "media" where nested < 8 && Self.isScreen(prelude):
            guard cursor.accept(UInt8(ascii: "{")) else { break }
            return try append(&cursor, limits: limits, nested: nested + 1)
        case "import": refused.append(.importRule)
        case "font-face": refused.append(.fontFace)
        case "media", "charset", "namespace": break
        default: refused.append(.atRule(name))
        }
        if !cursor.accept(UInt8(ascii: ";")) { cursor.skipBlock() }
    }

    private static func isScreen(_ query: String) -> Bool {
        let words = query.asciiLowercased.words
        return words.isEmpty || words.contains("all") || words.contains("screen")
    }

    private mutating func rule(
        _ cursor: inout CSSCursor, limits: ArtworkLimits
    ) throws(ArtworkError) {
        let prelude = cursor.prelude()
        guard cursor.accept(UInt8(ascii: "{")) else {
            cursor.step()
            return
        }
        let block = cursor.declarations()
        blocks.append(block)
        for part in prelude.utf8.split(separator: UInt8(ascii: ",")) {
            let text = String(decoding: part, as: UTF8.self).trimmed
            guard let selector = Selector(text) else {
                if refused.count < 100 { refused.append(.selector(text)) }
                continue
            }
            guard rules.count < limits.styleRules else {
                throw .tooManyStyleRules(limit: limits.styleRules)
            }
            rules.append(Rule(selector: selector, block: blocks.count - 1))
        }
    }
}

/// The declarations of a `style` attribute.
func declarations(_ text: String) -> [Declaration] {
    var cursor = CSSCursor(text)
    return cursor.declarations()
}
