import BlueHeartDiagnostics
import BlueHeartLanguages

/// A text folded and split once, for comparisons by the checks.
struct FoldedText: Hashable, Sendable {
    /// All folded scalars, including those between words.
    let scalars: [Unicode.Scalar]
    /// Runs of letters and digits.
    let words: [[Unicode.Scalar]]

    init(_ text: String) {
        scalars = folded(text)
        words = spelled(scalars).split { !isOfWord($0) }.map { Array($0) }
    }
}

/// The text without apostrophes inside words and without thousands separators.
func spelled(_ folded: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    kept.reserveCapacity(folded.count)
    for (index, scalar) in folded.enumerated() {
        let isDropped =
            scalar == "'" || scalar == "\u{2019}" || partsThousands(scalar, at: index, of: folded)
        if !isDropped { kept.append(scalar) }
    }
    return kept
}

/// `1,000`, `1.000`, `1 000`, `1٬000`: a separator between digits with exactly three after it.
private func partsThousands(
    _ scalar: Unicode.Scalar, at index: Int, of scalars: [Unicode.Scalar]
) -> Bool {
    switch scalar {
    case ",", ".", " ", "\u{A0}", "\u{202F}", "\u{2009}", "\u{066C}": break
    default: return false
    }
    guard index > 0, scalars[index - 1].isASCIIDigit else { return false }
    let digits = scalars[(index + 1)...].prefix(4).prefix(while: \.isASCIIDigit)
    return digits.count == 3
}

/// True for a part of a word: a letter, a digit, a spacing vowel sign.
func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return scalar.isASCIILetterOrDigit }
    return isIdeograph(scalar) || !ScalarCategories(of: scalar).isDisjoint(with: .ofWords)
}

@inline(__always)
func isPlainCapital(_ scalar: Unicode.Scalar) -> Bool { ("A"..."Z").contains(scalar) }

extension ScalarCategories {
    fileprivate static let ofWords: ScalarCategories = [.letter, .number, .spacingMark]
}
