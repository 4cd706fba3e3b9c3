import BlueHeartLanguages
import CBlueHeartFreeType
import CBlueHeartHarfBuzz

/// A font file that is in no list: its faces are as the file itself describes them.
public struct FontFile: Sendable {
    /// The file as TrueType or OpenType.
    public let bytes: FontBytes
    /// The faces in the order of the file, at least one.
    public let faces: [FontDescription]

    /// Reads TTF, OTF, collections of them, WOFF and WOFF2.
    ///
    /// - Parameter file: its name in a catalogue and in messages.
    /// - Throws: bytes that are no font, truncated fonts, and fonts without a name.
    public init(reading bytes: FontBytes, file: String) throws(FontError) {
        let bytes = try unpacked(bytes, file: file)
        let blob = unsafe blob(of: bytes)
        defer { unsafe hb_blob_destroy(blob) }
        var faces: [FontDescription] = []
        let count = unsafe Int(hb_face_count(blob))
        for index in 0..<min(256, max(1, count)) {
            if let fault = FontDirectory.fault(in: bytes, face: index) {
                throw FontError(file: file, reason: .damaged(fault))
            }
            let face = unsafe hb_face_create(blob, UInt32(index))
            defer { unsafe hb_face_destroy(face) }
            faces.append(try unsafe description(of: face, index: index, file: file))
        }
        self.bytes = bytes
        self.faces = faces
    }
}

extension FontFile {
    /// Families of several files: faces with the same family name, in the order of the files.
    public static func families(of files: [FontFile]) -> [FontFamily] {
        var families: [FontFamily] = []
        for face in files.flatMap(\.faces) {
            if let index = families.firstIndex(where: { $0.name == face.family }) {
                families[index].faces.append(face)
            } else {
                families.append(FontFamily(name: face.family, faces: [face]))
            }
        }
        return families
    }
}

extension FontCatalog {
    /// This catalogue with further families, which replace families of the same name.
    public func adding(_ own: [FontFamily]) -> FontCatalog {
        let names = Set(own.map(\.name))
        return FontCatalog(
            families: own + families.filter { !names.contains($0.name) }, fallback: fallback,
            hyphenation: hyphenation)
    }
}

// MARK: - HarfBuzz

/// A blob over memory that outlives it.
private func blob(of bytes: FontBytes) -> OpaquePointer? {
    let memory = unsafe bytes.memory
    let start = unsafe memory.baseAddress?.assumingMemoryBound(to: CChar.self)
    return unsafe hb_blob_create(
        start, UInt32(memory.count), HB_MEMORY_MODE_READONLY, nil, nil)
}

private func description(
    of face: OpaquePointer?, index: Int, file: String
) throws(FontError) -> FontDescription {
    guard unsafe hb_face_get_glyph_count(face) > 0 else {
        throw FontError(file: file, reason: .damaged("no glyphs"))
    }
    let typographic = unsafe name(UInt32(HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY), of: face)
    let plain = unsafe name(UInt32(HB_OT_NAME_ID_FONT_FAMILY), of: face)
    guard let family = typographic ?? plain else {
        throw FontError(file: file, reason: .damaged("a font without a family name"))
    }
    let font = unsafe hb_font_create(face)
    defer { unsafe hb_font_destroy(font) }
    let own = unsafe hb_style_get_value(font, HB_STYLE_TAG_WEIGHT)
    let isItalic = unsafe hb_style_get_value(font, HB_STYLE_TAG_ITALIC) > 0.5
    let weights = unsafe weightAxis(of: face) ?? weight(own)...weight(own)
    return FontDescription(
        family: family, file: file, index: index, weights: weights, isItalic: isItalic)
}

private func weight(_ value: Float) -> Int {
    value.isFinite ? min(max(Int(value.rounded()), 1), 1000) : 400
}

/// The range of the weight axis; nil for a font without one.
private func weightAxis(of face: OpaquePointer?) -> ClosedRange<Int>? {
    var axis = hb_ot_var_axis_info_t()
    guard unsafe hb_ot_var_find_axis_info(face, Script("wght").tag, &axis) != 0,
        axis.min_value < axis.max_value
    else { return nil }
    return weight(axis.min_value)...weight(axis.max_value)
}

/// A name of the font in English; nil if it is missing or blank.
private func name(_ id: UInt32, of face: OpaquePointer?) -> String? {
    var length: UInt32 = 256
    var text = [CChar](repeating: 0, count: Int(length))
    let english = unsafe hb_language_from_string("en", -1)
    unsafe hb_ot_name_get_utf8(face, id, english, &length, &text)
    let bytes = text.prefix(Int(min(length, 255))).map { UInt8(bitPattern: $0) }
    let name = String(decoding: bytes, as: UTF8.self)
    return name.allSatisfy(\.isWhitespace) ? nil : name
}

// MARK: - WOFF

/// The font of a WOFF or WOFF2 file as TrueType or OpenType; other files as they are.
///
/// FreeType unpacks such a file when it opens it; the table without a tag is the whole font.
private func unpacked(_ bytes: FontBytes, file: String) throws(FontError) -> FontBytes {
    guard bytes.begins(with: "wOFF") || bytes.begins(with: "wOF2") else { return bytes }
    let freeType = FreeType()
    var face: FT_Face?
    let memory = unsafe bytes.memory
    let start = unsafe memory.baseAddress?.assumingMemoryBound(to: FT_Byte.self)
    guard
        unsafe FT_New_Memory_Face(freeType.library, start, FT_Long(memory.count), 0, &face) == 0,
        let face = unsafe face
    else { throw FontError(file: file, reason: .damaged("a damaged web font")) }
    defer { unsafe FT_Done_Face(face) }
    var length: FT_ULong = 0
    guard unsafe FT_Load_Sfnt_Table(face, 0, 0, nil, &length) == 0, length > 0,
        length <= unpackedLimit
    else { throw FontError(file: file, reason: .damaged("a web font that cannot be unpacked")) }
    var font = [UInt8](repeating: 0, count: Int(length))
    // SAFETY: the array has `length` bytes, which FreeType fills.
    guard unsafe FT_Load_Sfnt_Table(face, 0, 0, &font, &length) == 0 else {
        throw FontError(file: file, reason: .damaged("a web font that cannot be unpacked"))
    }
    return FontBytes(font)
}

/// Largest font that a web font may unpack to, in bytes.
private let unpackedLimit = 64 << 20

extension FontBytes {
    fileprivate func begins(with tag: StaticString) -> Bool {
        guard count >= tag.utf8CodeUnitCount else { return false }
        return tag.withUTF8Buffer { unsafe $0.elementsEqual(memory.prefix($0.count)) }
    }
}
