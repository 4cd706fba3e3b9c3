import Drawing

/// Memory that one rasterizer uses again and again, and what it keeps from card to card.
final class RenderResources {
    let cells = CoverageCells()
    var edges = EdgeList()
    let glyphs: GlyphCache
    let images: ImageCache
    let ramps = GradientRampCache()
    let effects: EffectCache

    init(glyphs: any GlyphSource, keptBytes: Int) {
        self.glyphs = GlyphCache(glyphs)
        images = ImageCache(limit: keptBytes / 5 * 3)
        effects = EffectCache(limit: keptBytes / 5 * 2)
    }
}

extension RenderResources {
    /// Frees what is over the bounds; between two cards.
    func tidy() {
        glyphs.tidy()
    }
}
