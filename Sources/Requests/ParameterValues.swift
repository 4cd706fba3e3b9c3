public import BlueHeartDiagnostics

/// Values of a card's parameters, in the order in which they were first set; no name twice.
public struct ParameterValues: Hashable, Sendable {
    public private(set) var entries: [Entry] = []

    public init() {}

    /// Takes each entry; the last of equal names is used.
    public init(_ entries: some Sequence<Entry>) {
        for entry in entries { set(entry) }
    }

    /// Creates values without a check for duplicates.
    ///
    /// - Precondition: no name occurs twice.
    /// - Cost: linear, where `init(_:)` is quadratic.
    public init(distinct entries: [Entry]) {
        self.entries = entries
    }

    /// The entry of a name; names are compared by their bytes.
    public subscript(name: String) -> Entry? {
        entries.first { isSameName($0.name, name) }
    }

    /// The values sorted by the bytes of their names.
    public var sorted: ParameterValues {
        ParameterValues(
            distinct: entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
    }

    /// Replaces the value with the same name, or appends one.
    public mutating func set(_ entry: Entry) {
        if let index = entries.firstIndex(where: { isSameName($0.name, entry.name) }) {
            entries[index] = entry
        } else {
            entries.append(entry)
        }
    }

    public mutating func set(_ name: String, to value: String) {
        set(Entry(name, value))
    }
}

extension ParameterValues {
    /// One value.
    public struct Entry: Hashable, Sendable {
        /// Name of the parameter.
        public var name: String
        /// The value as text; for a picture see `form`.
        public var value: String
        public var form: Form
        public var source: Source
        public var trust: Trust

        public init(
            _ name: String, _ value: String, form: Form = .text, source: Source = .code,
            trust: Trust = .trusted
        ) {
            self.name = name
            self.value = value
            self.form = form
            self.source = source
            self.trust = trust
        }
    }

    public enum Form: Hashable, Sendable {
        /// Text; for a picture its path in the kit's artwork.
        case text
        /// The key of a picture that comes with the request.
        case picture
    }

    /// The place where a value was written.
    public enum Source: Hashable, Sendable {
        /// A program, through the library.
        case code
        /// `--set` on a command line.
        case argument
        /// The `set` of a drop file.
        case file(SourceLocation)
        /// A row; the place where it begins.
        case row(SourceLocation)
        /// The query of an address.
        case query
        /// The body of a request, JSON or a form.
        case job
        /// The template's own example.
        case example

        /// nil for a value that is not from a file.
        public var location: SourceLocation? {
            switch self {
            case .file(let location), .row(let location): location
            case .code, .argument, .query, .job, .example: nil
            }
        }
    }

    public enum Trust: Hashable, Sendable, CaseIterable {
        /// Written by the makers of the card, or by a program.
        case trusted
        /// Written by any person who can reach a server.
        case untrusted
    }
}

extension ParameterValues: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, String)...) {
        for (name, value) in elements { set(name, to: value) }
    }
}
