import BlueHeartArtwork
import BlueHeartCodecs
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels
import BlueHeartRaster
import BlueHeartTypesetting

/// Draws SVG artwork as pictures.
enum ArtworkPainter {
    /// Longest side of a picture of artwork, in px.
    static let longestSide = 8_192

    /// The size in px at which a drawing covers `covering`; its own size if that is empty.
    static func size(
        of drawing: VectorDrawing, covering: Size, limits: ImageLimits
    ) throws(ImageError) -> (width: Int, height: Int) {
        var scale = 1.0
        if !covering.isEmpty {
            scale = max(
                covering.width / drawing.size.width, covering.height / drawing.size.height)
        }
        func side(_ length: Double) -> Int { Int(max(1, min((length * scale).rounded(.up), 1e9))) }
        let (width, height) = (side(drawing.size.width), side(drawing.size.height))
        guard max(width, height) <= longestSide else {
            throw .sideTooLong(width: width, height: height, limit: longestSide)
        }
        guard width * height <= limits.pixels else {
            throw .tooLarge(width: width, height: height, limit: limits.pixels)
        }
        return (width, height)
    }

    /// The picture of a drawing.
    ///
    /// - Parameter content: identifies the drawing's bytes.
    static func picture(
        of drawing: VectorDrawing, size: (width: Int, height: Int), content: String,
        fonts: FontLibrary?
    ) throws(ArtworkError) -> (bitmap: Bitmap, findings: [ArtworkFinding]) {
        let drawn = try drawing.draw(
            widthInPixels: size.width, heightInPixels: size.height, key: content,
            typesetter: fonts.map(KitTypesetter.init))
        // Not cached: a drawing is painted once for each size.
        let rasterizer = Rasterizer(glyphs: NoGlyphs(), keptBytes: 0)
        return (rasterizer.rasterize(drawn.list), drawn.findings)
    }
}

/// The glyphs of drawings, whose text is outlines.
private struct NoGlyphs: GlyphSource {
    func outline(of glyph: UInt32, in font: FontID) -> Path { Path() }

    func colorGlyph(_ glyph: UInt32, in font: FontID) -> ColorGlyph? { nil }
}
