public import Diagnostics
public import Languages

/// Something a template asks for.
public struct Parameter: Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case text, number, color, image, date, choice, link, country
    }

    /// One of the values of a choice.
    public struct Choice: Sendable {
        public let value: String
        /// What people read in its place; nil where they read the value.
        public let label: Sentence?
    }

    /// `name`, `country`.
    public let name: String
    public let kind: Kind
    public let isRequired: Bool
    /// The parameter with which this one is needed too; nil where there is none.
    public let requiredWith: String?
    /// Taken where nothing is filled in; nil where there is none.
    public let standard: OwnValue?
    /// What a value may look like; nil where the template does not say.
    public let example: OwnValue?
    public let label: Sentence?
    public let help: Sentence?
    /// Whether a stranger may set it.
    public let isPublic: Bool
    /// Whether a text may have line breaks.
    public let allowsLines: Bool
    /// In grapheme clusters; nil for no other limit than that of all texts.
    public let maxLength: Int?
    public let minimum: Double?
    public let maximum: Double?
    public let choices: [Choice]
    public let earliest: CalendarDay?
    public let latest: CalendarDay?
    public let location: SourceLocation
    let path: JSONPath
}

extension [Parameter] {
    /// What those that have no default may look like in a language, as far as the template says.
    public func examples(in words: WordList) -> [(parameter: Parameter, text: String)] {
        compactMap { parameter in
            guard parameter.standard == nil else { return nil }
            return parameter.example?.text(in: words).map { (parameter, $0) }
        }
    }
}

/// A value that a template gives one of its parameters itself.
public enum OwnValue: Sendable {
    /// The same in all languages.
    case literal(String)
    /// Of a text: one per language, without placeholders.
    case sentence(Sentence)

    /// The value in a language; nil where its key is missing there.
    public func text(in words: WordList) -> String? {
        switch self {
        case .literal(let text): text
        case .sentence(let sentence): sentence.text(in: words)
        }
    }

    /// nil for a value that depends on the language.
    public var literal: String? {
        if case .literal(let text) = self { text } else { nil }
    }

    var sentence: Sentence? {
        if case .sentence(let sentence) = self { sentence } else { nil }
    }
}

/// A sentence that a template names by key or writes out.
public struct Sentence: Sendable {
    public enum Source: Sendable {
        case key(String)
        case literal(String)
    }

    public let source: Source
    public let location: SourceLocation
    let path: JSONPath
    /// Of a literal.
    let message: Message?

    /// The sentence without its quoting and marks, where it has no placeholders; else nil.
    func plainText(in words: WordList) -> String? {
        let found: Message? =
            if case .key(let key) = source { words[key]?.message } else { message }
        return found?.plainText
    }

    /// The sentence in a language; as it is written where it has placeholders, nil where its key
    /// is missing.
    public func text(in words: WordList) -> String? {
        if let plain = plainText(in: words) { return plain }
        return switch source {
        case .key(let key): words[key]?.text
        case .literal(let text): text
        }
    }
}
