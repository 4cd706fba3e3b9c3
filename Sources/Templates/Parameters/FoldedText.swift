import BlueHeartLanguages

/// The words of a text in normalised spelling, for comparison with a block list.
///
/// Without case, accents and invisible characters; digits and symbols used as letters become those
/// letters, letters repeated three times or more become one, and letters with gaps between them
/// form a word too: `F.u.c.k`, `fuuuck` and `FÚC|<` differ only where a list distinguishes them.
public struct FoldedText: Hashable, Sendable {
    /// Words in their order, then those written with gaps.
    public let words: [[Unicode.Scalar]]

    /// - Cost: linear.
    public init(_ text: String) {
        let parted = normalized(Array(text.lowercased().utf16), to: .decomposed)
        let scalars = String(decoding: parted, as: UTF16.self).unicodeScalars
            .compactMap(folded)
        let runs = scalars.split { !isWordScalar($0) }.map { Array($0) }
        var words = runs.map { shortened(unveiled($0)) }
        var gapped: [Unicode.Scalar] = []
        for run in runs + [[]] {
            if run.count == 1 {
                gapped += unveiled(run)
                continue
            }
            if gapped.count > 2 { words.append(shortened(gapped)) }
            gapped = []
        }
        self.words = words.filter { !$0.isEmpty }
    }
}

/// nil for accents of Latin, Greek and Cyrillic, vowel signs of Arabic, and what cannot be seen.
private func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x300...0x36F, 0x640, 0x64B...0x65F, 0x670, 0x591...0x5C7, 0xAD: return nil
    // Full-width forms.
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0)?.lowercase
    default: return ScalarProperty.defaultIgnorable.holds(for: scalar.value) ? nil : scalar
    }
}

extension Unicode.Scalar {
    fileprivate var lowercase: Unicode.Scalar {
        (0x41...0x5A).contains(value) ? Unicode.Scalar(value + 32) ?? self : self
    }
}

private func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if veiled[scalar] != nil { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .nonspacingMark, .spacingMark:
        return true
    default: return false
    }
}

/// Signs that are taken for letters among letters.
private let veiled: [Unicode.Scalar: Unicode.Scalar] = [
    "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "$": "s", "!": "i", "|": "i",
]

private func unveiled(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let hasLetters = word.contains { $0.properties.isAlphabetic }
    // A sign at the end of a word ends a sentence.
    let body = word.last == "!" ? Array(word.reversed().drop { $0 == "!" }.reversed()) : word
    return hasLetters ? body.map { veiled[$0] ?? $0 } : body
}

private func shortened(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    var start = 0
    while start < word.count {
        let end = word[start...].firstIndex { $0 != word[start] } ?? word.count
        kept += word[start..<(end - start > 2 ? start + 1 : end)]
        start = end
    }
    return kept
}
