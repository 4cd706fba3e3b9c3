import BlueHeartDrawing

/// Reusable memory and caches of one rasterizer.
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
    /// Shrinks caches that exceed their limits; called between two cards.
    func tidy() {
        glyphs.tidy()
    }
}
