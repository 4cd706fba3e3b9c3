import BlueHeartGeometry
import BlueHeartPixels
import CBlueHeartWebP

func decodeWebP(
    _ bytes: [UInt8], limits: ImageLimits, covering: Size?
) throws(ImageError) -> DecodedImage {
    let header = try WebPHeader.read(bytes, limits: limits)
    let factor = shrinking(header.summary, covering: covering, limits: limits)
    let width = shrunk(header.width, by: factor)
    let height = shrunk(header.height, by: factor)
    var notes: [ImageNote] = []
    var pixels = try straightPixels(of: bytes, width: width, height: height)
    convertToSRGB(&pixels, from: header.colorSpace, notes: &notes)
    premultiply(&pixels)
    let stored = Bitmap(width: width, height: height, pixels: pixels)
    return DecodedImage(
        header: header.summary, bitmap: stored.turned(header.orientation), notes: notes)
}

private func straightPixels(
    of bytes: [UInt8], width: Int, height: Int
) throws(ImageError) -> [UInt32] {
    var config = unsafe WebPDecoderConfig()
    guard unsafe WebPInitDecoderConfig(&config) != 0 else {
        throw .missingLibrary("libwebp of the version built against")
    }
    // Scaling to the file's own size has no effect.
    unsafe config.options.use_scaling = 1
    unsafe config.options.scaled_width = Int32(width)
    unsafe config.options.scaled_height = Int32(height)
    unsafe config.output.colorspace = MODE_RGBA
    unsafe config.output.is_external_memory = 1
    var status = VP8_STATUS_OK
    let decoded = unsafe PixelMemory.filled(count: width * height) { memory in
        unsafe config.output.u.RGBA = WebPRGBABuffer(
            rgba: memory.baseAddress?.assumingMemoryBound(to: UInt8.self),
            stride: Int32(width * 4), size: memory.count)
        // SAFETY: libwebp writes height rows of width * 4 bytes, and gets memory.count.
        unsafe status = bytes.withUnsafeBufferPointer { file in
            unsafe WebPDecode(file.baseAddress, file.count, &config)
        }
        return status == VP8_STATUS_OK
    }
    unsafe WebPFreeDecBuffer(&config.output)
    guard let decoded else {
        try check(status)
        throw .corrupt("the WebP data are broken")
    }
    return decoded
}
