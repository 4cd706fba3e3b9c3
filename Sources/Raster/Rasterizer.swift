public import Drawing
public import Pixels

/// Turns display lists into pictures.
///
/// One for each worker, used by one thread at a time and kept for a whole batch: glyphs, sized
/// pictures, shadows and what neighbouring cards have in common are painted once. The same list
/// gives the same pixels whatever was painted before it.
public final class Rasterizer {
    let resources: RenderResources
    private var base = BackgroundCache()

    /// - Parameter keptBytes: of sized pictures and shadows that are kept; three fifths for pictures.
    public init(glyphs: any GlyphSource, keptBytes: Int = 80 << 20) {
        resources = RenderResources(glyphs: glyphs, keptBytes: keptBytes)
    }

    /// The picture of a list; starts from transparent pixels.
    ///
    /// Precondition: both sides are at least 1 px.
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
