import Languages

/// A character as people see it, with what decides which font it takes.
struct TextCluster {
    var range: Range<Int>
    private let units: [UInt16]
    let scalars: [UInt32]

    init(_ range: Range<Int>, of text: [UInt16]) {
        self.range = range
        units = Array(text[range])
        scalars = UTF16Scalars(units).map(\.value)
    }

    /// Whether it is meant as a picture in colours.
    ///
    /// Source: Unicode Technical Standard 51.
    var isEmoji: Bool {
        guard let first = scalars.first, !scalars.contains(0xFE0E) else { return false }
        if first < 0xA9 { return scalars.contains(0x20E3) }
        if ScalarProperty.emojiPresentation.holds(for: first) { return true }
        guard scalars.count > 1, ScalarProperty.emoji.holds(for: first) else { return false }
        return scalars.contains { $0 == 0xFE0F || (0x1F3FB...0x1F3FF).contains($0) }
    }

    /// Whether it takes the font of its neighbours: spaces, digits, punctuation.
    var followsNeighbours: Bool { scalars.allSatisfy(isSharedByScripts) }

    /// Whether a font can draw it, its letters and marks together or apart.
    func isDrawn(by font: Font) -> Bool {
        if scalars.allSatisfy({ font.draws($0) }) { return true }
        guard scalars.contains(where: { $0 > 0x7F }) else { return false }
        return [NormalForm.composed, .decomposed].contains { form in
            UTF16Scalars(normalized(units, to: form)).allSatisfy { font.draws($0.value) }
        }
    }
}

extension Font {
    /// Whether the font, or HarfBuzz in its place, shows the scalar or needs not show it.
    fileprivate func draws(_ scalar: UInt32) -> Bool {
        if has(scalar) { return true }
        switch scalar {
        // Spaces are made of the font's own, the unbreakable hyphen of the common one.
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return blankGlyph != nil
        case 0x2011: return has(0x2010)
        default: return ScalarProperty.defaultIgnorable.holds(for: scalar)
        }
    }
}
