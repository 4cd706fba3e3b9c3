import BlueHeartFormats
import BlueHeartPixels
import CBlueHeartJPEGCodec

/// Lowest quality used to meet a byte budget; below it cards look broken.
let lowestQuality = 40

func encodeJPEG(_ bitmap: Bitmap, as options: EncodeOptions) throws(EncodeError) -> EncodedPicture {
    // Source: ITU-T T.81, B.2.2: sides have 16 bits; libjpeg stops a little earlier.
    guard max(bitmap.width, bitmap.height) <= 65_500 else {
        throw .sideTooLong(width: bitmap.width, height: bitmap.height, limit: 65_500)
    }
    let segments = try jpegMetadata(options, width: bitmap.width, height: bitmap.height)
    let coder = JPEGCoder(bitmap, options)
    let halves = !looksLikeGraphics(bitmap)
    let budget = options.maxBytes.map { $0 - segments.count }
    if let best = try coder.best(upTo: options.quality, halvesChroma: halves, budget: budget) {
        return coder.picture(best, metadata: segments)
    }
    let last = try coder.code(quality: lowestQuality, halvesChroma: true)
    if let budget, last.bytes.count > budget {
        throw .overBudget(
            smallest: last.bytes.count + segments.count, limit: options.maxBytes ?? 0)
    }
    return coder.picture(last, metadata: segments)
}

/// An encoding with libjpeg.
private struct JPEGCoder {
    struct Attempt {
        let bytes: [UInt8]
        let quality: Int
        let halvesChroma: Bool
    }

    private let bitmap: Bitmap
    private let isProgressive: Bool
    private let density: Double?

    init(_ bitmap: Bitmap, _ options: EncodeOptions) {
        self.bitmap = bitmap
        isProgressive = options.effort != .fast
        density = options.pixelsPerInch
    }

    /// The best quality within the budget, by binary search: at most 7 encodings.
    func best(
        upTo quality: Int, halvesChroma: Bool, budget: Int?
    ) throws(EncodeError) -> Attempt? {
        let first = try code(quality: quality, halvesChroma: halvesChroma)
        guard let budget, first.bytes.count > budget else { return first }
        return try bestQuality(in: lowestQuality..<quality, budget: budget) {
            quality throws(EncodeError) in
            let attempt = try self.code(quality: quality, halvesChroma: halvesChroma)
            return (attempt, attempt.bytes.count)
        }
    }

    func code(quality: Int, halvesChroma: Bool) throws(EncodeError) -> Attempt {
        var message = [CChar](repeating: 0, count: 256)
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: room(halvesChroma)) {
            buffer, count in
            // SAFETY: the pixels are width * height, and no more is written than the buffer holds.
            unsafe bitmap.pixels.withUnsafeBufferPointer { pixels in
                var encoding = unsafe JPEGEncoding(
                    pixels: pixels.baseAddress,
                    width: UInt32(bitmap.width), height: UInt32(bitmap.height),
                    quality: Int32(quality), halves_chroma: halvesChroma,
                    is_progressive: isProgressive, output: buffer.baseAddress, room: buffer.count)
                count = unsafe jpeg_encode(&encoding, &message, message.count)
            }
        }
        guard !bytes.isEmpty else { throw .failed(text(of: message)) }
        return Attempt(bytes: bytes, quality: quality, halvesChroma: halvesChroma)
    }

    /// An upper bound for every encoding: two bytes per sample, of sides rounded up to blocks, and
    /// headers.
    private func room(_ halvesChroma: Bool) -> Int {
        let (width, height) = ((bitmap.width + 15) & ~15, (bitmap.height + 15) & ~15)
        return width * height * (halvesChroma ? 3 : 6) + 2_048
    }

    /// The finished file: metadata are after SOI and JFIF's segment, before all others.
    func picture(_ attempt: Attempt, metadata: [UInt8]) -> EncodedPicture {
        let jfif = attempt.bytes
        let startLength = 2 + 2 + (Int(jfif[4]) << 8 | Int(jfif[5]))
        var bytes: [UInt8] = []
        bytes.reserveCapacity(jfif.count + metadata.count)
        bytes += jfif[..<startLength]
        if let density = density.map({ UInt16($0.rounded()) }) {
            // JFIF's segment: unit 1 is inch, then both densities. Source: ITU-T T.871, 10.1.
            let (high, low) = (UInt8(density >> 8), UInt8(density & 0xFF))
            bytes.replaceSubrange(13..<18, with: [1, high, low, high, low])
        }
        bytes += metadata
        bytes += jfif[startLength...]
        return EncodedPicture(
            bytes: bytes, format: .jpeg,
            coding: .jpeg(quality: attempt.quality, chromaHalved: attempt.halvesChroma))
    }
}

/// The best quality of a range whose result fits the budget, by binary search; nil if none does.
///
/// - Parameter attempt: makes a result for a quality and returns its number of bytes.
func bestQuality<Result>(
    in range: Range<Int>, budget: Int,
    attempt: (Int) throws(EncodeError) -> (Result, Int)
) throws(EncodeError) -> Result? {
    var low = range.lowerBound
    var high = range.upperBound - 1
    var best: Result?
    while low <= high {
        let middle = (low + high + 1) / 2
        let (result, size) = try attempt(middle)
        if size <= budget {
            best = result
            low = middle + 1
        } else {
            high = middle - 1
        }
    }
    return best
}

/// EXIF and XMP as segments of a JPEG.
///
/// Source: Exif 2.32, section 4.7.2; Adobe, "XMP Specification Part 3", section 1.1.3.
private func jpegMetadata(
    _ options: EncodeOptions, width: Int, height: Int
) throws(EncodeError) -> [UInt8] {
    var writer = ByteWriter()
    let exif = exifData(options, width: width, height: height)
    try writer.segment("Exif\0\0", exif, part: "EXIF")
    if let xmp = options.metadata.xmp {
        try writer.segment("http://ns.adobe.com/xap/1.0/\0", Array(xmp.utf8), part: "XMP")
    }
    return writer.bytes
}

extension ByteWriter {
    /// One APP1 segment; its length has 16 bits and counts itself.
    fileprivate mutating func segment(
        _ name: String, _ data: [UInt8], part: String
    ) throws(EncodeError) {
        let room = 65_535 - 2 - name.utf8.count
        guard data.count <= room else {
            throw .metadataTooLong(part: part, bytes: data.count, limit: room)
        }
        bigEndian(0xFFE1, bytes: 2)
        bigEndian(2 + name.utf8.count + data.count, bytes: 2)
        append(name.utf8)
        append(data)
    }
}
