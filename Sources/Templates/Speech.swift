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
    var fixedText: String? {
        if parts.isEmpty { return "" }
        if parts.count == 1, case .text(let text) = parts[0] { return text }
        return nil
    }
}

extension Speech {
    /// The text with the values in it.
    ///
    /// - Throws: the index of a parameter that has no value.
    func spoken(
        _ filled: FilledParameters, _ formats: CardFormats, as voice: Voice = .sentence,
        number: Double? = nil
    ) throws(MissingValue) -> String {
        if let fixedText { return fixedText }
        var text = ""
        for part in parts {
            text += try spoken(part, filled, formats, voice, number)
        }
        return text
    }

    private func spoken(
        _ part: Part, _ filled: FilledParameters, _ formats: CardFormats, _ voice: Voice,
        _ number: Double?
    ) throws(MissingValue) -> String {
        switch part {
        case .text(let text): return text
        case .value(let index): return try filled.value(index)[voice]
        case .pluralNumber: return number.map { formats.formats.string(from: $0) } ?? "#"
        case .select(let index, let cases):
            // Without a value the case `none` is taken, so that a sentence can do without it.
            let raw = filled.values[index]?.raw ?? "none"
            let chosen =
                cases.first { isSameName($0.value, raw) }
                ?? cases.first { isSameName($0.value, "other") }
            return try chosen?.speech.spoken(filled, formats, as: voice, number: number) ?? ""
        case .plural(let quantity, let offset, let exact, let forms):
            let count = try filled.number(quantity)
            let rest = count - offset
            if let match = exact.first(where: { $0.0 == count }) {
                return try match.1.spoken(filled, formats, as: voice, number: rest)
            }
            let category = formats.formats.pluralCategory(for: rest)
            let form =
                forms.first { $0.category == category } ?? forms.first { $0.category == .other }
            return try form?.speech.spoken(filled, formats, as: voice, number: rest) ?? ""
        }
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
