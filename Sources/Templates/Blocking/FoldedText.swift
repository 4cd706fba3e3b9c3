public import BlueHeartLanguages

/// A text as a sequence of letters, signs and blanks, each with the letters as which it can be read.
///
/// For comparison with a block list: `F.u.c.k`, `fuuuck`, `f*ck`, `ⓕⓤⓒⓚ` and `FÚC|<` differ only
/// where a list distinguishes them. Three equal letters or more are one elastic letter.
public struct FoldedText: Hashable, Sendable {
    let elements: [Element]

    struct Element: Hashable, Sendable {
        enum Kind: Hashable, Sendable { case letter, digit, sign, blank }

        var kind: Kind
        var scalar: SkeletonScalar
        /// Letters that it imitates by its form: `$` is an s, v between consonants a u.
        var imitated: [Unicode.Scalar]
        /// True for three equal letters or more.
        var isElastic = false

        /// A skeleton that reads as the letter without imitation.
        func reads(as letter: SkeletonScalar) -> Bool {
            scalar.plain == letter.plain || scalar.look == letter.plain
                || (letter.look != letter.plain && scalar.look == letter.look)
        }

        func imitates(_ letter: SkeletonScalar) -> Bool { imitated.contains(letter.plain) }

        func isSame(as other: Element) -> Bool {
            kind == other.kind && scalar.plain == other.scalar.plain
        }
    }

    /// - Cost: linear.
    public init(_ text: String) {
        self.init(skeleton(of: text))
    }

    public init(_ scalars: [SkeletonScalar]) {
        var elements: [Element] = []
        var start = 0
        while start < scalars.count {
            var element = Element(scalars[start])
            var end = start + 1
            if element.kind == .letter {
                while end < scalars.count, scalars[end].plain == scalars[start].plain { end += 1 }
            }
            element.isElastic = end - start > 2
            elements += Array(repeating: element, count: element.isElastic ? 1 : end - start)
            start = end
        }
        for index in elements.indices.dropFirst().dropLast()
        where elements[index].kind == .letter {
            guard isConsonant(elements[index - 1]), isConsonant(elements[index + 1]),
                let imitated = imitatedBetweenConsonants[elements[index].scalar.look]
            else { continue }
            elements[index].imitated.append(imitated)
        }
        self.elements = elements
    }
}

extension FoldedText.Element {
    fileprivate init(_ scalar: SkeletonScalar) {
        kind = Self.kind(of: scalar.plain)
        self.scalar = scalar
        imitated = kind == .letter ? [] : imitatedLetters[scalar.plain] ?? []
        // Capital I is drawn as a small l; l of other scripts stands for i as well.
        if scalar.plain == "i", scalar.isCapital { imitated = ["l"] }
        if scalar.look == "l", scalar.plain != "l" { imitated = ["i"] }
    }

    private static func kind(of scalar: Unicode.Scalar) -> Kind {
        if scalar.value < 0x80 {
            if ("a"..."z").contains(scalar) { return .letter }
            if ("0"..."9").contains(scalar) { return .digit }
            return scalar == " " ? .blank : .sign
        }
        let letters: ScalarCategories = [.letter, .nonspacingMark, .spacingMark]
        if !ScalarCategories(of: scalar).isDisjoint(with: letters) { return .letter }
        return scalar.properties.isWhitespace ? .blank : .sign
    }

    /// True for a letter that sounds by itself, and for letters of scripts that write no vowels.
    var isVowel: Bool {
        kind == .letter && (vowels.contains(scalar.look) || vowels.contains(scalar.plain))
    }
}

private func isConsonant(_ element: FoldedText.Element) -> Bool {
    element.kind == .letter && ("a"..."z").contains(element.scalar.look) && !element.isVowel
}

private let vowels = Set("aeiouyаеёиоуыэюяіїєαεηιουω".unicodeScalars)

private let imitatedBetweenConsonants: [Unicode.Scalar: Unicode.Scalar] = ["v": "u", "l": "i"]

/// Digits and signs by the letters that they imitate.
private let imitatedLetters: [Unicode.Scalar: [Unicode.Scalar]] = [
    "0": ["o"], "1": ["i", "l"], "2": ["z"], "3": ["e"], "4": ["a"], "5": ["s"], "6": ["g", "b"],
    "7": ["t"], "8": ["b"], "9": ["g"], "$": ["s"], "!": ["i", "l"], "|": ["i", "l"], "@": ["a"],
    "€": ["e"], "£": ["l"], "¢": ["c"], "(": ["c"], "+": ["t"], "¡": ["i"], "×": ["x"], "§": ["s"],
]
