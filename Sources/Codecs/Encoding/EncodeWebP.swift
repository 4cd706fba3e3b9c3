import BlueHeartFormats
import BlueHeartPixels
import CBlueHeartWebP

func encodeWebP(_ bitmap: Bitmap, as options: EncodeOptions) throws(EncodeError) -> EncodedPicture {
    // Source: RFC 9649, section 2.5: sides have 14 bits.
    guard max(bitmap.width, bitmap.height) <= 16_383 else {
        throw .sideTooLong(width: bitmap.width, height: bitmap.height, limit: 16_383)
    }
    let coder = WebPCoder(bitmap, effort: options.effort)
    let wrapper = WebPWrapper(
        options, width: bitmap.width, height: bitmap.height, hasAlpha: !bitmap.isOpaque)
    func lossy(_ quality: Int) throws(EncodeError) -> EncodedPicture {
        EncodedPicture(
            bytes: wrapper.wrap(try coder.lossy(quality: quality)), format: .webP,
            coding: .webPLossy(quality: quality))
    }
    let first = try lossy(options.quality)
    if repeatedRuns(bitmap, rows: 0..<bitmap.height) >= flatShare {
        let lossless = wrapper.wrap(try coder.lossless())
        if lossless.count <= min(first.bytes.count, options.maxBytes ?? .max) {
            return EncodedPicture(bytes: lossless, format: .webP, coding: .lossless)
        }
    }
    guard let budget = options.maxBytes, first.bytes.count > budget else { return first }
    let found = try bestQuality(in: lowestQuality..<options.quality, budget: budget) {
        quality throws(EncodeError) in
        let attempt = try lossy(quality)
        return (attempt, attempt.bytes.count)
    }
    if let found { return found }
    throw .overBudget(smallest: try lossy(lowestQuality).bytes.count, limit: budget)
}

/// Share of repeated runs above which lossless coding may be smaller: flat areas and text.
///
/// On a gradient it takes five times as long as lossy coding and gives twice the size.
private let flatShare = 0.8

/// An encoding with libwebp.
private struct WebPCoder {
    private let pixels: [UInt32]
    private let width: Int
    private let height: Int
    private let isOpaque: Bool
    private let effort: EncodeEffort

    init(_ bitmap: Bitmap, effort: EncodeEffort) {
        isOpaque = bitmap.isOpaque
        pixels = isOpaque ? bitmap.pixels : bitmap.pixels.map(unpremultiplied)
        width = bitmap.width
        height = bitmap.height
        self.effort = effort
    }

    func lossy(quality: Int) throws(EncodeError) -> [UInt8] {
        var config = WebPConfig()
        guard unsafe WebPConfigInit(&config) != 0 else { throw .failed("libwebp's version") }
        config.quality = Float(quality)
        config.method = [.fast: 0, .default: 4, .small: 6][effort] ?? 4
        return try run(&config)
    }

    func lossless() throws(EncodeError) -> [UInt8] {
        var config = WebPConfig()
        let level: Int32 = [.fast: 1, .default: 3, .small: 6][effort] ?? 3
        guard unsafe WebPConfigInit(&config) != 0,
            unsafe WebPConfigLosslessPreset(&config, level) != 0
        else { throw .failed("libwebp's version") }
        return try run(&config)
    }

    private func run(_ config: inout WebPConfig) throws(EncodeError) -> [UInt8] {
        var picture = unsafe WebPPicture()
        guard unsafe WebPPictureInit(&picture) != 0 else { throw .failed("libwebp's version") }
        unsafe picture.use_argb = config.lossless
        unsafe picture.width = Int32(width)
        unsafe picture.height = Int32(height)
        defer { unsafe WebPPictureFree(&picture) }
        guard unsafe importPixels(&picture) else { throw .failed("no memory for a WebP") }
        var writer = unsafe WebPMemoryWriter()
        unsafe WebPMemoryWriterInit(&writer)
        defer { unsafe WebPMemoryWriterClear(&writer) }
        unsafe picture.writer = WebPMemoryWrite
        let isCoded = unsafe withUnsafeMutablePointer(to: &writer) { pointer in
            // SAFETY: the writer outlives the call, which is the only one to use custom_ptr.
            unsafe picture.custom_ptr = UnsafeMutableRawPointer(pointer)
            return unsafe WebPEncode(&config, &picture) != 0
        }
        guard isCoded else {
            throw .failed("libwebp's error \(unsafe picture.error_code.rawValue)")
        }
        return unsafe Array(UnsafeBufferPointer(start: writer.mem, count: writer.size))
    }

    private func importPixels(_ picture: inout WebPPicture) -> Bool {
        unsafe pixels.withUnsafeBytes { buffer in
            // SAFETY: height rows of width * 4 bytes.
            let rows = unsafe buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
            let stride = Int32(width * 4)
            return isOpaque
                ? unsafe WebPPictureImportRGBX(&picture, rows, stride) != 0
                : unsafe WebPPictureImportRGBA(&picture, rows, stride) != 0
        }
    }
}

/// Adds EXIF and XMP to a simple WebP file.
///
/// Source: RFC 9649, section 2.7.
private struct WebPWrapper {
    private let exif: [UInt8]
    private let xmp: [UInt8]
    private let width: Int
    private let height: Int
    private let hasAlpha: Bool

    init(_ options: EncodeOptions, width: Int, height: Int, hasAlpha: Bool) {
        exif = exifData(options, width: width, height: height)
        xmp = Array((options.metadata.xmp ?? "").utf8)
        self.width = width
        self.height = height
        self.hasAlpha = hasAlpha
    }

    /// The extended file: its header, the picture's chunks, EXIF, XMP.
    func wrap(_ simple: [UInt8]) -> [UInt8] {
        var chunks = ByteWriter()
        chunks.append("WEBP".utf8)
        chunks.chunk("VP8X", header)
        chunks.append(pictureChunks(of: simple))
        chunks.chunk("EXIF", exif)
        if !xmp.isEmpty { chunks.chunk("XMP ", xmp) }
        var file = ByteWriter()
        file.chunk("RIFF", chunks.bytes)
        return file.bytes
    }

    private var header: [UInt8] {
        var writer = ByteWriter()
        let flags = 0x08 | (xmp.isEmpty ? 0 : 0x04) | (hasAlpha ? 0x10 : 0)
        writer.littleEndian(flags, bytes: 4)
        writer.littleEndian(width - 1, bytes: 3)
        writer.littleEndian(height - 1, bytes: 3)
        return writer.bytes
    }

    /// Everything after the file's header and, if libwebp wrote one, after its VP8X chunk.
    private func pictureChunks(of simple: [UInt8]) -> ArraySlice<UInt8> {
        simple[12...].starts(with: "VP8X".utf8) ? simple[30...] : simple[12...]
    }
}

extension ByteWriter {
    /// A RIFF chunk: name, length, data, and a zero if the length is odd.
    fileprivate mutating func chunk(_ name: String, _ data: [UInt8]) {
        append(name.utf8)
        littleEndian(data.count, bytes: 4)
        append(data)
        if !data.count.isMultiple(of: 2) { byte(0) }
    }
}
