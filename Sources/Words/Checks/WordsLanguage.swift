public import BlueHeartDiagnostics
import BlueHeartLanguages
import BlueHeartScenes

/// Words must be in the script of the card's language.
public struct WordsAreInTheScript: WordsCheck {
    private static let script = CheckRule(
        "words-other-script", .words, .error,
        "Words of the kit are not in the script of the card's language.")
    public static let rules = [script]

    public init() {}

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        let own = scripts(of: subject.language)
        return WordsField.allCases.flatMap { field -> [Diagnostic] in
            guard let text = subject.translatedText(of: field), let other = mainScript(of: text),
                !own.contains(other)
            else { return [] }
            return subject.finding(
                Self.script, in: field,
                "the card is in \(quoted(subject.language.tag)), and its \(field.rawValue) is "
                    + "written in the script \(other)", hint: "translate it")
        }
    }

    /// The most frequent script; nil if there are no letters.
    ///
    /// A name may be in any script: one word in another script is not a fault.
    private func mainScript(of text: String) -> Script? {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            return text.unicodeScalars.contains(where: isLetter) ? Script("Latn") : nil
        }
        return Script.most(of: text.unicodeScalars.filter(isLetter))
    }
}

/// The scripts of a language; Han stands for both its forms.
private func scripts(of language: Language) -> [Script] {
    switch language.likelyScript {
    case "Hans", "Hant": [Script("Hani"), Script("Bopo")]
    case "Jpan": [Script("Hani"), Script("Hira"), Script("Kana")]
    case "Kore": [Script("Hang"), Script("Hani")]
    case let name: [Script(name)]
    }
}

/// Words should be in the card's language, as detected by function words.
public struct WordsAreInTheLanguage: WordsCheck {
    private static let language = CheckRule(
        "words-other-language", .words, .warning,
        "Words of the kit seem to be in another language than the card's.")
    public static let rules = [language]

    public init() {}

    public func faults(of subject: WordsSubject) -> [Diagnostic] {
        guard let own = smallWords[subject.language.primaryTag] else { return [] }
        return [WordsField.alt, .longAlt, .caption].flatMap { field -> [Diagnostic] in
            guard let text = subject.translatedText(of: field),
                let other = otherLanguage(of: text, than: subject.language.primaryTag, own)
            else { return [] }
            return subject.finding(
                Self.language, in: field,
                "the card is in \(quoted(subject.language.tag)), and its \(field.rawValue) reads "
                    + "like \(quoted(other))", hint: "translate it")
        }
    }

    /// A language with at least three of its function words in the text, and four times as many as
    /// the card's: related languages share some.
    private func otherLanguage(
        of text: String, than tag: String, _ own: Set<SmallWord>
    ) -> String? {
        let (count, found) = shortWords(of: text)
        guard count >= 6 else { return nil }
        let least = max(3, 4 * found.count(where: own.contains))
        // A text cannot have more function words than words.
        guard least <= found.count else { return nil }
        var scores = [Int](repeating: 0, count: smallWordsTags.count)
        for word in found {
            for language in languagesOfSmallWords[word] ?? [] { scores[language] += 1 }
        }
        var best: Int?
        for index in scores.indices where smallWordsTags[index] != tag && scores[index] >= least {
            if best.map({ scores[index] > scores[$0] }) ?? true { best = index }
        }
        return best.map { smallWordsTags[$0] }
    }
}

/// Number of words of a text, and those short enough to be function words, without case.
private func shortWords(of text: String) -> (count: Int, short: [SmallWord]) {
    var (count, short) = (0, [SmallWord]())
    for word in withoutCase(text).split(whereSeparator: { !isLetter($0) }) {
        count += 1
        if let word = SmallWord(word) { short.append(word) }
    }
    return (count, short)
}

/// A word of at most eight letters, cheap to create and to look up.
private struct SmallWord: Hashable {
    /// Letters of 16 bits each.
    private var letters: UInt128 = 0

    /// nil for a longer word, and for letters beyond U+FFFF.
    init?(_ word: some Collection<Unicode.Scalar>) {
        guard word.count <= 8 else { return nil }
        for letter in word {
            guard letter.value <= 0xFFFF else { return nil }
            letters = letters << 16 | UInt128(letter.value)
        }
    }
}

