import Diagnostics
import Languages

/// A sentence in which only what is filled in is still open.
struct Speech: Sendable {
    indirect enum Part: Sendable {
        case text(String)
        /// A parameter by its index.
        case value(Int)
        case plural(Quantity, offset: Double, exact: [(Double, Speech)], forms: [Form])
        case select(Int, [(value: String, speech: Speech)])
        /// `#`
        case pluralNumber
        case marked(Mark, Speech)
    }

    struct Form: Sendable {
        var category: PluralCategory
        var speech: Speech
    }

    enum Quantity: Sendable {
        case parameter(Int)
        case fixed(Double)
    }

    private(set) var parts: [Part] = []

    init() {}

    init(_ text: String) { append(.text(text)) }

    /// Adds a part; a text joins the text before it.
    mutating func append(_ part: Part) {
        if case .text(let new) = part, case .text(let old)? = parts.last {
            parts[parts.count - 1] = .text(old + new)
        } else {
            parts.append(part)
        }
    }

    mutating func append(_ other: Speech) {
        for part in other.parts { append(part) }
    }

    /// The whole text, where nothing is open.
    var fixedText: String? { fixedWords?.text }

    /// All words with their marks, where nothing is open.
    var fixedWords: MarkedWords? {
        var words = MarkedWords()
        return addFixed(to: &words, []) ? words : nil
    }

    private func addFixed(to words: inout MarkedWords, _ marks: [Mark]) -> Bool {
        parts.allSatisfy { part in
            switch part {
            case .text(let text): words.append(text, marks)
            case .marked(let mark, let speech):
                return speech.addFixed(to: &words, marks + [mark])
            case .value, .plural, .select, .pluralNumber: return false
            }
            return true
        }
    }

    /// Every mark in it, whatever is filled in.
    var marks: Set<Mark> {
        var marks: Set<Mark> = []
        for part in parts {
            switch part {
            case .text, .value, .pluralNumber: break
            case .marked(let mark, let speech): marks.formUnion(speech.marks.union([mark]))
            case .select(_, let cases): for form in cases { marks.formUnion(form.speech.marks) }
            case .plural(_, _, let exact, let forms):
                for form in exact { marks.formUnion(form.1.marks) }
                for form in forms { marks.formUnion(form.speech.marks) }
            }
        }
        return marks
    }
}

/// Words parted where their marks change.
struct MarkedWords: Hashable, Sendable {
    struct Run: Hashable, Sendable {
        var text: String
        /// Outermost first.
        var marks: [Mark]
    }

    private(set) var runs: [Run] = []

    var text: String {
        runs.count == 1 ? runs[0].text : runs.map(\.text).joined()
    }

    mutating func append(_ text: String, _ marks: [Mark]) {
        guard !text.isEmpty else { return }
        if runs.last?.marks == marks {
            runs[runs.count - 1].text += text
        } else {
            runs.append(Run(text: text, marks: marks))
        }
    }
}

extension Speech {
    /// The text with the values in it, its marks left out.
    ///
    /// - Throws: the index of a parameter that has no value.
    func spoken(
        _ filled: FilledParameters, _ formats: CardFormats, as voice: Voice = .sentence
    ) throws(MissingValue) -> String {
        if let fixedText { return fixedText }
        return try words(filled, formats, as: voice).text
    }

    /// The words with the values in them; a value has the marks around it and none of its own.
    ///
    /// - Throws: the index of a parameter that has no value.
    func words(
        _ filled: FilledParameters, _ formats: CardFormats, as voice: Voice = .sentence
    ) throws(MissingValue) -> MarkedWords {
        var speaker = Speaker(filled: filled, formats: formats, voice: voice)
        try speaker.say(self)
        return speaker.words
    }
}

/// Says a sentence part by part.
private struct Speaker {
    let filled: FilledParameters
    let formats: CardFormats
    let voice: Voice
    var words = MarkedWords()
    /// Around what is said now, outermost first.
    private var marks: [Mark] = []
    /// That of the innermost plural.
    private var number: Double?

    init(filled: FilledParameters, formats: CardFormats, voice: Voice) {
        self.filled = filled
        self.formats = formats
        self.voice = voice
    }

    mutating func say(_ speech: Speech) throws(MissingValue) {
        for part in speech.parts { try say(part) }
    }

    private mutating func say(_ part: Speech.Part) throws(MissingValue) {
        switch part {
        case .text(let text): words.append(text, marks)
        case .value(let index): words.append(try filled.value(index)[voice], marks)
        case .pluralNumber:
            words.append(number.map { formats.formats.string(from: $0) } ?? "#", marks)
        case .marked(let mark, let speech):
            marks.append(mark)
            try say(speech)
            marks.removeLast()
        case .select(let index, let cases):
            // Without a value the case `none` is taken, so that a sentence can do without it.
            let raw = filled.values[index]?.raw ?? "none"
            let chosen =
                cases.first { isSameName($0.value, raw) }
                ?? cases.first { isSameName($0.value, "other") }
            if let chosen { try say(chosen.speech) }
        case .plural(let quantity, let offset, let exact, let forms):
            let count = try filled.number(quantity)
            let outer = number
            number = count - offset
            try say(form(of: count, offset: offset, exact, forms))
            number = outer
        }
    }

    private func form(
        of count: Double, offset: Double, _ exact: [(Double, Speech)], _ forms: [Speech.Form]
    ) -> Speech {
        if let match = exact.first(where: { $0.0 == count }) { return match.1 }
        let category = formats.formats.pluralCategory(for: count - offset)
        let form = forms.first { $0.category == category } ?? forms.first { $0.category == .other }
        return form?.speech ?? Speech()
    }
}

/// How values are put into a text.
enum Voice: Sendable {
    /// As people read them, apart from what runs the other way around them.
    case sentence
    /// As people read them, and nothing else: in a QR code.
    case plain
    /// As they were filled in: in the name of a file.
    case raw
    /// Not at all where a person typed them: what is left was written by those who made the kit.
    case written
}

/// A parameter, by its index, that has no value where one is needed.
struct MissingValue: Error {
    var index: Int
}

extension FilledParameters {
    func value(_ index: Int) throws(MissingValue) -> Value {
        guard let value = values[index] else { throw MissingValue(index: index) }
        return value
    }

    fileprivate func number(_ quantity: Speech.Quantity) throws(MissingValue) -> Double {
        switch quantity {
        case .fixed(let number): return number
        case .parameter(let index): return try value(index).number ?? 0
        }
    }
}
