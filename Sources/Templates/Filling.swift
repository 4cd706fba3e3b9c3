public import Diagnostics

/// What was filled in: texts by parameter name, from a command line, a row, an address.
public struct Filling: Sendable {
    public struct Entry: Sendable {
        public var name: String
        public var value: String
        /// Of a row, where it came from a file.
        public var location: SourceLocation?
        public var trust: Trust
    }

    /// Who names a picture: a person (a path inside the kit's artwork only) or the program.
    public enum Trust: Hashable, Sendable { case person, program }

    /// No name twice, in the order they were first set.
    public private(set) var entries: [Entry] = []

    public init() {}

    /// Takes each pair; of equal names the last one counts.
    public init(_ pairs: some Sequence<(name: String, value: String)>) {
        for pair in pairs { set(pair.name, to: pair.value) }
    }

    /// Sets a value, over the one that was there.
    public mutating func set(
        _ name: String, to value: String, at location: SourceLocation? = nil,
        trust: Trust = .person
    ) {
        let entry = Entry(name: name, value: value, location: location, trust: trust)
        if let index = entries.firstIndex(where: { isSameName($0.name, name) }) {
            entries[index] = entry
        } else {
            entries.append(entry)
        }
    }

    /// The entry of a name; names are compared by their bytes.
    public subscript(name: String) -> Entry? {
        entries.first { isSameName($0.name, name) }
    }
}

extension Filling: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, String)...) {
        for (name, value) in elements { set(name, to: value) }
    }
}
