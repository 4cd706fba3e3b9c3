public import Diagnostics
import Scenes

/// Every word on the picture is in its alt text or its long alt text.
public struct DrawnWordsAreSpoken: WordsCheck {
    public init() {}

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        let spoken = SpokenWords(subject.spoken)
        var missing: [String] = []
        for text in subject.drawn {
            for word in words(of: text.text) where !spoken.contains(word) {
                let shown = String(String.UnicodeScalarView(word))
                if !missing.contains(shown) { missing.append(shown) }
            }
        }
        guard !missing.isEmpty else { return [] }
        return subject.finding(
            in: .alt, code: "alt-lacks-words",
            "the picture shows words that neither alt nor longAlt says: \(listed(missing))",
            hint: "say all words of the picture in alt, or in longAlt where alt gets too long")
    }

    /// The first 12 words, then how many more there are.
    private func listed(_ words: [String]) -> String {
        let shown = words.prefix(12).map { quoted($0) }.joined(separator: ", ")
        return words.count > 12 ? "\(shown) and \(words.count - 12) more" : shown
    }
}

/// The words of a text that is read aloud, ready to be asked for.
private struct SpokenWords {
    private let set: Set<[Unicode.Scalar]>
    /// Everything without spaces and marks, for scripts that put no spaces between words.
    private let joined: [Unicode.Scalar]

    init(_ text: String) {
        let all = words(of: text)
        set = Set(all)
        joined = all.flatMap { $0 }
    }

    func contains(_ word: [Unicode.Scalar]) -> Bool {
        if set.contains(word) { return true }
        return word.contains(where: isOfSpacelessScript) && position(of: word, in: joined) != nil
    }
}

/// Letters and digits between everything else, folded; apostrophes inside a word are left out.
func words(of text: String) -> [[Unicode.Scalar]] {
    let kept = folded(text).filter { $0 != "'" && $0 != "\u{2019}" }
    return kept.split { !isOfWord($0) }.map { Array($0) }
}

private func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
        true
    default: false
    }
}

/// Without case, marks above and below letters, and invisible characters.
///
/// Upper case first: it makes "ß" the "SS" of a text set in capitals.
func folded(_ text: String) -> [Unicode.Scalar] {
    text.uppercased().lowercased().unicodeScalars.filter { scalar in
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: false
        default: scalar != "\u{0640}"  // the Arabic lengthening stroke
        }
    }
}

/// Thai, Lao, Myanmar, Khmer, kana and Han.
private func isOfSpacelessScript(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF,
        0xF900...0xFAFF, 0x20000...0x3FFFF:
        true
    default: false
    }
}

/// Where `part` begins in `whole`; nil where it does not occur.
///
/// - Cost: the product of the counts at worst; texts of a card have at most 4,096 scalars.
func position(of part: [Unicode.Scalar], in whole: [Unicode.Scalar]) -> Int? {
    guard part.count <= whole.count else { return nil }
    return (0...(whole.count - part.count)).first { whole[$0...].starts(with: part) }
}
