public import BlueHeartLanguages

/// The block lists of a kit, arranged by the first letters of their words.
public struct BlockIndex: Sendable {
    private var rules: [Unicode.Scalar: [BlockRule]] = [:]
    private var free: [Unicode.Scalar: [BlockRule]] = [:]

    public init(_ lists: [BlockList]) {
        for rule in lists.flatMap(\.rules) {
            let first = rule.pattern.letters[0]
            for letter in Set([first.plain, first.look]) {
                if rule.kind == .free {
                    free[letter, default: []].append(rule)
                } else {
                    rules[letter, default: []].append(rule)
                }
            }
        }
    }

    /// The reason for which a text is refused.
    public enum Finding: Hashable, Sendable {
        case word
        /// The name of the campaign or of its owner.
        case name
    }

    /// The use of a text on a card.
    public enum Use: Hashable, Sendable { case words, name }

    /// The first finding in a text; nil for none.
    ///
    /// - Parameter language: that of the card.
    /// - Cost: linear in the text, and in the number of words with the same first letters.
    public func finding(
        in text: FoldedText, used use: Use = .words, on language: Language
    ) -> Finding? {
        let text = text.elements
        var freed: [ClosedRange<Int>]?
        for start in text.indices {
            for rule in candidates(rules, at: start, of: text) where rule.holds(for: use, language)
            {
                guard let match = rule.pattern.match(in: text, from: start) else { continue }
                let all = freed ?? freedRanges(in: text)
                freed = all
                if all.contains(where: {
                    $0.lowerBound <= match.range.lowerBound
                        && match.range.upperBound <= $0.upperBound
                }) {
                    continue
                }
                return rule.kind == .names ? .name : .word
            }
        }
        return nil
    }

    private func freedRanges(in text: [FoldedText.Element]) -> [ClosedRange<Int>] {
        text.indices.flatMap { start in
            candidates(free, at: start, of: text).compactMap { rule in
                let match = rule.pattern.match(in: text, from: start)
                // A phrase is free as it is written only, not without its blanks.
                return match?.gaps == rule.pattern.blanks ? match?.wordRange : nil
            }
        }
    }

    private func candidates(
        _ rules: [Unicode.Scalar: [BlockRule]], at start: Int, of text: [FoldedText.Element]
    ) -> [BlockRule] {
        let element = text[start]
        var first = [element.scalar.look] + element.imitated
        if element.scalar.plain != element.scalar.look { first.append(element.scalar.plain) }
        if start + 1 < text.count {
            for (letter, pair) in BlockPattern.digraphs
            where pair == (element.scalar.look, text[start + 1].scalar.look) {
                first.append(letter)
            }
        }
        return first.flatMap { rules[$0] ?? [] }
    }
}

extension BlockRule {
    fileprivate func holds(for use: BlockIndex.Use, _ language: Language) -> Bool {
        switch kind {
        case .anywhere, .hate, .exploitation: true
        case .here: language == self.language
        case .names: use == .name
        case .free: false
        }
    }
}

extension BlockMatch {
    /// The range with the rest of the words at its open ends.
    fileprivate var wordRange: ClosedRange<Int> {
        var (first, last) = (range.lowerBound, range.upperBound)
        while pattern.isOpenBefore, first > 0, text[first - 1].kind == .letter { first -= 1 }
        while pattern.isOpenAfter, last + 1 < text.count, text[last + 1].kind == .letter {
            last += 1
        }
        return first...last
    }
}
