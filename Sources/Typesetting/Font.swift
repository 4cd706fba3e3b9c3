import BlueHeartDrawing
import BlueHeartLanguages
import CBlueHeartHarfBuzz

/// An open font: one face at one weight, without a size.
///
/// Owned by a `FontLibrary` and shared by all workers, which only read it: HarfBuzz's font is
/// immutable, and FreeType's face is used under the library's lock.
@safe final class Font: @unchecked Sendable {
    let id: FontID
    let description: FontDescription
    /// Position on the weight axis; the face's own weight if it has none.
    let weight: Int
    let metrics: FontMetrics
    let unitsPerEm: Double
    let shaping: OpaquePointer
    /// Used under the library's lock only.
    let drawing: FreeTypeFace
    /// Glyph used for an invisible character: the space.
    let blankGlyph: UInt32?
    private let bytes: FontBytes
    /// True for each scalar below 0x180 for which the font has a glyph.
    private let common: [Bool]

    /// Opens a face; checks every table needed for shaping and drawing, so that typeset glyphs can
    /// be drawn.
    init(
        _ description: FontDescription, id: FontID, weight: Int, bytes: FontBytes,
        freeType: FreeType
    ) throws(FontError) {
        self.id = id
        self.description = description
        self.weight = weight
        self.bytes = bytes
        drawing = try FreeTypeFace(description, weight: weight, bytes: bytes, library: freeType)
        if let fault = FontDirectory.fault(in: bytes, face: description.index) {
            throw FontError(file: description.file, reason: .damaged(fault))
        }
        let shaping = try unsafe openForShaping(description, weight: weight, bytes: bytes)
        unsafe self.shaping = unsafe shaping
        unitsPerEm = unsafe Double(hb_face_get_upem(hb_font_get_face(shaping)))
        metrics = unsafe FontMetrics(of: shaping, unitsPerEm: unitsPerEm)
        blankGlyph = unsafe nominalGlyph(0x20, in: shaping)
        common = (0..<0x180).map { unsafe nominalGlyph($0, in: shaping) != nil }
    }

    deinit { unsafe hb_font_destroy(shaping) }

    var isEmoji: Bool { description.kind == .emoji }

    /// True if glyphs extend so far vertically that a line height for Latin would make lines
    /// collide.
    var isTall: Bool { !isEmoji && metrics.ascent + metrics.descent > 1.6 }

    /// Ink extent of a glyph above and below its origin, in em; nil if unknown.
    func reach(of glyph: UInt32) -> (above: Double, below: Double)? {
        var extents = hb_glyph_extents_t()
        guard unsafe hb_font_get_glyph_extents(shaping, glyph, &extents) != 0 else { return nil }
        let above = Double(extents.y_bearing) / unitsPerEm
        return (above, -Double(extents.height) / unitsPerEm - above)
    }

    /// Empty part of a character's advance after its ink, in em; nil if unknown.
    func blankEnd(of scalar: UInt32) -> Double? {
        guard let (glyph, extents) = extents(of: scalar) else { return nil }
        let advance = unsafe hb_font_get_glyph_h_advance(shaping, glyph)
        return Double(advance - extents.x_bearing - extents.width) / unitsPerEm
    }

    /// Empty part of a character's advance before its ink, in em; nil if unknown.
    func blankStart(of scalar: UInt32) -> Double? {
        extents(of: scalar).map { Double($0.extents.x_bearing) / unitsPerEm }
    }

    private func extents(
        of scalar: UInt32
    ) -> (glyph: hb_codepoint_t, extents: hb_glyph_extents_t)? {
        guard let glyph = unsafe nominalGlyph(scalar, in: shaping) else { return nil }
        var extents = hb_glyph_extents_t()
        guard unsafe hb_font_get_glyph_extents(shaping, glyph, &extents) != 0 else { return nil }
        return (glyph, extents)
    }

    func has(_ scalar: UInt32) -> Bool {
        if scalar < 0x180 { return common[Int(scalar)] }
        return unsafe nominalGlyph(scalar, in: shaping) != nil
    }
}

extension Font {
    /// Underline position and thickness in em: from the baseline down to its upper edge.
    var underline: (offset: Double, thickness: Double) {
        let offset = -position(HB_OT_METRICS_TAG_UNDERLINE_OFFSET, orElse: -0.1)
        let thickness = position(HB_OT_METRICS_TAG_UNDERLINE_SIZE, orElse: 0.06)
        return (min(max(offset, 0.05), 0.5), min(max(thickness, 0.02), 0.2))
    }

