import CPNGDecoder
import Pixels

func decodePNG(_ bytes: [UInt8], limits: ImageLimits) throws(ImageError) -> DecodedImage {
    let header = try PNGHeader.read(bytes, limits: limits)
    var notes: [ImageNote] = header.isAnimated ? [.firstFrameOnly] : []
    var pixels = try straightPixels(of: bytes, header)
    convertToSRGB(&pixels, from: header.colorSpace(notes: &notes), notes: &notes)
    premultiply(&pixels)
    let stored = Bitmap(width: header.width, height: header.height, pixels: pixels)
    return DecodedImage(
        header: header.summary, bitmap: stored.turned(header.orientation), notes: notes)
}

/// The pixels as they stand in the file, R lowest, not premultiplied.
private func straightPixels(
    of bytes: [UInt8], _ header: PNGHeader
) throws(ImageError) -> [UInt32] {
    var message = [CChar](repeating: 0, count: 128)
    let decoded = unsafe PixelMemory.filled(count: header.width * header.height) { memory in
        unsafe bytes.withUnsafeBufferPointer { file in
            var decoding = unsafe PNGDecoding(
                bytes: file.baseAddress, count: file.count, width: UInt32(header.width),
                height: UInt32(header.height),
                rgba: memory.baseAddress?.assumingMemoryBound(to: UInt8.self))
            // SAFETY: memory holds width * height * 4 bytes; both buffers outlive the call.
            return unsafe png_decode_rgba(&decoding, &message, message.count)
        }
    }
    guard let decoded else { throw .corrupt(text(of: message)) }
    return decoded
}
