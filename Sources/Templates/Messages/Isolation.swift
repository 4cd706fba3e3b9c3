import BlueHeartLanguages

/// The text between marks that keep its direction to itself, where it runs the other way.
///
/// Without them a name in Latin letters at the end of an Arabic sentence would move the full stop.
/// Source: Unicode Standard Annex 9, section 2.4 (first strong isolate U+2068, pop U+2069).
func directionKept(_ text: String, in direction: TextDirection) -> String {
    // Letters of ASCII run from left to right, and most texts are of them.
    if direction == .leftToRight, text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    let runsAway = text.unicodeScalars.contains { scalar in
        isLetterLike(scalar) && (isRightToLeft(scalar) != (direction == .rightToLeft))
    }
    return runsAway ? "\u{2068}\(text)\u{2069}" : text
}

private func isLetterLike(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
}

/// Blocks whose letters run from right to left.
///
/// Source: Unicode, DerivedBidiClass.txt, the
/// defaults for unassigned code points, which cover the scripts assigned there.
private func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
        true
    default: false
    }
}
