import BlueHeartLanguages

/// A grapheme cluster with the properties that determine its font.
struct TextCluster {
    var range: Range<Int>
    private let units: [UInt16]
    let scalars: [UInt32]

    init(_ range: Range<Int>, of text: [UInt16]) {
        self.range = range
        units = Array(text[range])
        scalars = UTF16Scalars(units).map(\.value)
    }

    /// True for an emoji in colour.
    ///
    /// Source: Unicode Technical Standard 51.
    var isEmoji: Bool {
        guard let first = scalars.first, !scalars.contains(0xFE0E) else { return false }
        if first < 0xA9 { return scalars.contains(0x20E3) }
        if ScalarProperty.emojiPresentation.holds(for: first) { return true }
        guard scalars.count > 1, ScalarProperty.emoji.holds(for: first) else { return false }
        return scalars.contains { $0 == 0xFE0F || (0x1F3FB...0x1F3FF).contains($0) }
    }

    /// True if it takes the font of its neighbours: spaces, digits, punctuation.
    var followsNeighbours: Bool { scalars.allSatisfy(isSharedByScripts) }

    /// True if a font can draw it, with letters and marks precomposed or separate.
    func isDrawn(by font: Font) -> Bool {
        if scalars.allSatisfy({ font.draws($0) }) { return true }
        guard scalars.contains(where: { $0 > 0x7F }) else { return false }
        return [NormalForm.composed, .decomposed].contains { form in
            UTF16Scalars(normalized(units, to: form)).allSatisfy { font.draws($0.value) }
        }
    }
}

extension Font {
    /// True if the font, or HarfBuzz instead of it, can render the scalar or may ignore it.
    fileprivate func draws(_ scalar: UInt32) -> Bool {
        if has(scalar) { return true }
        switch scalar {
        // Special spaces are made from the font's space, the unbreakable hyphen from the common
        // one.
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return blankGlyph != nil
        case 0x2011: return has(0x2010)
        default: return ScalarProperty.defaultIgnorable.holds(for: scalar)
        }
    }
}
