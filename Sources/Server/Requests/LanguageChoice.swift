import BlueHeartDiagnostics
import BlueHeartHTTPSyntax
import BlueHeartLanguages

/// The language of `available` that a client prefers; the first if none matches.
///
/// `pt-BR` falls back to `pt`, and `zh` matches `zh-Hans`, if nothing is closer.
///
/// - Source: A. Phillips, M. Davis, RFC 4647, section 3.4, "lookup".
func preferredLanguage(_ header: String?, of available: [Language]) -> Language {
    let wishes = AcceptList(header ?? "").choices.filter { $0.weight > 0 }
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
