import BlueHeartDiagnostics
import BlueHeartMarkup

/// Names and values after the `?` of an address.
public struct Query: Hashable, Sendable {
    public struct Pair: Hashable, Sendable {
        public var name: String
        /// Empty for a name without a value.
        public var value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Pairs in the order of the address.
    public var pairs: [Pair]

    public init(_ pairs: [Pair] = []) { self.pairs = pairs }

    /// The value of the first pair with this name.
    public subscript(name: String) -> String? {
        pairs.first { isSameName($0.name, name) }?.value
    }
}

/// Reason for refusing a query.
public enum QueryFault: Error, Hashable, Sendable {
    /// A `%` without two digits after it, or bytes that are not UTF-8; with the part as written.
    case badCoding(String)
    case doubled(name: String)
    case emptyName
    case tooMany(limit: Int)
}

extension Query {
    /// Largest number of pairs.
    public static let limit = 64

    /// Reads `name=value&name=value`.
    ///
    /// - Cost: the square of the number of names, which is bounded.
    public init(reading text: String) throws(QueryFault) {
        var pairs: [Pair] = []
        for part in text.utf8.split(separator: UInt8(ascii: "&")) {
            guard pairs.count < Self.limit else { throw .tooMany(limit: Self.limit) }
            let sign = part.firstIndex(of: UInt8(ascii: "="))
            let value = sign.map { part[part.index(after: $0)...] }
            guard let name = AddressText.decoded(queryPart: part[..<(sign ?? part.endIndex)]),
                let value = value.map({ AddressText.decoded(queryPart: $0) }) ?? ""
            else { throw .badCoding(String(decoding: part.prefix(80), as: UTF8.self)) }
            guard !name.isEmpty else { throw .emptyName }
            guard !pairs.contains(where: { isSameName($0.name, name) }) else {
                throw .doubled(name: name)
            }
            pairs.append(Pair(name, value))
        }
        self.pairs = pairs
    }

    /// Pairs sorted by the bytes of their names.
    public var sorted: Query {
        Query(pairs.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
    }

    /// The canonical form of equivalent queries: sorted, encoded, with `=` after each name.
    public var canonical: String {
        Address.query(sorted.pairs.map { ($0.name, $0.value) })
    }

    /// The query without the pairs of these names.
    public func without(_ names: String...) -> Query {
        Query(pairs.filter { pair in !names.contains { isSameName($0, pair.name) } })
    }
}
