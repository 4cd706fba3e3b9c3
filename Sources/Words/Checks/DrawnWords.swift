public import BlueHeartDiagnostics
import BlueHeartScenes

/// Every word on the picture must be in the alt text or the long alt text.
public struct DrawnWordsAreSpoken: WordsCheck {
    private static let unspoken = CheckRule(
        "alt-lacks-words", .alt, .error,
        "The picture shows words that are in neither alt nor longAlt."
    )
    public static let rules = [unspoken]

    public init() {}

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        var missing: [String] = []
        for text in subject.drawn {
            for word in drawnWords(of: text.text) where !subject.spoken.says(word) {
                let shown = String(String.UnicodeScalarView(word.scalars))
                if !missing.contains(shown) { missing.append(shown) }
            }
        }
        guard !missing.isEmpty else { return [] }
        return subject.finding(
            Self.unspoken, in: .alt,
            "the picture shows words that neither alt nor longAlt contains: \(listed(missing))",
            hint: "include all words of the picture in alt, or in longAlt if alt becomes too long",
            measured: Measure(Double(missing.count), .atMost(0), unit: "words"))
    }

    /// The first 12 words, then the number of the others.
    private func listed(_ words: [String]) -> String {
        let shown = words.prefix(12).map { quoted($0) }.joined(separator: ", ")
        return words.count > 12 ? "\(shown) and \(words.count - 12) more" : shown
    }
}

/// A word drawn on the picture.
struct DrawnWord {
    enum Form {
        case whole
        /// Words after `#`, without spaces.
        case hashtag
        /// Truncated by an ellipsis, possibly in its middle.
        case cut
        /// Split by a hyphen at the end of a line, which may belong to the word or not.
        case broken([Unicode.Scalar], [Unicode.Scalar])
    }

    var scalars: [Unicode.Scalar]
    var form: Form
}

/// The words of a text on the picture, in its order.
func drawnWords(of text: String) -> [DrawnWord] {
    let scalars = spelled(folded(text))
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

/// Start of the second part of a word that a hyphen splits at the end of a line.
private func secondHalf(of scalars: [Unicode.Scalar], after end: Int) -> Int? {
    guard end + 2 < scalars.count, scalars[end] == "-" || scalars[end] == "\u{2010}",
        scalars[end + 1] == "\n", isOfWord(scalars[end + 2])
    else { return nil }
    return end + 2
}
