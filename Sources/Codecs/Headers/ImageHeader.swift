public import Formats
import Geometry

/// What a picture file says of itself, read without decoding a pixel.
public struct ImageHeader: Hashable, Sendable {
    public let format: ImageFormat
    /// Width in px as the picture is meant to be seen, at least 1.
    public let width: Int
    /// Height in px as the picture is meant to be seen, at least 1.
    public let height: Int
    /// Bytes that a decoder holds of the whole picture, however small it makes it.
    let heldBytes: Int

    /// Reads the header and checks the limits; most damage to what follows is found too.
    ///
    /// For SVG the size is the document's own, rounded up to whole px.
    public static func read(
        _ bytes: [UInt8], limits: ImageLimits = .file
    ) throws(ImageError) -> ImageHeader {
        try limits.check(byteCount: bytes.count)
        return try Codec.reader(of: bytes).header(bytes, limits)
    }

    /// Bytes that decoding takes at its most, beside the file's own: the picture, and with it what
    /// the decoder holds, or later a copy that is turned or handed on.
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
