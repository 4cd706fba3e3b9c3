import BlueHeartGeometry
import BlueHeartPixels
import CBlueHeartPNGDecoder

func decodePNG(
    _ bytes: [UInt8], limits: ImageLimits, covering: Size?
) throws(ImageError) -> DecodedImage {
    let header = try PNGHeader.read(bytes, limits: limits)
    let factor = shrinking(header.summary, covering: covering, limits: limits)
    var notes: [ImageNote] = header.isAnimated ? [.firstFrameOnly] : []
    var pixels = try straightPixels(of: bytes, header, shrinking: factor)
    convertToSRGB(&pixels, from: header.colorSpace(notes: &notes), notes: &notes)
    premultiply(&pixels)
    let stored = Bitmap(
        width: shrunk(header.width, by: factor), height: shrunk(header.height, by: factor),
        pixels: pixels)
    return DecodedImage(
        header: header.summary, bitmap: stored.turned(header.orientation), notes: notes)
}

/// The pixels of the file, or the means of blocks of them; R lowest, not premultiplied.
private func straightPixels(
    of bytes: [UInt8], _ header: PNGHeader, shrinking factor: Int
) throws(ImageError) -> [UInt32] {
    if factor == 1 {
        return try decoded(bytes, header, count: header.width * header.height, nil)
    }
    let columns = shrunk(header.width, by: factor)
    let rows = shrunk(header.height, by: factor)
    let sumRows = header.isInterlaced ? rows : 1
    var sums = [UInt16](repeating: 0, count: sumRows * columns * 4)
    var row = [UInt8](repeating: 0, count: header.width * 4)
    // SAFETY: both arrays outlive the call, and have the size that `PNGShrinking` requires.
    return try unsafe sums.withUnsafeMutableBufferPointer { sums throws(ImageError) in
        try unsafe row.withUnsafeMutableBufferPointer { row throws(ImageError) in
            var shrinking = unsafe PNGShrinking(
                halvings: UInt32(factor.trailingZeroBitCount), sum_rows: UInt32(sumRows),
                sums: sums.baseAddress, row: row.baseAddress)
            return try unsafe decoded(bytes, header, count: columns * rows, &shrinking)
        }
    }
}

/// Runs the decoder.
///
/// - Parameter count: number of output pixels.
private func decoded(
    _ bytes: [UInt8], _ header: PNGHeader, count: Int, _ shrinking: UnsafePointer<PNGShrinking>?
) throws(ImageError) -> [UInt32] {
    var message = [CChar](repeating: 0, count: 128)
    let decoded = unsafe PixelMemory.filled(count: count) { memory in
        unsafe bytes.withUnsafeBufferPointer { file in
            var decoding = unsafe PNGDecoding(
                bytes: file.baseAddress, count: file.count, width: UInt32(header.width),
                height: UInt32(header.height),
                rgba: memory.baseAddress?.assumingMemoryBound(to: UInt8.self),
                shrinking: shrinking)
            // SAFETY: memory holds 4 bytes for each pixel or block; all buffers outlive the call.
            return unsafe png_decode_rgba(&decoding, &message, message.count)
        }
    }
    guard let decoded else { throw .corrupt(text(of: message)) }
    return decoded
}
