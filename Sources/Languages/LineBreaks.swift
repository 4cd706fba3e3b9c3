import CICU

/// Whether a line may end before a UTF-16 unit.
public enum LineBreak: UInt8, Hashable, Sendable {
    case forbidden, allowed, required
}

extension TextAnalyzer {
    /// Where lines may and must end: one entry for each UTF-16 unit, and one for the text's end.
    ///
    /// The first is always `forbidden`; the last is `required` where the text ends with a line
    /// feed, else `allowed`. Source: Unicode Standard Annex 14 with ICU's data for the language
    /// (Thai, Lao, Khmer and Burmese words come from dictionaries). Beyond it: Korean words stay
    /// whole, and in Slovak, Czech and Polish no line ends with a word of one letter.
    public func lineBreaks(in text: [UInt16], language: Language) -> [LineBreak] {
        var breaks = [LineBreak](repeating: .forbidden, count: text.count + 1)
        let tailoring = LineBreakTailoring(language)
        forEachBoundary(UBRK_LINE, in: text, language: language) { offset, rule in
            if rule >= Int32(UBRK_LINE_HARD.rawValue) {
                breaks[offset] = .required
            } else if offset == text.count || !tailoring.forbids(offset, in: text) {
                breaks[offset] = .allowed
            }
        }
        return breaks
    }
}

/// Habits of a language that the standard leaves to others.
private enum LineBreakTailoring {
    case none, wholeHangulWords, noLoneLetters

    init(_ language: Language) {
        switch language.primaryTag {
        case "ko": self = .wholeHangulWords
        case "sk", "cs", "pl": self = .noLoneLetters
        default: self = .none
        }
    }

    /// Whether the break before `offset`, which is inside the text, is against the habit.
    func forbids(_ offset: Int, in text: [UInt16]) -> Bool {
        switch self {
        case .none: false
        case .wholeHangulWords: isHangul(text[offset - 1]) && isHangul(text[offset])
        case .noLoneLetters: endsWithLoneLetter(text, before: offset)
        }
    }

    private func isHangul(_ unit: UInt16) -> Bool { (0xAC00...0xD7A3).contains(unit) }

    private func endsWithLoneLetter(_ text: [UInt16], before offset: Int) -> Bool {
        guard offset >= 2, text[offset - 1] == 0x20 else { return false }
        guard isLetter(text[offset - 2]) else { return false }
        return offset == 2 || !isPartOfWord(text[offset - 3])
    }

    private func isLetter(_ unit: UInt16) -> Bool {
        icu_has_property(Int32(unit), UCHAR_ALPHABETIC)
    }

    private func isPartOfWord(_ unit: UInt16) -> Bool {
        isLetter(unit) || (0x30...0x39).contains(unit) || [0x27, 0x2D, 0x2E, 0x2019].contains(unit)
    }
}
