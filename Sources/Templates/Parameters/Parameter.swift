public import BlueHeartDiagnostics
public import BlueHeartLanguages

/// Something a template asks for.
public struct Parameter: Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case text, number, color, image, date, choice, link, country, list
    }

    /// One of the values of a choice.
    public struct Choice: Sendable {
        public let value: String
        /// The label shown to readers; nil to show the value.
        public let label: Sentence?
    }

    /// `name`, `country`.
    public let name: String
    public let kind: Kind
    public let isRequired: Bool
    /// The parameter that requires this one too; nil if there is none.
    public let requiredWith: String?
    /// The default; nil if there is none.
    public let standard: OwnValue?
    /// An example value; nil if the template has none.
    public let example: OwnValue?
    public let label: Sentence?
    public let help: Sentence?
    /// True if an untrusted user may set it.
    public let isPublic: Bool
    /// True if a text may have line breaks.
    public let allowsLines: Bool
    /// Limit in grapheme clusters; nil for the limit of all texts.
    public let maxLength: Int?
    public let minimum: Double?
    public let maximum: Double?
    public let choices: [Choice]
    public let earliest: CalendarDay?
    public let latest: CalendarDay?
    /// The fields of a list's items; one without a name where items are plain values.
    public let fields: [Parameter]
    /// Items that a list may have.
    public let itemCount: ClosedRange<Int>
    public let location: SourceLocation
    let path: JSONPath
    /// A number's default that depends on other parameters; set when all of them are known.
    var formula: Expression?
}

extension Parameter {
    /// True for a list whose items are values without fields.
    public var isPlainList: Bool { kind == .list && fields.count == 1 && fields[0].name.isEmpty }

    /// The declaration of an item's value.
    func element(_ field: Int?) -> Parameter { fields[field ?? 0] }

    /// The name under which a caller gives a value of an item: `people.3.photo`.
    ///
    /// - Parameter item: from 1.
    public func name(ofItem item: Int, field: Int?) -> String {
        let field = element(field).name
        return field.isEmpty ? "\(name).\(item)" : "\(name).\(item).\(field)"
    }
}

extension [Parameter] {
    /// The declaration of the value that a caller gives under a name: `photo`, `people.3.photo`.
    public func parameter(named name: String) -> Parameter? {
        if let parameter = first(where: { isSameName($0.name, name) }) { return parameter }
        guard let item = ItemName(name),
            let list = first(where: { isSameName($0.name, item.list) }),
            list.kind == .list
        else { return nil }
        return list.fields.first { isSameName($0.name, item.field) }
    }
}

/// The name of a value of a list's item: `people.3.photo`, `cities.2`.
struct ItemName {
    let list: String
    /// Number from 1.
    let item: Int
    /// Empty where items are plain values.
    let field: String

    /// Nil for names of another form.
    init?(_ name: String) {
        let parts = name.utf8.split(
            separator: UInt8(ascii: "."), maxSplits: 2, omittingEmptySubsequences: false
        ).map { String(decoding: $0, as: UTF8.self) }
        guard parts.count >= 2, isName(parts[0]), (1...4).contains(parts[1].utf8.count),
            parts[1].utf8.allSatisfy({ (48...57).contains($0) }),
            parts[1].utf8.first != UInt8(ascii: "0"), let item = Int(parts[1])
        else { return nil }
        self.list = parts[0]
        self.item = item
        field = parts.count == 3 ? parts[2] : ""
        guard parts.count == 2 || isName(field) else { return nil }
    }
}

extension [Parameter] {
    /// Examples of those that have no default, in a language, under the names by which callers give
    /// them.
    public func examples(in words: WordList) -> [(name: String, text: String)] {
        flatMap { parameter -> [(name: String, text: String)] in
            guard parameter.standard == nil, let example = parameter.example else { return [] }
            if case .items(let items) = example { return parameter.entries(of: items) }
            return example.text(in: words).map { [(parameter.name, $0)] } ?? []
        }
    }
}

extension Parameter {
    /// The values of items under the names by which callers give them.
    func entries(of items: [[OwnItem]]) -> [(name: String, text: String)] {
        items.enumerated().flatMap { index, values in
            values.map { value in
                (name(ofItem: index + 1, field: value.field), value.text)
            }
        }
    }
}

/// A value of an item of a list that a template gives itself.
public struct OwnItem: Sendable {
    /// The index of the item's field.
    let field: Int
    let text: String
}

/// A value that a template gives one of its parameters itself.
public enum OwnValue: Sendable {
    /// The same in all languages.
    case literal(String)
    /// Default of a text: one per language, without placeholders.
    case sentence(Sentence)
    /// Default of a list: the values of each item.
    case items([[OwnItem]])

    /// The value in a language; nil where its key is missing there.
    public func text(in words: WordList) -> String? {
        switch self {
        case .literal(let text): text
        case .sentence(let sentence): sentence.text(in: words)
        case .items: nil
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
    /// Message of a literal.
    let message: Message?

    init(source: Source, location: SourceLocation, path: JSONPath, message: Message?) {
        self.source = source
        self.location = location
        self.path = path
        self.message = message
    }

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
