import BlueHeartScenes

/// The alt text and the long alt text, prepared for comparisons.
struct SpokenWords: Hashable, Sendable {
    let alt: FoldedText
    let longAlt: FoldedText?
    private let words: [[Unicode.Scalar]]
    private let set: Set<[Unicode.Scalar]>
    /// The text without spaces and marks, for scripts without spaces between words.
    private let joined: [Unicode.Scalar]

    init(_ words: SceneWords) {
        alt = FoldedText(words.alt)
        longAlt = words.longAlt.map { FoldedText($0) }
        self.words = alt.words + (longAlt?.words ?? [])
        set = Set(self.words)
        joined = self.words.flatMap { $0 }
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

    func says(_ word: [Unicode.Scalar]) -> Bool { set.contains(word) }

    private func isJoined(_ word: [Unicode.Scalar]) -> Bool {
        position(of: word, in: joined) != nil
    }
}

/// True for Thai, Lao, Myanmar, Khmer, kana and Han.
private func isOfSpacelessScript(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF,
        0xF900...0xFAFF, 0x20000...0x3FFFF:
        true
    default: false
    }
}
