public import BlueHeartDiagnostics
import BlueHeartLanguages
import BlueHeartScenes

/// Alt texts must not be placeholders.
///
/// Source: axe, markdownlint-github and accessibility-alt-text-bot list such words.
public struct AltIsNoPlaceholder: WordsCheck {
    private static let placeholder = CheckRule(
        "alt-placeholder", .alt, .error, "The alt text is a placeholder such as image or test.")
    public static let rules = [placeholder]

    /// Complete placeholder texts, folded.
    private static let names = [
        "alt", "alt text", "alternative text", "bild", "bytes", "description", "foto", "graphic",
        "icon", "image", "img", "logo", "n/a", "none", "obrazok", "photo", "picture", "placeholder",
        "screenshot", "spacer", "tba", "tbd", "test", "text", "todo", "untitled", "xxx",
    ]
    private static let longestNote = 64
    private static let openings = ["lorem ipsum", "todo", "tbd", "fixme", "screenshot 20"]

    public init() {}

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        // Long ones are recognised by their beginning.
        let alt = subject.spoken.alt.scalars.prefix(Self.longestNote)
        let isPart = { (scalar: Unicode.Scalar) in isOfWord(scalar) || scalar == "_" }
        guard let first = alt.firstIndex(where: isPart), let last = alt.lastIndex(where: isPart)
        else { return [] }
        let kept = alt[first...last]
        let isName = Self.names.contains { kept.elementsEqual($0.unicodeScalars) }
        guard isName || Self.openings.contains(where: { kept.starts(with: $0.unicodeScalars) })
        else { return [] }
        return subject.finding(
            Self.placeholder, in: .alt,
            "expected a sentence as alt text, found \(quoted(subject.words.alt))",
            hint: "describe what the picture shows, with all its words")
    }
}

/// Alt texts must not repeat adjacent texts.
public struct AltIsNoRepetition: WordsCheck {
    private static let repetition = CheckRule(
        "alt-repeats", .alt, .warning,
        "The alt text repeats the caption, the title or the long alt text.")
    public static let rules = [repetition]

    public init() {}

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        let alt = subject.spoken.alt.words
        guard !alt.isEmpty, let same = repeated(alt, in: subject) else { return [] }
        return subject.finding(
            Self.repetition, in: .alt,
            "the alt text repeats \(same.rawValue), so that it is heard twice",
            hint: "describe what the picture shows, with all its words")
    }

    private func repeated(_ alt: [[Unicode.Scalar]], in subject: WordsSubject) -> WordsField? {
        if isSame(subject.words.caption.text, as: alt) { return .caption }
        if isSame(subject.words.title, as: alt) { return .title }
        return subject.spoken.longAlt?.words == alt ? .longAlt : nil
    }

    private func isSame(_ text: String, as alt: [[Unicode.Scalar]]) -> Bool {
        // Most texts differ in their first letter; folding everything is slow.
        guard let start = text.unicodeScalars.first(where: isOfWord),
            let first = alt.first?.first,
            first.value >= 0x80 || start.value >= 0x80
                || first == folded(String(start)).first
        else { return false }
        return FoldedText(text).words == alt
    }
}

/// Alt texts must not be in capitals: some screen readers spell them.
public struct AltDoesNotShout: WordsCheck {
    private static let capitals = CheckRule(
        "alt-shouts", .alt, .warning, "At least three words of the alt text are in capitals.")
    public static let rules = [capitals]

    /// Minimum number of words with case; a shorter text may be a name.
    private static let leastWords = 3

