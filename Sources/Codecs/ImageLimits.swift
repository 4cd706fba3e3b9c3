/// Limits of a picture file; all are checked before memory is allocated for pixels.
public struct ImageLimits: Hashable, Sendable {
    /// Bytes of the file.
    public var bytes: Int
    /// Width times height in px.
    public var pixels: Int
    /// The longer side in px.
    public var side: Int
    /// Scans of a JPEG; a baseline file has 1 to 4, a progressive one about 10.
    public var scans: Int
    /// Memory for decoding besides the file's bytes; a picture that needs more is scaled down
    /// further than its displayed size allows, and refused if that is not sufficient.
    public var memory: Int

    public init(
        bytes: Int, pixels: Int, side: Int = 30_000, scans: Int = 1_000, memory: Int = .max
    ) {
        self.bytes = bytes
        self.pixels = pixels
        self.side = side
        self.scans = scans
        self.memory = memory
    }

    /// Limits for files of the campaign's kit: 64 MiB, 100 megapixels.
    public static let file = ImageLimits(bytes: 64 << 20, pixels: 100_000_000)

    /// Limits for untrusted files: 8 MiB, 40 megapixels, 100 scans.
    ///
    /// 136 MiB are sufficient for 12 megapixels of any kind in full, and for 40 of a baseline JPEG,
    /// a PNG or a lossy WebP at half of their sides.
    public static let upload = ImageLimits(
        bytes: 8 << 20, pixels: 40_000_000, scans: 100, memory: 136 << 20)

    func check(byteCount: Int) throws(ImageError) {
        guard byteCount <= bytes else { throw .tooManyBytes(count: byteCount, limit: bytes) }
    }

    func check(width: Int, height: Int) throws(ImageError) {
        guard width > 0, height > 0 else {
            throw .corrupt("the picture is \(width) x \(height) px")
        }
        guard max(width, height) <= side else {
            throw .sideTooLong(width: width, height: height, limit: side)
        }
        // No overflow: both sides are at most `side`, far below the square root of Int.max.
        guard width * height <= pixels else {
            throw .tooLarge(width: width, height: height, limit: pixels)
        }
    }

    func check(memoryFor header: ImageHeader) throws(ImageError) {
        let least = header.decodingBytes(shrinking: shrinkings[0])
        guard least <= memory else { throw .takesTooMuch(bytes: least, limit: memory) }
    }

    func check(scans count: Int) throws(ImageError) {
        guard count <= scans else { throw .tooManyScans(count: count, limit: scans) }
    }
}
