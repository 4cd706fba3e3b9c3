public import BlueHeartCodecs
public import BlueHeartGeometry
public import BlueHeartPixels

/// Decodes untrusted pictures in isolation.
///
/// Called on the thread that makes the card, which waits. The input is a PNG, JPEG or WebP whose
/// header is within the limits; the result is that of `decodeImage`.
public protocol PictureDecoder: Sendable {
    func crop(
        of bytes: [UInt8], limits: ImageLimits, covering: Size, showing: Rect?
    ) throws(ImageError) -> CroppedImage
}
