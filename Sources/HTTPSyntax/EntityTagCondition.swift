/// Entity tags of an `If-None-Match` or `If-Match` header.
///
/// - Source: RFC 9110, section 13.1: the first compares tags weakly, the second strongly.
public struct EntityTagCondition: Hashable, Sendable {
    /// `*`: any representation matches.
    public let matchesAny: Bool
    /// Tags with their quotes, without `W/`.
    private let tags: [String]

    /// Comparison of tags: a strong one never takes a tag with `W/`.
    public enum Comparison: Hashable, Sendable { case weak, strong }

    /// Reads a condition.
    ///
    /// - Parameter values: all values of the header, in order.
    public init(_ values: [String], comparison: Comparison = .weak) {
        let parts = values.flatMap { $0.utf8.split(separator: UInt8(ascii: ",")) }
            .map { part in part.filter { $0 != 0x20 && $0 != 0x09 } }
        matchesAny = values.contains { value in
            value.utf8.filter { $0 != 0x20 && $0 != 0x09 }.elementsEqual("*".utf8)
        }
        tags = parts.map { part in
            let isWeak = comparison == .weak && part.starts(with: "W/".utf8)
            return String(decoding: part.dropFirst(isWeak ? 2 : 0), as: UTF8.self)
        }
    }

    /// True if the condition contains a tag.
    ///
    /// - Parameter tag: without its quotes.
    public func contains(_ tag: String) -> Bool {
        tags.contains { $0.utf8.elementsEqual("\"\(tag)\"".utf8) }
    }
}
