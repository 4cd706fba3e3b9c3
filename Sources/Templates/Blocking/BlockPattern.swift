import BlueHeartLanguages

/// A word or phrase of a block list.
///
/// A star at an end matches any letters. Blanks of a phrase may be missing in a text.
struct BlockPattern: Hashable, Sendable {
    let letters: [SkeletonScalar]
    let isOpenBefore: Bool
    let isOpenAfter: Bool
    /// Letters before which a phrase has a blank.
    let blanks: [Int]

    var isPhrase: Bool { !blanks.isEmpty }

    /// - Returns: nil if the text is no word or phrase.
    init?(_ text: String) {
        isOpenBefore = text.utf8.first == UInt8(ascii: "*")
        isOpenAfter = text.utf8.count > 1 && text.utf8.last == UInt8(ascii: "*")
        let middle = text.dropFirst(isOpenBefore ? 1 : 0).dropLast(isOpenAfter ? 1 : 0)
        let elements = FoldedText(String(middle)).elements
        guard let first = elements.first, let last = elements.last, first.kind != .blank,
            last.kind != .blank, elements.allSatisfy({ $0.kind != .sign })
        else { return nil }
        var (letters, blanks): ([SkeletonScalar], [Int]) = ([], [])
        for element in elements {
            if element.kind == .blank {
                blanks.append(letters.count)
            } else {
                letters += Array(repeating: element.scalar, count: element.isElastic ? 3 : 1)
            }
        }
        (self.letters, self.blanks) = (letters, blanks)
    }

    /// True for words that are refused inside any other.
    var isStrong: Bool { isOpenBefore && isOpenAfter }

    var isNumber: Bool { letters.allSatisfy { ("0"..."9").contains($0.plain) } }
}

/// The elements of a text that a pattern takes, one for each letter of the pattern.
struct BlockMatch {
    let pattern: BlockPattern
    let text: [FoldedText.Element]
    let used: [Int]

    var range: ClosedRange<Int> { used[0]...used[used.count - 1] }
}

extension BlockPattern {
    /// The first way to read the pattern from `start` on that counts as its word.
    func match(in text: [FoldedText.Element], from start: Int) -> BlockMatch? {
        var used: [Int] = []
        return match(in: text, at: start, &used)
    }

    private func match(
        in text: [FoldedText.Element], at place: Int, _ used: inout [Int]
    ) -> BlockMatch? {
        if used.count == letters.count {
            let match = BlockMatch(pattern: self, text: text, used: used)
            return match.counts ? match : nil
        }
        guard place < text.count else { return nil }
        for (isUsed, next) in steps(in: text, at: place, used) {
            if isUsed { used.append(place) }
            if let match = match(in: text, at: next, &used) { return match }
            if isUsed { used.removeLast() }
        }
        return nil
    }

    /// The ways to go on at an element: to use it for the next letter, or to skip it.
    private func steps(
        in text: [FoldedText.Element], at place: Int, _ used: [Int]
    ) -> [(isUsed: Bool, next: Int)] {
        let element = text[place]
        let letter = letters[used.count]
        let isFirst = used.isEmpty
        let isNear = isFirst || place - used[used.count - 1] <= Self.widestGap
        switch element.kind {
        case .blank: return isFirst || !isNear ? [] : [(false, place + 1)]
        case .sign:
            let isRead = element.imitates(letter) || (!isFirst && element.isVeil)
            return (isRead ? [(true, place + 1)] : [])
                + (isFirst || !isNear ? [] : [(false, place + 1)])
        case .letter, .digit:
            var steps: [(Bool, Int)] = []
            if element.reads(as: letter) || element.imitates(letter) {
                steps = [(true, place + 1)]
                if element.isElastic { steps.append((true, place)) }
                let isDoubled = place + 1 < text.count && text[place + 1].isSame(as: element)
                if isStrong, isDoubled { steps.append((true, place + 2)) }
            }
            if let second = Self.digraphs[letter.plain], place + 1 < text.count,
                element.scalar.look == second.0, text[place + 1].scalar.look == second.1
            {
                steps.append((true, place + 2))
            }
            return steps
        }
    }

    /// Number of elements between two letters of a word that still belong together.
    private static let widestGap = 3

    /// Pairs of letters that are drawn or spoken as one.
    static let digraphs: [Unicode.Scalar: (Unicode.Scalar, Unicode.Scalar)] = [
        "w": ("v", "v"), "m": ("r", "n"), "f": ("p", "h"),
    ]
}

extension FoldedText.Element {
    /// True for a sign that can stand for any letter: `f*ck`, not for punctuation of names.
    var isVeil: Bool {
        guard kind == .sign else { return false }
        switch scalar.plain {
        case "*", "#", "@", "%", "^", "~", "_", "+", "=", "$", "?", "!", "|": return true
        default: return scalar.plain.value >= 0x80 && !scalar.plain.properties.isQuotationMark
        }
    }
}
