import CBlueHeartICU

/// Typographic rules that forbid line breaks allowed by the Unicode standard.
///
/// All languages: a number with its unit or currency, digits grouped by three, a day with the month
/// after its full stop. Slavic languages except Bulgarian: a word of one letter with the next word.
/// French: guillemets with the quoted text. Korean: whole words.
struct NonBreakingRules {
    private let keepsLoneLetters: Bool
    private let keepsHangul: Bool
    private let keepsGuillemets: Bool

    init(_ language: Language) {
        let primary = language.primaryTag
        keepsLoneLetters = languagesWithLoneLetters.contains(primary)
        keepsHangul = primary == "ko"
        keepsGuillemets = primary == "fr"
    }

    /// True if a rule forbids the break before `offset`, which is inside the text.
    func forbidBreak(before offset: Int, in text: [UInt16]) -> Bool {
        if text[offset - 1] != 0x20 {
            return keepsHangul && isHangul(text[offset - 1]) && isHangul(text[offset])
        }
        guard offset >= 2 else { return false }
        let words = WordPair(space: offset - 1, in: text)
        if words.areNumberAndUnit || words.areDigitGroups || words.areDayAndMonth { return true }
        if keepsGuillemets, words.areQuotedByGuillemets { return true }
        return keepsLoneLetters && words.beginWithLoneLetter
    }

    private func isHangul(_ unit: UInt16) -> Bool { (0xAC00...0xD7A3).contains(unit) }
}

/// Languages whose prepositions and conjunctions of one letter stay with the next word.
private let languagesWithLoneLetters: Set<String> = [
    "sk", "cs", "pl", "uk", "ru", "be", "hr", "sl", "sr", "bs", "mk",
]

/// The words on both sides of a space.
private struct WordPair {
    let text: [UInt16]
    let space: Int

    init(space: Int, in text: [UInt16]) {
        self.text = text
        self.space = space
    }

    private var before: UInt16 { text[space - 1] }
    private var after: UInt16 { text[space + 1] }

    private func unit(at offset: Int) -> UInt16? {
        text.indices.contains(offset) ? text[offset] : nil
    }

    /// `v každej`, but not `A4 a`.
    var beginWithLoneLetter: Bool {
        guard isLetter(before) else { return false }
        return unit(at: space - 2).map { !isPartOfWord($0) } ?? true
    }

    var areQuotedByGuillemets: Bool { before == 0xAB || after == 0xBB }
}

// MARK: - Numbers

extension WordPair {
    /// `50 %`, `12 km`, `€ 50`, `№ 7`.
    var areNumberAndUnit: Bool {
        if isDigit(before) { return isSignOfUnit(after) || isUnit(from: space + 1) }
        return isDigit(after) && isSignBeforeNumber(before)
    }

    /// `10 000`: at most three digits before, just three after.
    var areDigitGroups: Bool {
        guard isDigit(before), isDigit(after) else { return false }
        let isShort = (2...4).contains { unit(at: space - $0).map { !isDigit($0) } ?? true }
        let hasThree = (2...3).allSatisfy { unit(at: space + $0).map(isDigit) ?? false }
        return isShort && hasThree && !(unit(at: space + 4).map(isDigit) ?? false)
    }

    /// `30. júla`: a number of one or two digits, and no capital behind, which begins a sentence.
    var areDayAndMonth: Bool {
        guard before == 0x2E, isLowercase(after), let last = unit(at: space - 2), isDigit(last)
        else { return false }
        let first = unit(at: space - 3)
        let start = first.map(isDigit) == true ? space - 4 : space - 3
        return unit(at: start).map { !isPartOfWord($0) } ?? true
    }

    /// Percent, permille, degrees, currencies.
    private func isSignOfUnit(_ unit: UInt16) -> Bool {
        switch unit {
        case 0x25, 0xB0, 0x2030, 0x2031, 0x2103, 0x2109: true
        default: icu_is_currency(Int32(unit))
        }
    }

    private func isSignBeforeNumber(_ unit: UInt16) -> Bool {
        unit == 0xA7 || unit == 0x2116 || icu_is_currency(Int32(unit))
    }

    /// True if a word of at most four letters that begins at `start` is a unit of the list.
    private func isUnit(from start: Int) -> Bool {
        var end = start
        while end < text.count, end - start < 5, isPartOfWord(text[end]), text[end] != 0x2E {
            end += 1
        }
        guard (1...4).contains(end - start) else { return false }
        return knownUnits.contains(Array(text[start..<end]))
    }
}

/// Units of length, weight, time, data and money, in Latin and Cyrillic letters.
private let knownUnits: Set<[UInt16]> = Set(
    [
        "km", "m", "cm", "mm", "kg", "g", "mg", "t", "l", "ml", "h", "min", "s", "ms", "px", "ha",
        "B", "kB", "MB", "GB", "TB", "W", "kW", "V", "A", "Hz", "EUR", "USD", "Kč", "zł", "Ft",
        "lei", "км", "м", "см", "мм", "кг", "г", "мг", "т", "л", "мл", "ч", "мин", "год", "сек",
        "га", "лв", "грн", "руб", "млн", "млрд", "тыс", "тис",
    ].map { Array($0.utf16) })

// MARK: - Kinds of units

private func isLetter(_ unit: UInt16) -> Bool {
    icu_has_property(Int32(unit), ICU_ALPHABETIC)
}

private func isLowercase(_ unit: UInt16) -> Bool {
    icu_has_property(Int32(unit), ICU_LOWERCASE)
}

private func isDigit(_ unit: UInt16) -> Bool { icu_is_digit(Int32(unit)) }

private func isPartOfWord(_ unit: UInt16) -> Bool {
    isLetter(unit) || isDigit(unit) || [0x27, 0x2D, 0x2E, 0x2019].contains(unit)
}
