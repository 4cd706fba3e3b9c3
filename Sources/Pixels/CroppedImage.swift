/// A rectangular part of an image, with its position in the whole image; may be the whole.
public struct CroppedImage: Hashable, Sendable {
    /// Width of the whole image in pixels.
    public let width: Int
    /// Height of the whole image in pixels.
    public let height: Int
    /// The part of the image whose pixels are stored.
    public let bounds: PixelRect
    /// The stored pixels; the size equals that of `bounds`.
    public let bitmap: Bitmap

    public var isWhole: Bool { bounds.width == width && bounds.height == height }

    /// A whole image.
    public init(_ bitmap: Bitmap) {
        self.init(
            of: PixelRect(x: 0, y: 0, width: bitmap.width, height: bitmap.height), at: (0, 0),
            bitmap)
    }

    /// A part of an image whose pixels are `whole`, stored in `bitmap` from (x, y) on.
    ///
    /// - Precondition: the part is inside the image.
    public init(of whole: PixelRect, at origin: (x: Int, y: Int), _ bitmap: Bitmap) {
        bounds = PixelRect(
            x: origin.x, y: origin.y, width: bitmap.width, height: bitmap.height)
        precondition(whole.contains(bounds), "\(bounds) is not a part of \(whole)")
        (width, height) = (whole.width, whole.height)
        self.bitmap = bitmap
    }
}
