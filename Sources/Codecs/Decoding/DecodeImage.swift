import Formats
public import Geometry
import Pixels

/// Decodes a picture file, of a format known by its first bytes, to an upright sRGB picture.
///
/// - Parameter covering: the size in px that the picture will be shown at. A photograph may come
///   smaller than its file, yet at least twice as wide and high as this; an SVG is drawn just
///   large enough to cover it.
/// - Parameter part: what of the picture will be looked at, in px of the upright file; a JPEG may
///   come without the rest. The pixels are the same whatever is left out, and so are the errors.
/// - Throws: the first thing that is wrong. A file that ends early is an error, never half a
///   picture. Limits are checked by the header, before memory is taken.
public func decodeImage(
    _ bytes: [UInt8], limits: ImageLimits = .file, covering: Size? = nil, showing part: Rect? = nil
) throws(ImageError) -> DecodedImage {
    try limits.check(byteCount: bytes.count)
    return try Codec.reader(of: bytes).decode(bytes, limits, covering, part)
}

/// By how much a decoder shrinks a picture: 1, 2, 4 or 8, as long as at least twice the pixels
/// that are asked for remain in each direction; and more where memory asks for it.
///
/// Shrinking inside of a decoder is coarse; from twice the size the resampling that follows hides
/// that. `header` and `covering` are in the same orientation.
public func shrinking(_ header: ImageHeader, covering: Size?, limits: ImageLimits) -> Int {
    let fitting = shrinkings.last { header.decodingBytes(shrinking: $0) <= limits.memory }
    return max(shrinking(header, covering: covering), fitting ?? shrinkings[0])
}

private func shrinking(_ header: ImageHeader, covering: Size?) -> Int {
    guard let covering, !covering.isEmpty else { return 1 }
    let spare = min(Double(header.width) / covering.width, Double(header.height) / covering.height)
    return shrinkings.first { spare >= 2 * Double($0) } ?? 1
}

/// By how much a decoder can shrink, the most first.
let shrinkings = [8, 4, 2, 1]

/// How long a side of a picture becomes, in px: what is left of a block counts as one.
func shrunk(_ side: Int, by factor: Int) -> Int { (side + factor - 1) / factor }
