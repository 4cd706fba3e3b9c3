/// Hint that proposes the nearest known name: `did you mean "square"?`; nil if none is near.
///
/// - Parameter form: spelling of the name where it is used; in quotes by default.
public func didYouMean(
    _ name: String, among known: some Sequence<String>,
    written form: (String) -> String = { quoted($0) }
) -> String? {
    nearestName(to: name, in: known).map { didYouMean(nearest: $0, written: form) }
}

/// Hint that proposes a name of which it is known that it is near.
public func didYouMean(
    nearest name: String, written form: (String) -> String = { quoted($0) }
) -> String {
    "did you mean \(form(name))?"
}

/// Hint for an unknown name: the nearest known name, else the known names, of which at most 30 are
/// listed; nil if there are none.
public func nameHint(for name: String, among known: [String]) -> String? {
    if let near = didYouMean(name, among: known) { return near }
    guard !known.isEmpty else { return nil }
    let listed = known.prefix(30) + (known.count > 30 ? ["…"] : [])
    return "choose one of \(listed.joined(separator: ", "))"
}

/// Words as alternatives of a sentence: `a`, `a or b`, `a, b or c`.
public func alternatives(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
}
