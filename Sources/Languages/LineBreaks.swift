import CBlueHeartICU

/// Line break opportunity before a UTF-16 unit.
public enum LineBreak: UInt8, Hashable, Sendable {
    case forbidden, allowed, required
}

extension TextAnalyzer {
    /// Line break opportunities: one entry for each UTF-16 unit, and one for the text's end.
    ///
    /// The first is always `forbidden`; the last is `required` if the text ends with a line feed,
    /// otherwise `allowed`. Source: Unicode Standard Annex 14 with ICU's data for the language
    /// (Thai, Lao, Khmer and Burmese words come from dictionaries; no line of Japanese begins with
    /// a small kana), restricted by `NonBreakingRules`.
    public func lineBreaks(in text: [UInt16], language: Language) -> [LineBreak] {
        var breaks = [LineBreak](repeating: .forbidden, count: text.count + 1)
        let rules = NonBreakingRules(language)
        forEachBoundary(ICU_BREAK_LINE, in: text, language: language) { offset, rule in
            if rule >= Int32(ICU_LINE_HARD) {
                breaks[offset] = .required
            } else if offset == text.count || !rules.forbidBreak(before: offset, in: text) {
                breaks[offset] = .allowed
            }
        }
        return breaks
    }
}
