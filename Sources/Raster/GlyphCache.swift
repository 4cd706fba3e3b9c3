import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels

/// Cache of glyph masks.
///
/// A mask is made for one of four horizontal subpixel positions; baselines are rounded to whole
/// pixels.
final class GlyphCache {
    let source: any GlyphSource
    private var faces: [Face: [UInt32: Mask]] = [:]
    private var outlines: [GlyphName: Outline] = [:]
    private var colorGlyphs: [GlyphName: ColorPicture?] = [:]
    /// Ink bounds in em.
    private var bounds: [GlyphName: Rect] = [:]
    private var bytes = 0

    /// Limit of masks, outlines and pictures in bytes; a full cache is emptied.
    private static let limit = 8 << 20
    /// Approximate size of an entry without its content.
    private static let entryBytes = 96
    /// Largest em of cached masks, in px; larger glyphs are filled as paths.
    static let largestEm = 200.0

    /// A font at one size.
    struct Face: Hashable {
        var font: FontID
        /// The em in px of the card.
        var size: Double
    }

    struct GlyphName: Hashable {
        var font: FontID
        var glyph: UInt32
    }

    struct Outline {
        var path: Path
        /// Ink bounds in em.
        var bounds: Rect
    }

    /// A colour glyph.
    struct ColorPicture {
        var image: SourceImage
        /// Bounds in em.
        var bounds: Rect
    }

    init(_ source: any GlyphSource) {
        self.source = source
    }

    func outline(of glyph: UInt32, in font: FontID) -> Outline {
        let name = GlyphName(font: font, glyph: glyph)
        if let known = outlines[name] { return known }
        let path = source.outline(of: glyph, in: font)
        let outline = Outline(path: path, bounds: path.controlBounds)
        bytes += path.points.count * 16 + path.verbs.count + GlyphCache.entryBytes
        outlines[name] = outline
        return outline
    }

    func colorPicture(of glyph: UInt32, in font: FontID) -> ColorPicture? {
        let name = GlyphName(font: font, glyph: glyph)
        if let known = colorGlyphs[name] { return known }
        let picture = source.colorGlyph(glyph, in: font).map { glyph in
            ColorPicture(
                image: SourceImage(
                    key: "glyph \(name.glyph) of font \(font.index)", bitmap: glyph.bitmap),
                bounds: glyph.bounds)
        }
        bytes += (picture?.image.crop.bitmap.pixels.count ?? 0) * 4 + GlyphCache.entryBytes
        colorGlyphs[name] = .some(picture)
        return picture
    }

    /// The area in which a glyph may be painted, in em.
    func bounds(of glyph: UInt32, in font: FontID) -> Rect {
        let name = GlyphName(font: font, glyph: glyph)
        if let known = bounds[name] { return known }
        let found = colorPicture(of: glyph, in: font)?.bounds ?? outline(of: glyph, in: font).bounds
        bytes += GlyphCache.entryBytes
        bounds[name] = found
        return found
    }

    /// Empties a full cache; called between two cards, because masks are shared while one is
    /// painted.
    func tidy() {
        guard bytes > GlyphCache.limit else { return }
        faces.removeAll()
        outlines.removeAll()
        colorGlyphs.removeAll()
        bounds.removeAll()
        bytes = 0
    }

    /// Moves out the masks of a face, to be returned with `put`: a run looks up here only once.
    func take(_ face: Face) -> [UInt32: Mask] {
        let masks = faces[face] ?? [:]
        faces[face] = nil
        return masks
    }

    func put(_ masks: [UInt32: Mask], of face: Face) {
        faces[face] = masks
    }

    /// The mask of a glyph whose origin is `phase` quarters of a pixel right of (0, 0).
    func makeMask(_ glyph: UInt32, of face: Face, phase: Int, resources: RenderResources) -> Mask {
        let outline = outline(of: glyph, in: face.font)
        let transform = Transform.scale(x: face.size, y: face.size)
            .then(.translation(Point(x: Double(phase) / 4, y: 0)))
        let area = PixelRect(touching: transform.bounds(of: outline.bounds))
        guard !area.isEmpty else { return Mask(bounds: area) }
        resources.edges.fill(from: outline.path, transform: transform, in: area)
        var runs = MaskRuns(mask: Mask(bounds: area))
        EdgeShape(resources: resources, bounds: area, winding: .nonZero).emit(into: &runs)
        bytes += area.area + GlyphCache.entryBytes
        return runs.mask
    }
}
