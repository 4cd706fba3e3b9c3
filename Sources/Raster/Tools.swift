import Drawing

/// Memory that one rasterizer uses again and again, and what it keeps from card to card.
final class Tools {
    let cells = CoverageCells()
    var edges = EdgeList()
    let glyphs: GlyphShelf
    let images: ImageShelf
    let ramps = RampShelf()
    let effects: EffectShelf

    init(glyphs: any GlyphSource, keptBytes: Int) {
        self.glyphs = GlyphShelf(glyphs)
        images = ImageShelf(limit: keptBytes / 5 * 3)
        effects = EffectShelf(limit: keptBytes / 5 * 2)
    }
}

extension Tools {
    /// Frees what is over the bounds; between two cards.
    func tidy() {
        glyphs.tidy()
    }
}
