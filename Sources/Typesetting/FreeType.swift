import BlueHeartGeometry
import CBlueHeartFreeType

/// FreeType's memory and modules; owned by a `FontLibrary` and used under its lock.
@safe final class FreeType {
    let library: FT_Library

    init() {
        var library: FT_Library?
        let status = unsafe FT_Init_FreeType(&library)
        guard status == 0, let library = unsafe library else {
            preconditionFailure("FreeType does not start: \(status)")
        }
        unsafe self.library = unsafe library
    }

    deinit { unsafe FT_Done_FreeType(library) }
}

/// One face of a font file with its axes set; used under its library's lock.
@safe final class FreeTypeFace {
    private let face: FT_Face
    private let library: FreeType
    private let scale: Double

    init(
        _ description: FontDescription, weight: Int, bytes: FontBytes, library: FreeType
    ) throws(FontError) {
        self.library = library
        var face: FT_Face?
        let memory = unsafe bytes.memory
        let start = unsafe memory.baseAddress?.assumingMemoryBound(to: FT_Byte.self)
        // SAFETY: the font that owns this face keeps `bytes`; FreeType only reads.
        let status = unsafe FT_New_Memory_Face(
            library.library, start, FT_Long(memory.count), FT_Long(description.index), &face)
        guard status == 0, let face = unsafe face else {
            throw FontError(
                file: description.file,
                reason: unsafe faultOfFile(description, memory, library))
        }
        unsafe self.face = unsafe face
        let unitsPerEm = unsafe face.pointee.units_per_EM
        scale = 1 / Double(unitsPerEm > 0 ? unitsPerEm : 1000)
        try setAxes(description, weight: weight)
    }

    deinit { unsafe FT_Done_Face(face) }

    /// Sets named axes; the others keep their defaults.
    private func setAxes(_ description: FontDescription, weight: Int) throws(FontError) {
        let wanted = description.designAxes(weight: weight)
        guard !wanted.isEmpty else { return }
        let tags = try axisTags(description)
        var values = tags.map(\.standard)
        for (tag, value) in wanted {
            guard let place = tags.firstIndex(where: { $0.name == tag }) else {
                throw FontError(
                    file: description.file, reason: .damaged("no axis \"\(tag)\""))
            }
            values[place] = FT_Fixed(value * 65536)
        }
        let status = unsafe FT_Set_Var_Design_Coordinates(face, FT_UInt(values.count), &values)
        guard status == 0 else {
            throw FontError(file: description.file, reason: .damaged("axes that cannot be set"))
        }
    }

    private func axisTags(
        _ description: FontDescription
    ) throws(FontError) -> [(name: String, standard: FT_Fixed)] {
        var axes: UnsafeMutablePointer<FT_MM_Var>?
        guard unsafe FT_Get_MM_Var(face, &axes) == 0, let axes = unsafe axes else {
            throw FontError(file: description.file, reason: .damaged("no axes"))
        }
        defer { unsafe FT_Done_MM_Var(library.library, axes) }
        // SAFETY: FreeType returns the number of axes in the list.
        return unsafe (0..<Int(axes.pointee.num_axis)).map { index in
            let axis = unsafe axes.pointee.axis[index]
            return unsafe (tagName(UInt32(truncatingIfNeeded: axis.tag)), axis.def)
        }
    }
}

private func tagName(_ tag: UInt32) -> String {
    String(decoding: (0..<4).map { UInt8(truncatingIfNeeded: tag >> (24 - 8 * $0)) }, as: UTF8.self)
}

/// Distinguishes a file that is not a font from one with fewer faces than requested.
private func faultOfFile(
    _ description: FontDescription, _ memory: UnsafeRawBufferPointer, _ library: FreeType
) -> FontError.Reason {
    var face: FT_Face?
    let start = unsafe memory.baseAddress?.assumingMemoryBound(to: FT_Byte.self)
    let status = unsafe FT_New_Memory_Face(
        library.library, start, FT_Long(memory.count), -1, &face)
    guard status == 0, let face = unsafe face else {
        return .damaged("\(memory.count) bytes that are not a font")
    }
    defer { unsafe FT_Done_Face(face) }
    let count = unsafe Int(face.pointee.num_faces)
    return description.index < count
        ? .damaged("a truncated font")
        : .noSuchFace(index: description.index, count: count)
}

// MARK: - Outlines

extension FreeTypeFace {
    /// The outline in em, y down; empty for a glyph without one.
    ///
    /// Read in font units, without hinting, so that it is the same at every size.
    func outline(of glyph: UInt32) -> Path {
        let flags = FT_Int32(FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP)
        guard unsafe FT_Load_Glyph(face, glyph, flags) == 0 else { return Path() }
        let slot = unsafe face.pointee.glyph
        guard let slot = unsafe slot, unsafe slot.pointee.format == FT_GLYPH_FORMAT_OUTLINE else {
            return Path()
        }
        var pen = OutlinePen(scale: scale)
        // SAFETY: the pen outlives the call and is used only during it.
        unsafe withUnsafeMutablePointer(to: &pen) { pen in
            var functions = penFunctions()
            _ = unsafe FT_Outline_Decompose(&slot.pointee.outline, &functions, pen)
        }
        pen.end()
        return pen.path
    }
}

/// Collects a glyph's contours from FreeType's callbacks.
private struct OutlinePen {
    var path = Path()
    let scale: Double

    init(scale: Double) {
        self.scale = scale
    }

    /// A point in em; `vector` is valid during the callback only.
    func point(_ vector: UnsafePointer<FT_Vector>?) -> Point {
        guard let vector = unsafe vector?.pointee else {
            preconditionFailure("FreeType drew to no point")
        }
        return Point(x: Double(vector.x) * scale, y: -Double(vector.y) * scale)
    }

    mutating func end() {
        if !path.isEmpty { path.close() }
    }
}

private func penFunctions() -> FT_Outline_Funcs {
    unsafe FT_Outline_Funcs(
        move_to: { to, pen in
            unsafe draw(pen) { pen in
                pen.end()
                unsafe pen.path.move(to: pen.point(to))
            }
        },
        line_to: { to, pen in unsafe draw(pen) { unsafe $0.path.line(to: $0.point(to)) } },
        conic_to: { control, to, pen in
            unsafe draw(pen) { unsafe $0.path.quad($0.point(control), to: $0.point(to)) }
        },
        cubic_to: { first, second, to, pen in
            unsafe draw(pen) {
                unsafe $0.path.cubic($0.point(first), $0.point(second), to: $0.point(to))
            }
        }, shift: 0, delta: 0)
}

/// Calls `body` with the pen behind FreeType's pointer; returns FreeType's success code.
private func draw(_ pen: UnsafeMutableRawPointer?, body: (inout OutlinePen) -> Void) -> Int32 {
    // SAFETY: FreeType passes back the pointer it was given, to a pen that outlives the call.
    guard let pen = unsafe pen?.assumingMemoryBound(to: OutlinePen.self) else { return 1 }
    unsafe body(&pen.pointee)
    return 0
}
