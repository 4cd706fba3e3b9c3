/// A part of a picture that knows where in the picture it lies; the whole picture too is one.
public struct CroppedImage: Hashable, Sendable {
    /// Width of the whole picture in pixels.
    public let width: Int
    /// Height of the whole picture in pixels.
    public let height: Int
    /// Which pixels of the picture are at hand.
    public let bounds: PixelRect
    /// Those pixels; as large as `bounds`.
    public let bitmap: Bitmap

    public var isWhole: Bool { bounds.width == width && bounds.height == height }

    /// The whole of a picture.
    public init(_ bitmap: Bitmap) {
        self.init(
            of: PixelRect(x: 0, y: 0, width: bitmap.width, height: bitmap.height), at: (0, 0),
            bitmap)
    }

    /// What lies in `bitmap` of the picture whose pixels are `whole`, from (x, y) on.
    ///
    /// Precondition: it lies inside of the picture.
    public init(of whole: PixelRect, at origin: (x: Int, y: Int), _ bitmap: Bitmap) {
        bounds = PixelRect(
            x: origin.x, y: origin.y, width: bitmap.width, height: bitmap.height)
        precondition(whole.contains(bounds), "\(bounds) is not a part of \(whole)")
        (width, height) = (whole.width, whole.height)
        self.bitmap = bitmap
    }
}
