import BlueHeartLanguages

extension BlockMatch {
    /// True if the letters taken make the word of the pattern, and not parts of honest words.
    var counts: Bool {
        guard isReadable else { return false }
        let startsWord = !isJoined(range.lowerBound - 1, range.lowerBound)
        let endsWord = !isJoined(range.upperBound, range.upperBound + 1)
        let gaps = gaps
        if gaps.isEmpty {
            return (startsWord || pattern.isOpenBefore) && (endsWord || pattern.isOpenAfter)
        }
        // Long words only: "who re" begins many an honest word.
        let isLong = pattern.isOpenAfter && pattern.letters.count > 5
        guard startsWord, endsWord || pattern.isStrong || isLong else { return false }
        if gaps.contains(where: isInitial), !pattern.isStrong { return false }
        return pattern.isPhrase || isDisguised(by: gaps)
    }

    /// True if enough letters are written as such.
    private var isReadable: Bool {
        if pattern.isNumber { return used.allSatisfy { text[$0].kind == .digit } }
        let letters = zip(used, pattern.letters)
        let real = letters.count { text[$0].kind == .letter && text[$0].reads(as: $1) }
        let veils = letters.count { text[$0].kind == .sign && !text[$0].imitates($1) }
        // Digraphs and letters between consonants count as half disguised.
        guard real >= min(2, pattern.letters.count), 2 * real >= used.count else { return false }
        return veils == 0 || pattern.letters.count > 3
    }

    private func isJoined(_ first: Int, _ second: Int) -> Bool {
        guard first >= 0, second < text.count, text[first].kind == text[second].kind else {
            return false
        }
        switch text[first].kind {
        case .letter: return !text[first].isIdeograph || !text[second].isIdeograph
        case .digit: return true
        case .sign, .blank: return false
        }
    }

    /// Places in the pattern before which the text has signs or blanks.
    var gaps: [Int] {
        used.indices.dropFirst().filter { index in
            let skipped = (used[index - 1] + 1)..<max(used[index], used[index - 1] + 1)
            return skipped.contains { text[$0].kind == .blank || text[$0].kind == .sign }
        }
    }

    /// True for the gap after an initial: `K. Urva`.
    private func isInitial(_ gap: Int) -> Bool {
        let (before, after) = (used[gap - 1], used[gap])
        let starts = before == 0 || !isJoined(before - 1, before)
        return after - before == 3 && starts && text[before].scalar.isCapital
            && text[before + 1].scalar.plain == "." && text[after].scalar.isCapital
            && after + 1 < text.count && text[after + 1].kind == .letter
            && !text[after + 1].scalar.isCapital
    }

    /// True if the gaps part a word as no honest text does.
    ///
    /// Two short words can make a blocked one by chance ("put a"); a part without a vowel is no
    /// word.
    private func isDisguised(by gaps: [Int]) -> Bool {
        let ends = gaps + [used.count]
        let parts = zip([0] + gaps, ends).map { used[$0..<$1] }
        if parts.allSatisfy({ $0.count == 1 }) { return used.count > 2 }
        if pattern.isNumber {
            return parts.allSatisfy { $0.count == 2 } && gaps.allSatisfy(isPlain)
        }
        let imitations = zip(used, pattern.letters).count { !text[$0].reads(as: $1) }
        guard imitations < 2, used.count > 3 else { return false }
        return used.count > 4
            || parts.contains { part in !part.contains { text[$0].isVowel } }
    }

    /// True for a gap that is no decimal point.
    private func isPlain(_ gap: Int) -> Bool {
        ((used[gap - 1] + 1)..<used[gap]).allSatisfy {
            ![".", ",", ":"].contains(text[$0].scalar.plain)
        }
    }
}

extension FoldedText.Element {
    /// True for Han and kana, which are written without blanks.
    fileprivate var isIdeograph: Bool { (0x3040...0x9FFF).contains(scalar.plain.value) }
}