    /// Strike-through position; the offset is negative because it is above the baseline.
    var strike: (offset: Double, thickness: Double) {
        let thickness = position(HB_OT_METRICS_TAG_STRIKEOUT_SIZE, orElse: 0.06)
        let middle = metrics.xHeight / 2 + thickness / 2
        return (
            -position(HB_OT_METRICS_TAG_STRIKEOUT_OFFSET, orElse: middle),
            min(max(thickness, 0.02), 0.2)
        )
    }

    private func position(_ tag: hb_ot_metrics_tag_t, orElse standard: Double) -> Double {
        var position: Int32 = 0
        guard unsafe hb_ot_metrics_get_position(shaping, tag, &position) != 0, position != 0
        else { return standard }
        return Double(position) / unitsPerEm
    }
}

/// Heights above and below the baseline, in em, each positive in its own direction.
struct FontMetrics: Hashable, Sendable {
    var ascent: Double
    var descent: Double
    var capHeight: Double
    var xHeight: Double
}

extension FontMetrics {
    /// Reads OS/2 and hhea; missing heights are measured on H and x.
    init(of font: OpaquePointer, unitsPerEm: Double) {
        var extents = hb_font_extents_t()
        unsafe hb_font_get_h_extents(font, &extents)
        ascent = Double(extents.ascender) / unitsPerEm
        descent = Double(-extents.descender) / unitsPerEm
        capHeight =
            unsafe height(HB_OT_METRICS_TAG_CAP_HEIGHT, orOf: 0x48, in: font) / unitsPerEm
        xHeight = unsafe height(HB_OT_METRICS_TAG_X_HEIGHT, orOf: 0x78, in: font) / unitsPerEm
        if capHeight == 0 { capHeight = ascent * 0.7 }
        if xHeight == 0 { xHeight = ascent * 0.5 }
    }
}

private func height(
    _ tag: hb_ot_metrics_tag_t, orOf scalar: UInt32, in font: OpaquePointer
) -> Double {
    var position: Int32 = 0
    if unsafe hb_ot_metrics_get_position(font, tag, &position) != 0, position > 0 {
        return Double(position)
    }
    var extents = hb_glyph_extents_t()
    guard let glyph = unsafe nominalGlyph(scalar, in: font) else { return 0 }
    guard unsafe hb_font_get_glyph_extents(font, glyph, &extents) != 0 else { return 0 }
    return Double(extents.y_bearing)
}

private func nominalGlyph(_ scalar: UInt32, in font: OpaquePointer) -> UInt32? {
    var glyph: UInt32 = 0
    return unsafe hb_font_get_nominal_glyph(font, scalar, &glyph) != 0 ? glyph : nil
}

/// HarfBuzz's font with one unit per font unit, immutable, its axes set.
private func openForShaping(
    _ description: FontDescription, weight: Int, bytes: FontBytes
) throws(FontError) -> OpaquePointer {
    // SAFETY: the font keeps `bytes` for as long as HarfBuzz's objects live.
    let memory = unsafe bytes.memory
    let start = unsafe memory.baseAddress?.assumingMemoryBound(to: CChar.self)
    let blob = unsafe hb_blob_create(
        start, UInt32(memory.count), HB_MEMORY_MODE_READONLY, nil, nil)
    let face = unsafe hb_face_create(blob, UInt32(description.index))
    unsafe hb_blob_destroy(blob)
    defer { unsafe hb_face_destroy(face) }
    guard unsafe hb_face_get_glyph_count(face) > 0 else {
        throw FontError(file: description.file, reason: .damaged("no glyphs"))
    }
    let font = unsafe hb_font_create(face)
    unsafe setAxes(of: font, to: description.designAxes(weight: weight))
    unsafe hb_face_make_immutable(face)
    unsafe hb_font_make_immutable(font)
    guard let font = unsafe font else { preconditionFailure("no memory for a font") }
    return unsafe font
}

private func setAxes(of font: OpaquePointer?, to axes: [(tag: String, value: Double)]) {
    guard !axes.isEmpty else { return }
    let variations = axes.map {
        hb_variation_t(tag: Script($0.tag).tag, value: Float($0.value))
    }
    unsafe hb_font_set_variations(font, variations, UInt32(variations.count))
}

extension FontDescription {
    /// The values of the font's axes at a weight, sorted by tag.
    func designAxes(weight: Int) -> [(tag: String, value: Double)] {
        var all = axes
        if hasWeightAxis { all["wght"] = Double(weight) }
        return all.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
