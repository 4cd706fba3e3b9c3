public import BlueHeartFormats
import BlueHeartGeometry

/// The header of a picture file, read without decoding pixels.
public struct ImageHeader: Hashable, Sendable {
    public let format: ImageFormat
    /// Width in px in upright orientation, at least 1.
    public let width: Int
    /// Height in px in upright orientation, at least 1.
    public let height: Int
    /// Bytes that a decoder buffers for the whole picture, whatever the reduction.
    let heldBytes: Int

    /// Reads the header and checks the limits; also detects most damage after it.
    ///
    /// For SVG the size is the document's own, rounded up to whole px.
    public static func read(
        _ bytes: [UInt8], limits: ImageLimits = .file
    ) throws(ImageError) -> ImageHeader {
        try limits.check(byteCount: bytes.count)
        return try Codec.reader(of: bytes).header(bytes, limits)
    }

    /// Peak memory of decoding, besides the file's bytes: the picture and the decoder's buffers, or
    /// later a rotated or passed-on copy.
    public func decodingBytes(shrinking factor: Int) -> Int {
        let pixels = shrunk(width, by: factor) * shrunk(height, by: factor)
        return 4 * pixels + max(heldBytes, 4 * pixels)
    }

    /// The header of a drawing, whose size is `width` x `height` px, rounded up.
    public init(drawingOf width: Double, _ height: Double) {
        func side(_ length: Double) -> Int { Int(max(1, min(length.rounded(.up), 1e6))) }
        self.init(format: .svg, width: side(width), height: side(height))
    }

    init(
        format: ImageFormat, width: Int, height: Int, orientation: Orientation = .upright,
        heldBytes: Int = 0
    ) {
        self.format = format
        self.heldBytes = heldBytes
        self.width = orientation.swapsSides ? height : width
        self.height = orientation.swapsSides ? width : height
    }
}
