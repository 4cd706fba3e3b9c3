import BlueHeartLanguages

/// The ways to read a text: as it stands, and on its head if it has letters that are turned.
func readings(of text: [SkeletonScalar]) -> [[SkeletonScalar]] {
    guard text.contains(where: { turnedOnly[$0.plain] != nil }) else { return [text] }
    let upright = text.map { scalar in
        guard let letter = turnedOnly[scalar.plain] ?? alsoUpright[scalar.plain] else {
            return scalar
        }
        return SkeletonScalar(plain: letter, look: letter, isCapital: scalar.isCapital)
    }
    return [text, upright, upright.reversed()]
}

/// Letters that occur in turned text only.
private let turnedOnly: [Unicode.Scalar: Unicode.Scalar] = [
    "ɐ": "a", "ɟ": "f", "ƃ": "g", "ᵷ": "g", "ɥ": "h", "ʞ": "k", "ɯ": "m", "ɹ": "r", "ʇ": "t",
    "ʍ": "w", "ʎ": "y", "ꞁ": "l", "ᴉ": "i", "ɾ": "j",
]

/// Letters of other texts as well, by what they are when turned.
private let alsoUpright: [Unicode.Scalar: Unicode.Scalar] = [
    "ɔ": "c", "ǝ": "e", "ə": "e", "ı": "i", "ɓ": "g", "ʌ": "v", "n": "u", "u": "n", "p": "d",
    "d": "p", "b": "q", "q": "b", "˙": ".",
]
