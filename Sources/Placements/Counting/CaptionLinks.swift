import BlueHeartDiagnostics
import BlueHeartLanguages

/// Ranges of the links in a text.
///
/// - Parameter bareDomains: top-level domains that make `example.org` a link without `https://`.
/// - Source: X, twitter-text, regexp/extractUrl and extractUrlsWithIndices.js, with one exception:
///   an address with a scheme may end in any domain.
func links(in scalars: [Unicode.Scalar], bareDomains: Set<String>) -> [Range<Int>] {
    var links: [Range<Int>] = []
    var index = 0
    while index < scalars.count {
        guard startsWord(scalars, at: index),
            let link = link(in: scalars, at: index, bareDomains)
        else {
            index += 1
            continue
        }
        links.append(link)
        index = link.upperBound
    }
    return links
}

/// A mention with its server: the whole, and the part before the server.
struct LongMention {
    var whole: Range<Int>
    var local: Range<Int>
}

/// Mentions like `@user@server.example`.
///
/// Source: Mastodon, app/javascript/mastodon/features/compose/util/counter.js.
func longMentions(in scalars: [Unicode.Scalar]) -> [LongMention] {
    var mentions: [LongMention] = []
    var index = 0
    while index < scalars.count {
        let isFree = index == 0 || !(isNamePart(scalars[index - 1]) || scalars[index - 1] == "/")
        guard scalars[index] == "@", isFree,
            let mention = longMention(in: scalars, at: index)
        else {
            index += 1
            continue
        }
        mentions.append(mention)
        index = mention.whole.upperBound
    }
    return mentions
}

private func longMention(in scalars: [Unicode.Scalar], at start: Int) -> LongMention? {
    let name = scalars[(start + 1)...].prefix { isNamePart($0) || $0 == "." || $0 == "-" }
    guard !name.isEmpty, name.endIndex < scalars.count, scalars[name.endIndex] == "@" else {
        return nil
    }
    let host = scalars[(name.endIndex + 1)...].prefix {
        isLetterOrDigit($0) || $0 == "." || $0 == "-"
    }
    guard let last = host.lastIndex(where: isLetterOrDigit), last > host.startIndex else {
        return nil
    }
    return LongMention(whole: start..<(last + 1), local: start..<name.endIndex)
}

// MARK: - One link

/// True where a link may begin: not in a word, after a mark of a name, or after a direction
/// control.
private func startsWord(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard index > 0 else { return true }
    let before = scalars[index - 1]
    switch before {
    case "@", "\u{FF20}", "$", "#", "\u{FF03}": return false
    default: return !isLetterOrDigit(before)
    }
}

private func link(
    in scalars: [Unicode.Scalar], at start: Int, _ bareDomains: Set<String>
) -> Range<Int>? {
    if let hostStart = schemeEnd(in: scalars, at: start) {
        guard let hostEnd = hostEnd(in: scalars, at: hostStart) else { return nil }
        return start..<tailEnd(in: scalars, at: portEnd(in: scalars, at: hostEnd))
    }
    guard !bareDomains.isEmpty, isFreeOfMarks(scalars, before: start),
        let hostEnd = hostEnd(in: scalars, at: start, bareDomains)
    else { return nil }
    // The name of a mailbox is not a link.
    if hostEnd < scalars.count, scalars[hostEnd] == "@" || scalars[hostEnd] == "+" { return nil }
    return start..<tailEnd(in: scalars, at: portEnd(in: scalars, at: hostEnd))
}

private func isFreeOfMarks(_ scalars: [Unicode.Scalar], before start: Int) -> Bool {
    guard start > 0 else { return true }
    switch scalars[start - 1] {
    case "-", "_", ".", "/": return false
    default: return true
    }
}

private func schemeEnd(in scalars: [Unicode.Scalar], at start: Int) -> Int? {
    let rest = scalars[start...]
    let scheme = schemes.first { rest.starts(with: $0, by: isSameLetter) }
    guard let scheme, scheme.count < rest.count else { return nil }
    return start + scheme.count
}

private let schemes = ["https://", "http://"].map { Array($0.unicodeScalars) }

