import Diagnostics
import Languages

/// Which of several things a client likes best, as its `Accept…` headers say.
///
/// - Source: R. Fielding and others, RFC 9110, section 12.
struct Preferences {
    struct Choice: Hashable {
        /// In small letters: `sk-sk`, `image/webp`, `*`.
        var name: String
        /// 0 to 1,000; 0 refuses.
        var weight: Int
    }

    /// At most 32 of them, in the order of the header.
    let choices: [Choice]

    /// A part that is not understood is passed over, as HTTP wants it.
    init(_ header: String) {
        choices = [UInt8](header.utf8).split(separator: UInt8(ascii: ",")).prefix(32).compactMap {
            (part) -> Choice? in
            let pieces = part.split(separator: UInt8(ascii: ";"))
            guard let first = pieces.first else { return nil }
            let name = String(decoding: trimmed(first), as: UTF8.self).lowercased()
            let given = pieces.dropFirst().compactMap { quality(trimmed($0)) }.first
            return name.isEmpty ? nil : Choice(name: name, weight: given ?? 1_000)
        }
    }
}

/// `q=0.8` in thousandths; nil for anything else.
private func quality(_ part: ArraySlice<UInt8>) -> Int? {
    let text = String(decoding: part, as: UTF8.self).lowercased()
    guard text.utf8.starts(with: "q=".utf8), let number = Double(text.dropFirst(2)),
        (0...1).contains(number)
    else { return nil }
    return Int((number * 1_000).rounded())
}

private func trimmed(
    _ part: ArraySlice<UInt8>
) -> ArraySlice<UInt8> {
    var part = part
    while part.first == 0x20 || part.first == 0x09 { part.removeFirst() }
    while part.last == 0x20 || part.last == 0x09 { part.removeLast() }
    return part
}

/// The language of `available` that a client likes best; the first where it likes none.
///
/// A wish for `pt-BR` takes `pt`, and one for `zh` takes `zh-Hans`, where nothing is nearer.
///
/// - Source: A. Phillips, M. Davis, RFC 4647, section 3.4, "lookup".
func preferredLanguage(_ header: String?, of available: [Language]) -> Language {
    let wishes = Preferences(header ?? "").choices.filter { $0.weight > 0 }
        .enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
    for wish in wishes.map(\.element.name) where wish != "*" {
        var range = wish
        while !range.isEmpty {
            if let found = available.first(where: { isSameName($0.tag.lowercased(), range) }) {
                return found
            }
            range = range.lastIndex(of: "-").map { String(range[..<$0]) } ?? ""
        }
        let primary = wish.prefix { $0 != "-" }
        if let found = available.first(where: { isSameName($0.primaryTag, String(primary)) }) {
            return found
        }
    }
    return available[0]
}
