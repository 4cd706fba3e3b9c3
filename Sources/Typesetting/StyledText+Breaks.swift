import Drawing
import Languages

extension StyledText {
    func lineBreaks(by analyzer: TextAnalyzer) -> [LineBreak] {
        var breaks = analyzer.lineBreaks(in: text, language: language)
        guard hyphenation == .none else { return breaks }
        for index in text.indices where text[index] == 0xAD && breaks[index + 1] == .allowed {
            breaks[index + 1] = index + 1 == text.count ? .allowed : .forbidden
        }
        return breaks
    }

    /// Where the language's dictionary parts words; none where it has no dictionary.
    func hyphenationPoints(_ fonts: FontCache) throws(TypesettingError) -> [Int] {
        guard hyphenation == .auto else { return [] }
        return try fonts.hyphenator(for: language)?.places(in: text) ?? []
    }
}

extension TextShaping {
    /// Whether glyphs begin at a unit: a word is not parted inside a character or a ligature.
    func mayHyphenate(before unit: Int) -> Bool { safety[unit] != .insideGlyph }
}
