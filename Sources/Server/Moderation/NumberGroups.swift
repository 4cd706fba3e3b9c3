import BlueHeartLanguages

/// Digits of a text between which stand signs and blanks only, with their surroundings.
struct NumberSequence {
    struct Group: Hashable {
        var digits: String
        /// Signs and blanks before the digits.
        var separator: String

        var value: Int { Int(digits.suffix(9)) ?? 0 }
        var count: Int { digits.utf8.count }
        var hasLeadingZero: Bool { count > 1 && digits.utf8.first == UInt8(ascii: "0") }
    }

    var groups: [Group]
    /// The word before the sequence, in plain form; empty for none.
    var wordBefore: String
    var hasWordAfter = false

    var digitCount: Int { groups.reduce(0) { $0 + $1.count } }
}

extension NumberSequence {
    /// All sequences of a text.
    static func all(in text: [SkeletonScalar]) -> [NumberSequence] {
        var reader = NumberReader()
        for piece in pieces(of: text) { reader.take(piece) }
        return reader.finish()
    }

    enum Piece: Hashable { case digits(String), word(String), sign(String) }

    /// The text as digits, words and single signs; digits in letters' clothes are digits.
    private static func pieces(of text: [SkeletonScalar]) -> [Piece] {
        let isPart = { (scalar: SkeletonScalar) in
            scalar.plain.value < 0x80
                ? ("a"..."z").contains(scalar.plain) || ("0"..."9").contains(scalar.plain)
                : !ScalarCategories(of: scalar.plain).isDisjoint(with: .ofWords)
        }
        var pieces: [Piece] = []
        var index = 0
        while index < text.count {
            guard isPart(text[index]) else {
                pieces.append(.sign(String(text[index].plain)))
                index += 1
                continue
            }
            let end = text[index...].firstIndex { !isPart($0) } ?? text.count
            pieces += digitsAndWords(of: text[index..<end])
            index = end
        }
        return withSpelledDigits(pieces)
    }

    private static func digitsAndWords(of word: ArraySlice<SkeletonScalar>) -> [Piece] {
        let digits = word.count { digit(of: $0.plain) != nil }
        // "O9O1": letters among digits that look like digits.
        if digits > 1, let all = imitatedDigits(of: word) { return [.digits(all)] }
        var pieces: [Piece] = []
        for scalar in word {
            switch (digit(of: scalar.plain), pieces.last) {
            case (let digit?, .digits(let before)):
                pieces[pieces.count - 1] = .digits(before + digit)
            case (let digit?, _): pieces.append(.digits(digit))
            case (nil, .word(let before)):
                pieces[pieces.count - 1] = .word(before + String(scalar.plain))
            case (nil, _): pieces.append(.word(String(scalar.plain)))
            }
        }
        return pieces
    }

    private static func imitatedDigits(of word: ArraySlice<SkeletonScalar>) -> String? {
        var digits = ""
        for scalar in word {
            guard let digit = digit(of: scalar.plain) ?? imitations[scalar.look] else { return nil }
            digits += digit
        }
        return digits
    }

    /// Words for digits count from three in a row on.
    private static func withSpelledDigits(_ pieces: [Piece]) -> [Piece] {
        var result = pieces
        var run: [(place: Int, value: String)] = []
        for (index, piece) in (pieces + [.digits("")]).enumerated() {
            if case .sign = piece { continue }
            if case .word(let word) = piece, let value = DigitWords.values[word] {
                run.append((index, value))
                continue
            }
            if run.count > 2 { for (place, value) in run { result[place] = .digits(value) } }
            run = []
        }
        return result
    }

    private static let imitations: [Unicode.Scalar: String] = [
        "o": "0", "l": "1", "i": "1", "s": "5", "b": "8", "z": "2",
    ]

    private static func digit(of scalar: Unicode.Scalar) -> String? {
        if ("0"..."9").contains(scalar) { return String(scalar) }
        guard scalar.value >= 0x3000 else { return nil }
        return DigitWords.han[scalar]
    }
}

extension ScalarCategories {
    fileprivate static let ofWords: ScalarCategories = [
        .letter, .number, .nonspacingMark, .spacingMark,
    ]
}

/// Collects digits until a word or the end of a part of a sentence.
private struct NumberReader {
    private var done: [NumberSequence] = []
    private var groups: [NumberSequence.Group] = []
    private var separator = ""
    private var word = ""
    private var wordBefore = ""

    mutating func take(_ piece: NumberSequence.Piece) {
        switch piece {
        case .digits(let digits):
            if separator == ", " || separator == "; ", !groups.isEmpty, !digits.hasPrefix("0") {
                close(hasWord: false)
            }
            if groups.isEmpty { wordBefore = word }
            groups.append(.init(digits: digits, separator: separator))
            separator = ""
        case .sign(let sign): separator += sign
        case .word(let word):
            close(hasWord: !separator.contains("\n"))
            self.word = word
            separator = ""
        }
    }

    mutating func finish() -> [NumberSequence] {
        let isMeasured = separator.unicodeScalars.contains {
            $0 == "%" || $0.properties.generalCategory == .currencySymbol
        }
        close(hasWord: isMeasured)
        return done
    }

    private mutating func close(hasWord: Bool) {
        if !groups.isEmpty {
            done.append(
                NumberSequence(groups: groups, wordBefore: wordBefore, hasWordAfter: hasWord))
        }
        groups = []
    }
}
