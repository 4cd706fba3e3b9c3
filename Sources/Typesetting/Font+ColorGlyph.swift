import BlueHeartCodecs
import BlueHeartDrawing
import BlueHeartGeometry
import CBlueHeartHarfBuzz

extension Font {
    /// The picture of a glyph; nil if the font has none, or an unreadable one.
    ///
    /// Reads the bitmaps of CBDT and sbix tables, which are PNG files.
    func colorGlyph(_ glyph: UInt32) -> ColorGlyph? {
        guard isEmoji, let blob = unsafe hb_ot_color_glyph_reference_png(shaping, glyph) else {
            return nil
        }
        defer { unsafe hb_blob_destroy(blob) }
        var count: UInt32 = 0
        // SAFETY: the blob lives until the end of this function, and its bytes are copied.
        let start = unsafe hb_blob_get_data(blob, &count)
        guard count > 0, let start = unsafe start else { return nil }
        let bytes = unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: Int(count)))
        guard let bounds = bounds(of: glyph) else { return nil }
        do throws(ImageError) {
            let picture = try decodeImage(bytes, limits: glyphLimits)
            return ColorGlyph(bitmap: picture.bitmap, bounds: bounds)
        } catch {
            // The glyph check reports it as an error with the font's file.
            return nil
        }
    }

    /// Bounds in em, y down, from the origin on the baseline.
    private func bounds(of glyph: UInt32) -> Rect? {
        var extents = hb_glyph_extents_t()
        guard unsafe hb_font_get_glyph_extents(shaping, glyph, &extents) != 0 else { return nil }
        return Rect(
            x: Double(extents.x_bearing) / unitsPerEm, y: -Double(extents.y_bearing) / unitsPerEm,
            width: Double(extents.width) / unitsPerEm,
            height: -Double(extents.height) / unitsPerEm)
    }
}

/// Font files are trusted; their pictures are at most a few hundred px.
private let glyphLimits = ImageLimits(bytes: 1 << 20, pixels: 1 << 20)
