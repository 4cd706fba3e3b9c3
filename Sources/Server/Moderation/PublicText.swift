import BlueHeartLanguages

/// Canonical form of a text from the public: NFC, single spaces, none at the ends, and without
/// invisible characters that disguise or reverse text.
///
/// Joiners stay where scripts and emoji need them; control characters stay, for the engine reports
/// them.
func publicText(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return text }
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isDisguise(scalar) {
        if scalar.properties.isWhitespace, scalar.value >= 0x20, scalar.value != 0x85,
            scalar.value & ~1 != 0x2028
        {
            if let last = kept.last, last != " " { kept.append(" ") }
            continue
        }
        let isJoiner = scalar.value == 0x200C || scalar.value == 0x200D
        guard !isJoiner || kept.last.map(isJoined) ?? false else { continue }
        kept.append(scalar)
    }
    while kept.last == " " { kept.removeLast() }
    let units = normalized(Array(String(kept).utf16), to: .composed)
    return String(decoding: units, as: UTF16.self)
}

private func isDisguise(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B, 0x200E, 0x200F,
        0x202A...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xE0000...0xE0FFF:
        true
    default: false
    }
}

/// True if a joiner after the scalar has a meaning: letters of joining scripts, and emoji.
private func isJoined(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xFE0F || ScalarProperty.emoji.holds(for: scalar.value)
        || !["Latn", "Grek", "Cyrl", "Hani", "Zyyy"].contains(Script(of: scalar.value).name)
}