/// Compares a scalar with a lower-case letter, ignoring ASCII case.
///
/// - Parameter small: ASCII, not a capital.
private func isSameLetter(_ scalar: Unicode.Scalar, _ small: Unicode.Scalar) -> Bool {
    let isCapital = ("A"..."Z").contains(scalar)
    return (isCapital ? scalar.value + 0x20 : scalar.value) == small.value
}

/// The end of a host with at least two labels.
///
/// - Parameter domains: allowed top-level domains; nil for any.
private func hostEnd(
    in scalars: [Unicode.Scalar], at start: Int, _ domains: Set<String>? = nil
) -> Int? {
    let host = scalars[start...].prefix { scalar in
        scalar == "." || scalar == "-" || scalar == "_"
            || (domains == nil ? isLetterOrDigit(scalar) : scalar.isASCIILetterOrDigit)
    }
    // Most words have no dot and need not be split into labels.
    guard host.contains(".") else { return nil }
    var labels = host.split(separator: ".", omittingEmptySubsequences: false)
    // A full stop after the host ends the sentence.
    while let last = labels.last, last.isEmpty || !isDomain(last, of: domains) {
        labels.removeLast()
    }
    guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty && $0.first != "-" && $0.last != "-" })
    else { return nil }
    return labels.last?.endIndex
}

private func isDomain(_ label: ArraySlice<Unicode.Scalar>, of domains: Set<String>?) -> Bool {
    guard label.count >= 2, !label.allSatisfy(\.isASCIIDigit) else { return false }
    guard let domains else { return label.allSatisfy { isLetterOrDigit($0) || $0 == "-" } }
    return domains.contains(String(String.UnicodeScalarView(label)).lowercased())
}

private func portEnd(in scalars: [Unicode.Scalar], at start: Int) -> Int {
    guard start < scalars.count, scalars[start] == ":" else { return start }
    let digits = scalars[(start + 1)...].prefix(while: \.isASCIIDigit)
    return digits.isEmpty ? start : digits.endIndex
}

/// The end of path and query; punctuation at their end belongs to the sentence.
private func tailEnd(in scalars: [Unicode.Scalar], at start: Int) -> Int {
    var end = start
    if end < scalars.count, scalars[end] == "/" {
        end = runEnd(in: scalars, at: end, holds: isPathScalar, mayEndWith: endsPath)
        end = max(end, start + 1)
    }
    if end < scalars.count, scalars[end] == "?" {
        let query = runEnd(in: scalars, at: end + 1, holds: isQueryScalar, mayEndWith: endsQuery)
        if query > end + 1 { end = query }
    }
    return end
}

/// The end of the longest valid run; a closing bracket is included if it was opened in the run.
private func runEnd(
    in scalars: [Unicode.Scalar], at start: Int, holds: (Unicode.Scalar) -> Bool,
    mayEndWith ends: (Unicode.Scalar) -> Bool
) -> Int {
    var depth = 0
    var end = start
    for index in scalars[start...].indices {
        let scalar = scalars[index]
        switch scalar {
        case "(": depth += 1
        case ")":
            guard depth > 0 else { return end }
            depth -= 1
            if depth == 0 { end = index + 1 }
        default:
            guard holds(scalar) else { return end }
            if depth == 0, ends(scalar) { end = index + 1 }
        }
    }
    return end
}

private func isPathScalar(_ scalar: Unicode.Scalar) -> Bool {
    isLetterOrDigit(scalar) || "!*';:=+,.$/%#[]-\u{2013}_~@|&".unicodeScalars.contains(scalar)
}

private func endsPath(_ scalar: Unicode.Scalar) -> Bool {
    isLetterOrDigit(scalar) || "+-=_#/".unicodeScalars.contains(scalar)
}

private func isQueryScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCIILetterOrDigit || "!?*'@();:&=+$/%#[]-_.,~|".unicodeScalars.contains(scalar)
}

private func endsQuery(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCIILetterOrDigit || "-_&=#/".unicodeScalars.contains(scalar)
}

// MARK: - Scalars

private func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCIILetterOrDigit || scalar == "_"
}

private func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return scalar.isASCIILetterOrDigit }
    return isWestern(scalar)
}

/// Latin letters with marks and Cyrillic letters: allowed in addresses besides ASCII.
private func isWestern(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x400...0x4FF: true
    default: false
    }
}