private func withoutCase(_ text: String) -> [Unicode.Scalar] {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return folded(text) }
    return UTF16Scalars(caseFolded(Array(text.utf16))).compactMap { Unicode.Scalar($0.value) }
}

private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return scalar.isASCIILetter }
    return isIdeograph(scalar) || !ScalarCategories(of: scalar).isDisjoint(with: .ofLetters)
}

extension ScalarCategories {
    fileprivate static let ofLetters: ScalarCategories = [.letter, .nonspacingMark, .spacingMark]
}

extension WordsSubject {
    /// The translated part of a text, without parameter values.
    ///
    /// nil for a text of the template, which is the same in all languages.
    fileprivate func translatedText(of field: WordsField) -> String? {
        isTranslated(field) ? writtenText(of: field) : nil
    }

    /// True for texts from the kit's `words/<language>.json`.
    private func isTranslated(_ field: WordsField) -> Bool {
        guard let file = origin(of: field)?.location.file else { return true }
        let ending = "words/\(language.tag).json"
        return file.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }
}

/// Frequent function words that are not shared by other languages.
private let smallWords: [String: Set<SmallWord>] = [
    "en": [
        "the", "and", "of", "with", "is", "for", "from", "this", "you", "are", "that", "by", "a",
        "in", "to", "on", "no", "we", "an", "it",
    ],
    "fr": [
        "le", "les", "des", "une", "et", "est", "dans", "pour", "avec", "qui", "du", "sur", "de",
        "la", "à", "un", "en", "au", "ce", "ne", "pas",
    ],
    "es": [
        "el", "los", "las", "una", "y", "es", "para", "con", "del", "por", "que", "se", "de", "en",
        "la", "un", "su", "no", "al", "lo",
    ],
    "pt": [
        "o", "os", "uma", "e", "é", "para", "com", "do", "da", "não", "em", "que", "de", "a", "um",
        "no", "na", "ao", "se",
    ],
    "it": [
        "il", "gli", "una", "e", "è", "per", "con", "della", "che", "di", "sono", "nel", "di", "la",
        "a", "un", "in", "non", "le", "al",
    ],
    "de": [
        "der", "die", "das", "und", "ist", "mit", "für", "von", "ein", "eine", "auf", "den", "in",
        "zu", "dem", "des", "nicht", "wir", "sie", "im",
    ],
    "nl": [
        "de", "het", "een", "en", "is", "met", "voor", "van", "op", "dat", "niet", "zijn", "in",
        "te", "we", "je", "wij",
    ],
    "sk": [
        "a", "na", "je", "sa", "s", "za", "pre", "ktorým", "slová", "proti", "zo", "nie", "v", "o",
        "do", "od", "k", "i", "to",
    ],
    "cs": [
        "a", "na", "je", "se", "s", "za", "pro", "slova", "proti", "ze", "které", "není", "v", "o",
        "do", "od", "k", "i", "to",
    ],
    "pl": [
        "i", "na", "jest", "się", "z", "za", "dla", "słowa", "przeciw", "nie", "do", "w", "o", "od",
        "ze", "to", "we", "przez",
    ],
    "ru": [
        "и", "на", "в", "не", "с", "за", "для", "слова", "против", "это", "к", "из", "о", "от",
        "до", "по", "что", "как",
    ],
    "uk": [
        "і", "на", "в", "не", "з", "за", "для", "слова", "проти", "це", "до", "та", "про", "від",
        "по", "що", "як", "у",
    ],
].mapValues { words in Set(words.compactMap { SmallWord($0.unicodeScalars) }) }

private let smallWordsTags = smallWords.keys.sorted()

/// Indices of languages by function word.
private let languagesOfSmallWords: [SmallWord: [Int]] = {
    var languages: [SmallWord: [Int]] = [:]
    for (index, tag) in smallWordsTags.enumerated() {
        for word in smallWords[tag] ?? [] { languages[word, default: []].append(index) }
    }
    return languages
}()
