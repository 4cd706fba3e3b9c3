import BlueHeartDrawing
import BlueHeartLanguages
import CBlueHeartHarfBuzz

/// A shaped glyph; lengths in em of its own font size, y up.
struct ShapedGlyph: Hashable {
    var id: UInt32
    /// The first UTF-16 unit of its cluster.
    var cluster: Int
    var advance: Double
    var dx: Double
    var dy: Double
    /// True if the text before its cluster must be reshaped when a line ends there.
    var isUnsafeToBreak: Bool
}

/// The input of shaping for one run.
struct ShapingRequest {
    var range: Range<Int>
    var font: Font
    var isRightToLeft: Bool
    var script: Script
    /// Sorted by tag.
    var features: [FontFeature]
}

struct FontFeature: Hashable {
    var tag: UInt32
    var value: Int
}

/// Shapes characters to glyphs; owned by one worker at a time because of HarfBuzz's buffer.
@safe final class Shaper {
    private let buffer: OpaquePointer
    private var languages: [String: OpaquePointer] = unsafe [:]

    init() {
        guard let buffer = unsafe hb_buffer_create() else {
            preconditionFailure("no memory for a shaping buffer")
        }
        unsafe self.buffer = unsafe buffer
    }

    deinit { unsafe hb_buffer_destroy(buffer) }

    /// Appends the glyphs of `request` in visual order, left to right.
    ///
    /// The text around the range decides how letters at its edges join.
    func shape(
        _ request: ShapingRequest, of text: [UInt16], language: Language,
        into glyphs: inout [ShapedGlyph]
    ) {
        unsafe hb_buffer_clear_contents(buffer)
        // SAFETY: HarfBuzz copies the text; the range is inside it.
        unsafe hb_buffer_add_utf16(
            buffer, text, Int32(text.count), UInt32(request.range.lowerBound),
            Int32(request.range.count))
        unsafe hb_buffer_set_direction(
            buffer, request.isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
        unsafe hb_buffer_set_script(buffer, hb_script_t(rawValue: request.script.tag))
        unsafe hb_buffer_set_language(buffer, handle(of: language))
        let features = request.features.map {
            hb_feature_t(tag: $0.tag, value: UInt32($0.value), start: 0, end: UInt32.max)
        }
        unsafe hb_shape(request.font.shaping, buffer, features, UInt32(features.count))
        appendGlyphs(to: &glyphs, scale: 1 / request.font.unitsPerEm)
    }

    private func appendGlyphs(to glyphs: inout [ShapedGlyph], scale: Double) {
        var count: UInt32 = 0
        let infos = unsafe hb_buffer_get_glyph_infos(buffer, &count)
        let positions = unsafe hb_buffer_get_glyph_positions(buffer, nil)
        guard let infos = unsafe infos, let positions = unsafe positions else { return }
        let breakMask = HB_GLYPH_FLAG_UNSAFE_TO_BREAK.rawValue
        glyphs.reserveCapacity(glyphs.count + Int(count))
        for index in 0..<Int(count) {
            // SAFETY: both lists have `count` entries until the buffer changes.
            let (info, position) = unsafe (infos[index], positions[index])
            glyphs.append(
                ShapedGlyph(
                    id: info.codepoint, cluster: Int(info.cluster),
                    advance: Double(position.x_advance) * scale,
                    dx: Double(position.x_offset) * scale, dy: Double(position.y_offset) * scale,
                    isUnsafeToBreak: info.mask & breakMask != 0))
        }
    }

    private func handle(of language: Language) -> OpaquePointer? {
        if let known = unsafe languages[language.tag] { return unsafe known }
        let handle = unsafe hb_language_from_string(language.tag, -1)
        unsafe languages[language.tag] = unsafe handle
        return unsafe handle
    }
}
