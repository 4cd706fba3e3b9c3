import BlueHeartPixels
import CBlueHeartImageQuant

/// The picture in at most 256 colours, chosen by libimagequant and dithered.
func reducedPalette(of bitmap: Bitmap) throws(EncodeError) -> IndexedPixels {
    let straight = bitmap.pixels.map(unpremultiplied)
    guard let attributes = unsafe liq_attr_create() else {
        throw .failed("no memory for a palette")
    }
    defer { unsafe liq_attr_destroy(attributes) }
    // Of the speeds 1 to 10 the fastest whose files are as small as the slowest's.
    unsafe liq_set_speed(attributes, 4)
    var indices = [UInt8](repeating: 0, count: straight.count)
    let palette = unsafe straight.withUnsafeBytes { pixels -> [UInt32]? in
        // SAFETY: width * height words of R, G, B, A, which outlive the image.
        guard let base = pixels.baseAddress,
            let image = unsafe liq_image_create_rgba(
                attributes, base, Int32(bitmap.width), Int32(bitmap.height), 0)
        else { return nil }
        defer { unsafe liq_image_destroy(image) }
        return unsafe remappedPalette(of: image, attributes, indices: &indices)
    }
    guard let palette else { throw .failed("libimagequant finds no palette") }
    return IndexedPixels(palette: palette, indices: indices)
}

private func remappedPalette(
    of image: OpaquePointer, _ attributes: OpaquePointer, indices: inout [UInt8]
) -> [UInt32]? {
    var result: OpaquePointer?
    guard unsafe liq_image_quantize(image, attributes, &result) == LIQ_OK,
        let result = unsafe result
    else { return nil }
    defer { unsafe liq_result_destroy(result) }
    unsafe liq_set_dithering_level(result, 1)
    // SAFETY: indices has one byte for each pixel, and its count is told.
    guard unsafe liq_write_remapped_image(result, image, &indices, indices.count) == LIQ_OK,
        let found = unsafe liq_get_palette(result)
    else { return nil }
    let count = unsafe Int(found.pointee.count)
    return unsafe withUnsafeBytes(of: found.pointee.entries) { entries in
        (0..<count).map { unsafe entries.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self) }
    }
}
