import BlueHeartFormats
public import BlueHeartGeometry
import BlueHeartPixels

/// Decodes a picture file, of a format recognised by its first bytes, to an upright sRGB picture.
///
/// - Parameter covering: the displayed size in px. A photograph may be smaller than its file, but
///   at least twice as wide and high as this; vector artwork is drawn just large enough to cover
///   it.
/// - Parameter part: the area that will be read, in px of the upright file; a JPEG may be decoded
///   without the rest. The pixels are the same whatever is left out, and so are the errors.
/// - Throws: the first fault. A truncated file is an error, never half a picture. Limits are
///   checked from the header, before memory is allocated.
public func decodeImage(
    _ bytes: [UInt8], limits: ImageLimits = .file, covering: Size? = nil, showing part: Rect? = nil
) throws(ImageError) -> DecodedImage {
    try limits.check(byteCount: bytes.count)
    return try Codec.reader(of: bytes).decode(bytes, limits, covering, part)
}

/// The factor by which a decoder reduces a picture: 1, 2, 4 or 8, so that at least twice the
/// requested pixels remain in each direction; more if the memory limit requires it.
///
/// Reduction inside a decoder is coarse; from twice the size the later resampling hides that.
/// `header` and `covering` are in the same orientation.
public func shrinking(_ header: ImageHeader, covering: Size?, limits: ImageLimits) -> Int {
    let fitting = shrinkings.last { header.decodingBytes(shrinking: $0) <= limits.memory }
    return max(shrinking(header, covering: covering), fitting ?? shrinkings[0])
}

private func shrinking(_ header: ImageHeader, covering: Size?) -> Int {
    guard let covering, !covering.isEmpty else { return 1 }
    let spare = min(Double(header.width) / covering.width, Double(header.height) / covering.height)
    return shrinkings.first { spare >= 2 * Double($0) } ?? 1
}

/// Possible reduction factors, the largest first.
let shrinkings = [8, 4, 2, 1]

/// Reduced length of a side in px; a partial block counts as one.
func shrunk(_ side: Int, by factor: Int) -> Int { (side + factor - 1) / factor }
