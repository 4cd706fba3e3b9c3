public import Codecs
public import Geometry
public import Pixels

/// Turns a stranger's picture into pixels somewhere where it can do no harm.
///
/// Called on the thread that makes the card, which waits. What it is given is a PNG, JPEG or WebP
/// whose header is within the limits; what it returns is what `decodeImage` would return.
public protocol PictureDecoder: Sendable {
    func crop(
        of bytes: [UInt8], limits: ImageLimits, covering: Size, showing: Rect?
    ) throws(ImageError) -> CroppedImage
}