    public init() {}

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        // One word in capitals is an abbreviation; three in a row are a sentence.
        guard hasLoudRun(subject.words.alt) else { return [] }
        return subject.finding(
            Self.capitals, in: .alt,
            "the alt text has words in capitals, which some screen readers spell",
            hint: "write it in sentence case, whatever the case on the picture")
    }

    private func hasLoudRun(_ text: String) -> Bool {
        var run = 0
        for word in text.unicodeScalars.split(whereSeparator: { !isOfWord($0) }) {
            run = isLoud(word) ? run + 1 : 0
            if run == Self.leastWords { return true }
        }
        return false
    }

    private func isLoud(_ word: Substring.UnicodeScalarView) -> Bool {
        word.count > 1 && word.contains(where: isCapital)
            && !word.contains { $0.properties.isLowercase }
            && word.allSatisfy { $0.properties.isCased || !isOfWord($0) }
    }

    private func isCapital(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 ? isPlainCapital(scalar) : scalar.properties.isUppercase
    }
}

/// Alt texts must end with sentence punctuation, so that a screen reader pauses.
public struct AltEndsWell: WordsCheck {
    private static let unfinished = CheckRule(
        "alt-unfinished", .alt, .note, "The alt text does not end like a sentence.")
    public static let rules = [unfinished]

    public init() {}

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        let last = subject.words.alt.unicodeScalars.last { scalar in
            switch scalar.properties.generalCategory {
            case .format, .closePunctuation, .finalPunctuation, .spaceSeparator: false
            default: scalar != "\""
            }
        }
        guard let last, isOfWord(last) else { return [] }
        return subject.finding(
            Self.unfinished, in: .alt,
            "The alt text does not end like a sentence.",
            hint: "end it with a full stop, so that a screen reader pauses")
    }
}

/// Alt texts must not contain the credit, unless the picture shows it.
public struct AltHasNoCredit: WordsCheck {
    private static let credit = CheckRule(
        "alt-credit", .alt, .warning,
        "The alt text contains the credit, and the picture does not show it.")
    public static let rules = [credit]

    /// Number of words besides the name, as in "Photo by"; without them it is a visible name, with
    /// more it is part of a sentence.
    private static let others = 1...3

    public init() {}

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        let names = [subject.credit, subject.rights].map { Name($0) }
            .filter { $0.mayBeSaid(in: subject.spoken) }
        guard !names.isEmpty else { return [] }
        let sentences = [subject.words.alt, subject.words.longAlt ?? ""].flatMap(sentences)
        let credited = names.filter { name in sentences.contains { isCredit($0, to: name.words) } }
        guard !credited.isEmpty else { return [] }
        let drawn = FoldedText(subject.drawn.map(\.text).joined(separator: "\n")).words
        guard let found = credited.first(where: { !has($0.words, in: drawn) }) else { return [] }
        return subject.finding(
            Self.credit, in: .alt, "the alt text contains the credit \(quoted(found.text))",
            hint: "remove it; the picture's metadata contains it")
    }

    private struct Name {
        let text: String
        let words: [[Unicode.Scalar]]

        init(_ text: String) {
            self.text = text
            words = FoldedText(text).words
        }

        /// True if the spoken text contains all its words; words with digits may be segmented
        /// differently in a sentence.
        func mayBeSaid(in spoken: SpokenWords) -> Bool {
            !words.isEmpty
                && words.allSatisfy { $0.contains(where: \.isASCIIDigit) || spoken.says($0) }
        }
    }

    private struct Sentence {
        var words: [[Unicode.Scalar]]
        var hasSign: Bool
    }

    private func isCredit(_ sentence: Sentence, to name: [[Unicode.Scalar]]) -> Bool {
        (Self.others.contains(sentence.words.count - name.count) || sentence.hasSign)
            && has(name, in: sentence.words)
    }

    private func has(_ part: [[Unicode.Scalar]], in whole: [[Unicode.Scalar]]) -> Bool {
        guard part.count <= whole.count else { return false }
        return (0...(whole.count - part.count)).contains { whole[$0...].starts(with: part) }
    }

    private func sentences(of text: String) -> [Sentence] {
        text.unicodeScalars.split { scalar in
            switch scalar {
            case ".", "!", "?", ";", "(", ")", "\n", "\u{3002}", "\u{61F}", "\u{964}": true
            default: false
            }
        }.map { Sentence(words: FoldedText(String($0)).words, hasSign: $0.contains("©")) }
    }
}
