import BlueHeartLanguages

/// A word or a sign of a text, as a reader of addresses sees it.
struct ContactToken: Hashable {
    /// Lowercase ASCII letters and digits that the word resembles; the sign itself.
    var look: String
    /// The word in its own script, in plain form.
    var plain: String
    var isWord: Bool
    /// True for a sign that is spelled out or bracketed: `dot`, `[at]`.
    var isSpelled = false
    var hasBlankBefore: Bool
    var isCapitalized: Bool
    var isAllCapitals: Bool

    var isNumber: Bool { isWord && look.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    var hasDigit: Bool { look.utf8.contains { (0x30...0x39).contains($0) } }

    func isSign(_ sign: String) -> Bool { !isWord && look == sign }
}

/// The plain form of a word for comparisons.
func plainForm(of word: String) -> String {
    var form = String.UnicodeScalarView()
    for scalar in skeleton(of: word) { form.append(scalar.plain) }
    return String(form)
}

extension ContactToken {
    /// The tokens of a text, with letters that stand alone joined: `e v i l` is one word.
    static func all(of text: [SkeletonScalar]) -> [ContactToken] {
        var tokens: [ContactToken] = []
        var isAfterBlank = false
        var isInWord = false
        for scalar in text {
            let kind = Kind(of: scalar)
            switch kind {
            case .blank:
                (isAfterBlank, isInWord) = (true, false)
                continue
            case .word where isInWord: tokens[tokens.count - 1].append(scalar)
            default: tokens.append(ContactToken(scalar, kind, hasBlankBefore: isAfterBlank))
            }
            (isAfterBlank, isInWord) = (false, kind == .word)
        }
        return withSpelledSigns(joined(tokens))
    }

    private enum Kind {
        case word, sign, blank

        init(of scalar: SkeletonScalar) {
            let plain = scalar.plain
            if plain.value < 0x80 {
                let isWord = ("a"..."z").contains(plain) || ("0"..."9").contains(plain)
                self = isWord ? .word : plain.properties.isWhitespace ? .blank : .sign
                return
            }
            let letters: ScalarCategories = [.letter, .number, .nonspacingMark, .spacingMark]
            let isLetter = !ScalarCategories(of: plain).isDisjoint(with: letters)
            self = isLetter ? .word : plain.properties.isWhitespace ? .blank : .sign
        }
    }

    private init(_ scalar: SkeletonScalar, _ kind: Kind, hasBlankBefore: Bool) {
        isWord = kind == .word
        look = isWord ? String(scalar.look) : sign(of: scalar)
        plain = String(scalar.plain)
        self.hasBlankBefore = hasBlankBefore
        isCapitalized = scalar.isCapital
        isAllCapitals = scalar.isCapital
    }

    private mutating func append(_ scalar: SkeletonScalar) {
        look.unicodeScalars.append(scalar.look)
        plain.unicodeScalars.append(scalar.plain)
        isCapitalized = isCapitalized && !scalar.isCapital
        isAllCapitals = isAllCapitals && scalar.isCapital
    }

    /// Letters with a blank between each two are one word, from three letters on.
    private static func joined(_ tokens: [ContactToken]) -> [ContactToken] {
        func isLone(_ token: ContactToken) -> Bool {
            token.isWord && token.look.unicodeScalars.count == 1 && !token.isNumber
        }
        var kept: [ContactToken] = []
        var index = 0
        while index < tokens.count {
            var end = index
            while end < tokens.count, isLone(tokens[end]),
                end == index || tokens[end].hasBlankBefore
            {
                end += 1
            }
            var token = tokens[index]
            guard end - index > 2 else {
                kept.append(token)
                index += 1
                continue
            }
            token.look = tokens[index..<end].map(\.look).joined()
            token.plain = tokens[index..<end].map(\.plain).joined()
            kept.append(token)
            index = end
        }
        return kept
    }
}

/// The ASCII sign of the same look or use.
private func sign(of scalar: SkeletonScalar) -> String {
    switch scalar.plain.value {
    case 0xB7, 0x2022, 0x2024, 0x2027, 0x2219, 0x22C5, 0x25CF, 0x26AB, 0x3002, 0x30FB, 0xFF61,
        0x6D4, 0x0701, 0x0702, 0xA4F8:
        "."
    case 0x2010...0x2015, 0x2212, 0xFE58: "-"
    case 0x2044, 0x2215, 0x29F8: "/"
    case 0x2236, 0xA789, 0xFE55, 0x2192, 0x21D2, 0x27A1, 0x2794: ":"
    case 0x3010, 0x3014, 0x3008, 0x300C, 0x2039: "("
    case 0x3011, 0x3015, 0x3009, 0x300D, 0x203A: ")"
    default: String(scalar.look)
    }
}
