import BlueHeartLanguages

/// Number of scalars of the emoji that begins at `start`; nil if none begins there.
///
/// A text character followed by an emoji selector is an emoji, a pictograph followed by a text
/// selector is not. Source: Unicode Technical Standard 51, section 1.4.9 (EBNF), flags, keycaps,
/// tags and joined sequences.
func emojiLength(in scalars: [Unicode.Scalar], at start: Int) -> Int? {
    if let length = keycapLength(in: scalars, at: start) { return length }
    // The first pictograph of Unicode; most text ends here.
    guard scalars[start].value >= 0xA9 else { return nil }
    if isRegional(scalars[start]) {
        let isFlag = start + 1 < scalars.count && isRegional(scalars[start + 1])
        return isFlag ? 2 : 1
    }
    guard var end = elementEnd(in: scalars, at: start, isFirst: true) else { return nil }
    while end < scalars.count, scalars[end] == "\u{200D}", end + 1 < scalars.count,
        let next = elementEnd(in: scalars, at: end + 1, isFirst: false)
    {
        end = next
    }
    return end - start
}

/// `1️⃣`: a digit, `#` or `*`, an optional selector, and the enclosing keycap.
private func keycapLength(in scalars: [Unicode.Scalar], at start: Int) -> Int? {
    switch scalars[start] {
    case "0"..."9", "#", "*": break
    default: return nil
    }
    var end = start + 1
    if end < scalars.count, scalars[end] == selector { end += 1 }
    return end < scalars.count && scalars[end] == "\u{20E3}" ? end + 1 - start : nil
}

private let selector: Unicode.Scalar = "\u{FE0F}"

private func isRegional(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
}

/// The end of a pictograph with its selector, skin tone and tags.
private func elementEnd(in scalars: [Unicode.Scalar], at start: Int, isFirst: Bool) -> Int? {
    let base = scalars[start]
    guard base.value >= 0xA9, base.properties.isEmoji else { return nil }
    var end = start + 1
    let isText = end < scalars.count && scalars[end] == "\u{FE0E}"
    let isAsked = end < scalars.count && (scalars[end] == selector || isSkin(scalars[end]))
    // After a joiner ♀ is a pictograph even without a selector.
    guard !isText, base.properties.isEmojiPresentation || isAsked || !isFirst else { return nil }
    if end < scalars.count, scalars[end] == selector { end += 1 }
    if end < scalars.count, isSkin(scalars[end]), base.properties.isEmojiModifierBase { end += 1 }
    return tagsEnd(in: scalars, at: end)
}

private func isSkin(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F3FB...0x1F3FF).contains(scalar.value)
}

/// The end of the tags after a black flag: the letters of a region and the end tag.
private func tagsEnd(in scalars: [Unicode.Scalar], at start: Int) -> Int {
    let tags = scalars[start...].prefix { (0xE0020...0xE007E).contains($0.value) }
    let end = tags.endIndex
    guard !tags.isEmpty, end < scalars.count, scalars[end].value == 0xE007F else { return start }
    return end + 1
}
