public import BlueHeartDrawing
public import BlueHeartPixels

/// Rasterizes display lists to bitmaps.
///
/// One per worker, used by one thread at a time for a whole batch: glyphs, scaled pictures, shadows
/// and the common content of consecutive cards are painted once. The same list gives the same
/// pixels, whatever was painted before.
public final class Rasterizer {
    let resources: RenderResources
    private var base = BackgroundCache()

    /// Creates a rasterizer.
    ///
    /// - Parameter keptBytes: limit of cached pictures and shadows; three fifths for pictures.
    public init(glyphs: any GlyphSource, keptBytes: Int = 80 << 20) {
        resources = RenderResources(glyphs: glyphs, keptBytes: keptBytes)
    }

    /// Rasterizes a list, starting from transparent pixels.
    ///
    /// - Precondition: both sides are at least 1 px.
    public func rasterize(_ list: DisplayList) -> Bitmap {
        precondition(
            list.widthInPixels > 0 && list.heightInPixels > 0,
            "a picture of \(list.widthInPixels) x \(list.heightInPixels) px")
        resources.tidy()
        let start = base.start(list, resources: resources)
        let canvas = Canvas(start.surface, resources: resources)
        for index in start.commands {
            if index == start.kept { base.keep(start.surface, painted: index) }
            canvas.paint(list.commands[index])
        }
        if start.kept == list.commands.count {
            base.keep(start.surface, painted: list.commands.count)
        }
        let pixels = start.surface.takePixels()
        base.finish(list, pixels, resources)
        return Bitmap(width: list.widthInPixels, height: list.heightInPixels, pixels: pixels)
    }
}
