public import Diagnostics
import Scenes

/// Every word on the picture is in its alt text or its long alt text.
public struct DrawnWordsAreSpoken: WordsCheck {
    public init() {}

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        let spoken = SpokenWords(subject.spoken)
        var missing: [String] = []
        for text in subject.drawn {
            for word in drawnWords(of: text.text) where !spoken.says(word) {
                let shown = String(String.UnicodeScalarView(word.scalars))
                if !missing.contains(shown) { missing.append(shown) }
            }
        }
        guard !missing.isEmpty else { return [] }
        return subject.finding(
            in: .alt, code: "alt-lacks-words",
            "the picture shows words that neither alt nor longAlt says: \(listed(missing))",
            hint: "say all words of the picture in alt, or in longAlt where alt gets too long",
            measured: Measure(Double(missing.count), .atMost(0), unit: "words"))
    }

    /// The first 12 words, then how many more there are.
    private func listed(_ words: [String]) -> String {
        let shown = words.prefix(12).map { quoted($0) }.joined(separator: ", ")
        return words.count > 12 ? "\(shown) and \(words.count - 12) more" : shown
    }
}

/// The words of a text that is read aloud, ready to be asked for.
private struct SpokenWords {
    private let words: [[Unicode.Scalar]]
    private let set: Set<[Unicode.Scalar]>
    /// Everything without spaces and marks, for scripts that put no spaces between words.
    private let joined: [Unicode.Scalar]

    init(_ text: String) {
        words = Words.words(of: text)
        set = Set(words)
        joined = words.flatMap { $0 }
    }

    func says(_ word: DrawnWord) -> Bool {
        if set.contains(word.scalars) { return true }
        switch word.form {
        case .whole:
            return word.scalars.contains(where: isOfSpacelessScript) && isJoined(word.scalars)
        case .hashtag: return isJoined(word.scalars)
        case .cut: return words.contains { $0.starts(with: word.scalars) }
        case .broken(let first, let second): return set.contains(first) && set.contains(second)
        }
    }

    private func isJoined(_ word: [Unicode.Scalar]) -> Bool {
        position(of: word, in: joined) != nil
    }
}

/// A word as it stands on the picture.
struct DrawnWord {
    enum Form {
        case whole
        /// Behind `#`: words without spaces.
        case hashtag
        /// Ended by an ellipsis, perhaps in its middle.
        case cut
        /// By a hyphen at the end of a line, which may belong to it or not.
        case broken([Unicode.Scalar], [Unicode.Scalar])
    }

    var scalars: [Unicode.Scalar]
    var form: Form
}

/// The words of a text on the picture, in its order.
func drawnWords(of text: String) -> [DrawnWord] {
    let scalars = spelled(text)
    var found: [DrawnWord] = []
    var index = 0
    while index < scalars.count {
        guard isOfWord(scalars[index]) else {
            index += 1
            continue
        }
        let word = Array(scalars[index...].prefix(while: isOfWord))
        let (start, end) = (index, index + word.count)
        index = end
        if let next = secondHalf(of: scalars, after: end) {
            let second = Array(scalars[next...].prefix(while: isOfWord))
            found.append(DrawnWord(scalars: word + second, form: .broken(word, second)))
            index = next + second.count
        } else if end < scalars.count, scalars[end] == "\u{2026}" {
            found.append(DrawnWord(scalars: word, form: .cut))
        } else {
            let isTag = start > 0 && scalars[start - 1] == "#"
            found.append(DrawnWord(scalars: word, form: isTag ? .hashtag : .whole))
        }
    }
    return found
}

/// Where a word goes on that a hyphen parts at the end of a line.
private func secondHalf(of scalars: [Unicode.Scalar], after end: Int) -> Int? {
    guard end + 2 < scalars.count, scalars[end] == "-" || scalars[end] == "\u{2010}",
        scalars[end + 1] == "\n", isOfWord(scalars[end + 2])
    else { return nil }
    return end + 2
}

/// Letters and digits between everything else, folded.
func words(of text: String) -> [[Unicode.Scalar]] {
    spelled(text).split { !isOfWord($0) }.map { Array($0) }
}

/// Folded, without apostrophes inside words and without what parts thousands.
private func spelled(_ text: String) -> [Unicode.Scalar] {
    let scalars = folded(text)
    var kept: [Unicode.Scalar] = []
    kept.reserveCapacity(scalars.count)
    for (index, scalar) in scalars.enumerated() {
        let isDropped =
            scalar == "'" || scalar == "\u{2019}" || partsThousands(scalar, at: index, of: scalars)
        if !isDropped { kept.append(scalar) }
    }
    return kept
}

/// `1,000`, `1.000`, `1 000`, `1٬000`: a mark between digits with just three behind it.
private func partsThousands(
    _ scalar: Unicode.Scalar, at index: Int, of scalars: [Unicode.Scalar]
) -> Bool {
    switch scalar {
    case ",", ".", " ", "\u{A0}", "\u{202F}", "\u{2009}", "\u{066C}": break
    default: return false
    }
    guard index > 0, isDigit(scalars[index - 1]) else { return false }
    let digits = scalars[(index + 1)...].prefix(4).prefix(while: isDigit)
    return digits.count == 3
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    // Asking for a category takes longer than the rest of the checks together.
    if scalar.value < 0x80 {
        return isDigit(scalar) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }
    if isIdeograph(scalar) { return true }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
        true
    default: false
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
