import BlueHeartDrawing
import BlueHeartLanguages

extension StyledText {
    func lineBreaks(by analyzer: TextAnalyzer) -> [LineBreak] {
        var breaks = analyzer.lineBreaks(in: text, language: language)
        guard hyphenation == .none else { return breaks }
        for index in text.indices where text[index] == 0xAD && breaks[index + 1] == .allowed {
            breaks[index + 1] = index + 1 == text.count ? .allowed : .forbidden
        }
        return breaks
    }

    /// Hyphenation points from the language's dictionary; none if it has no dictionary.
    func hyphenationPoints(_ fonts: FontCache) throws(TypesettingError) -> [Int] {
        guard hyphenation == .auto else { return [] }
        return try fonts.hyphenator(for: language)?.places(in: text) ?? []
    }
}

extension TextShaping {
    /// True if a glyph begins at a unit: a word is not hyphenated inside a character or a ligature.
    func mayHyphenate(before unit: Int) -> Bool { safety[unit] != .insideGlyph }
}
