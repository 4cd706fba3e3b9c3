import BlueHeartLanguages

/// Telephone numbers in a text: 7 digits or more that are no figure, date or time.
enum PhonePattern {
    static func holds(in text: [SkeletonScalar]) -> Bool {
        guard text.count > 6 else { return false }
        return NumberSequence.all(in: text).contains { $0.digitCount >= 7 && !$0.isHonest }
    }
}

extension NumberSequence {
    /// True if the groups are figures, dates, years and times in any notation of the languages.
    fileprivate var isHonest: Bool {
        guard !groups[0].separator.hasSuffix("+") else { return false }
        return isHonest(from: 0, NumberAtoms())
    }

    /// Parses the groups from `start` on as a series of atoms.
    private func isHonest(from start: Int, _ taken: NumberAtoms) -> Bool {
        guard start < groups.count else { return true }
        guard start == 0 || partsAtoms(groups[start].separator) else { return false }
        return atoms(at: start).contains { atom, count in
            guard let taken = taken.adding(atom) else { return false }
            return isHonest(from: start + count, taken)
        }
    }

    /// A dot or colon alone keeps digits together.
    private func partsAtoms(_ separator: String) -> Bool {
        separator.unicodeScalars.contains { $0 != "." && $0 != ":" && $0 != "," && $0 != "_" }
    }

    private func atoms(at start: Int) -> [(NumberAtom, Int)] {
        var found: [(NumberAtom, Int)] = []
        let rest = groups[start...]
        if let count = dateLength(rest) { found.append((.date, count)) }
        if let count = timeLength(rest) { found.append((.time, count)) }
        if isYear(rest[start]) { found.append((.year, 1)) }
        if let count = figureLength(rest, isLast: { start + $0 == groups.count }) {
            found.append((.figure, count))
        }
        if rest[start].count < 4, !rest[start].hasLeadingZero { found.append((.small, 1)) }
        return found
    }
}

/// The kinds of numbers in an honest text.
enum NumberAtom { case date, time, year, figure, small }

/// Counts of the numbers of a sequence; a telephone number in disguise has many.
struct NumberAtoms {
    private var counts: [NumberAtom: Int] = [:]

    /// nil if there are too many.
    func adding(_ atom: NumberAtom) -> NumberAtoms? {
        var next = self
        next.counts[atom, default: 0] += 1
        let most =
            switch atom {
            case .date, .time, .figure: 2
            case .year: 4
            case .small: 1
            }
        return next.counts[atom, default: 0] <= most ? next : nil
    }
}

/// Years of the calendars of the languages: Gregorian, Buddhist, Islamic.
private func isYear(_ group: NumberSequence.Group) -> Bool {
    guard group.count == 4 else { return false }
    return (1_700...2_150).contains(group.value) || (2_480...2_600).contains(group.value)
        || (1_380...1_499).contains(group.value)
}

private func isDay(_ group: NumberSequence.Group) -> Bool {
    group.count < 3 && (1...31).contains(group.value)
}

/// `30. 7. 2026`, `30/7`, `2026-07-30`, `10–12. 5. 2026`, `28.2.–3.3.2026`.
private func dateLength(_ groups: ArraySlice<NumberSequence.Group>) -> Int? {
    let list = Array(groups)
    for count in [5, 4, 3] where list.count >= count {
        let days = list[..<(count - 1)]
        guard isYear(list[count - 1]), days.allSatisfy(isDay), days.contains(where: isMonth) else {
            continue
        }
        return count
    }
    if list.count > 2, isYear(list[0]), isDay(list[1]), isDay(list[2]) { return 3 }
    if list.count > 2, list[..<3].allSatisfy(isDay), isShort(list[1], list[2]) { return 3 }
    if list.count > 1, list[..<2].allSatisfy(isDay), isMonth(list[1]) { return 2 }
    return nil
}

private func isMonth(_ group: NumberSequence.Group) -> Bool { isDay(group) && group.value < 13 }

/// True for the separators of a date with two digits as its year.
private func isShort(_ month: NumberSequence.Group, _ year: NumberSequence.Group) -> Bool {
    month.separator == year.separator && ["/", "-", ".", ". "].contains(year.separator)
}

/// `18:00`, `18.00`, `18:00:30`.
private func timeLength(_ groups: ArraySlice<NumberSequence.Group>) -> Int? {
    let list = Array(groups.prefix(3))
    guard list.count > 1, list[0].count < 3, list[0].value < 25, isMinute(list[1]) else {
        return nil
    }
    return list.count > 2 && list[2].separator == ":" && isMinute(list[2]) ? 3 : 2
}

private func isMinute(_ group: NumberSequence.Group) -> Bool {
    group.count == 2 && group.value < 60 && (group.separator == ":" || group.separator == ".")
}

extension NumberSequence {
    /// `27 600 000`, `27.600.000,5`, `2,76,00,000`, `27600000`.
    ///
    /// A number without a thing that it counts, or after a word for calling, is no figure.
    fileprivate func figureLength(
        _ groups: ArraySlice<Group>, isLast: (Int) -> Bool
    ) -> Int? {
        let list = Array(groups)
        guard !list[0].hasLeadingZero, !DigitWords.calls.contains(wordBefore) else { return nil }
        if list[0].count > 3 {
            let isRound = list[0].digits.hasSuffix("000") && list[0].count < 13
            return isRound || (list[0].count < 7 && list.count == 1) ? 1 : nil
        }
        guard list.count > 1, isThousands(list[1].separator) else { return nil }
        let mark = list[1].separator
        var count = 1
        while count < list.count, list[count].separator == mark, isGroup(list[count], mark) {
            count += 1
        }
        guard count > 1, list[count - 1].count == 3 || mark == "," else { return nil }
        let isRound = list[count - 1].digits.hasSuffix("000")
        if count < list.count, isDecimal(list[count], after: mark) { count += 1 }
        let isCounted =
            isRound || mark == "," || mark == "'" || mark == "\u{2019}"
            || mark == "\u{66C}" || (isLast(count) && hasWordAfter) || !isLast(count)
            || (list[0].count == 1 && count == 3)
        return isCounted ? count : nil
    }

    private func isThousands(_ separator: String) -> Bool {
        [" ", ".", ",", "'", "\u{2019}", "\u{66C}", "\u{60C}"].contains(separator)
    }

    /// Three digits; with commas also two and four, as in India and East Asia.
    private func isGroup(_ group: Group, _ mark: String) -> Bool {
        group.count == 3 || (mark == "," && (group.count == 2 || group.count == 4))
    }

    private func isDecimal(_ group: Group, after mark: String) -> Bool {
        group.count < 3 && group.separator != mark
            && [",", ".", "\u{66B}"].contains(group.separator)
    }
}
