/// Choices of an `Accept` or `Accept-Language` header with their weights.
///
/// - Source: R. Fielding and others, RFC 9110, section 12.
public struct AcceptList: Sendable {
    public struct Choice: Hashable, Sendable {
        /// Name in lower case: `sk-sk`, `image/webp`, `*`.
        public var name: String
        /// 0 to 1,000; 0 refuses.
        public var weight: Int
    }

    /// The choices in the order of the header, at most 32.
    public let choices: [Choice]

    private static let limit = 32

    /// Reads a header; a malformed part is skipped, as HTTP requires.
    public init(_ header: String) {
        let parts = header.utf8.split(separator: UInt8(ascii: ","))
        choices = parts.prefix(Self.limit).compactMap { part -> Choice? in
            let pieces = part.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
                .map(trimmed)
            guard let first = pieces.first, !first.isEmpty else { return nil }
            let weight = pieces.dropFirst().compactMap(quality).first ?? 1_000
            return Choice(name: lowercased(first), weight: weight)
        }
    }

    /// Weight of the first range of `ranges` that the header names; 0 for none.
    ///
    /// - Parameter ranges: from the most specific to the least: `image/png`, `image/*`, `*/*`.
    public func weight(ofFirst ranges: [String]) -> Int {
        for range in ranges {
            if let choice = choices.first(where: { $0.name == range }) { return choice.weight }
        }
        return 0
    }
}

/// `q=0.8` in thousandths; nil for anything else.
private func quality(_ piece: Substring.UTF8View) -> Int? {
    let text = lowercased(piece)
    guard text.utf8.starts(with: "q=".utf8), let number = Double(text.dropFirst(2)),
        (0...1).contains(number)
    else { return nil }
    return Int((number * 1_000).rounded())
}

/// Only ASCII letters change, so that combining marks cost nothing.
private func lowercased(_ bytes: Substring.UTF8View) -> String {
    String(decoding: bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
}

private func trimmed(_ part: Substring.UTF8View) -> Substring.UTF8View {
    let start = part.drop { $0 == 0x20 || $0 == 0x09 }
    let end = start.lastIndex { $0 != 0x20 && $0 != 0x09 }
    return end.map { start[...$0] } ?? start
}
