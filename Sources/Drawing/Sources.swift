public import BlueHeartGeometry
public import BlueHeartPixels

/// A font of a `GlyphSource`; the number has a meaning for that source only.
public struct FontID: Hashable, Sendable {
    public let index: Int

    public init(index: Int) {
        self.index = index
    }
}

/// Provides glyph shapes to a rasterizer; every call succeeds for glyphs that were typeset.
public protocol GlyphSource: Sendable {
    /// The outline in em: 1 is the font size, y down, the origin on the baseline.
    func outline(of glyph: UInt32, in font: FontID) -> Path

    /// The glyph as a picture, if the font has one.
    func colorGlyph(_ glyph: UInt32, in font: FontID) -> ColorGlyph?
}

/// A picture that represents a glyph.
public struct ColorGlyph: Sendable {
    public var bitmap: Bitmap
    /// The picture's rectangle, in em as in `GlyphSource.outline(of:in:)`.
    public var bounds: Rect

    public init(bitmap: Bitmap, bounds: Rect) {
        self.bitmap = bitmap
        self.bounds = bounds
    }
}

/// A decoded picture, or its visible part; shared by all commands that draw it, and equal if the
/// keys are equal.
public final class SourceImage: Hashable, Sendable {
    /// Identifies the content, not the file: equal keys mean equal pixels, where both have them.
    public let key: String
    /// Parts of the file that the picture does not show.
    public let remarks: [ImageFault]
    private let pixels: CroppedImage?

    public init(key: String, _ crop: CroppedImage, remarks: [ImageFault] = []) {
        self.key = key
        self.remarks = remarks
        pixels = crop
    }

    public convenience init(key: String, bitmap: Bitmap) {
        self.init(key: key, CroppedImage(bitmap))
    }

    private init(named key: String) {
        self.key = key
        remarks = []
        pixels = nil
    }

    public var crop: CroppedImage {
        guard let pixels else { preconditionFailure("\(key) is a name without pixels") }
        return pixels
    }

    /// The picture without its pixels: equal to it, for comparisons only.
    public var withoutPixels: SourceImage { SourceImage(named: key) }

    public static func == (left: SourceImage, right: SourceImage) -> Bool {
        left === right || left.key == right.key
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(key)
    }
}

/// A picture by name: a path inside the kit's artwork, or a name given by the caller to its own
/// bytes.
public struct ImageReference: Hashable, Sendable {
    public let name: String

    public init(name: String) {
        self.name = name
    }
}

/// Provides pictures to layout, decoded under limits and rotated upright.
public protocol ImageProvider: Sendable {
    /// Width and height in px, in the intended orientation.
    func size(of image: ImageReference) throws(ImageFault) -> Size

    /// The picture with at least `pixels` pixels in each direction, as far as the file has them.
    ///
    /// Vector artwork is rendered at exactly that size; a photograph may be larger.
    ///
    /// - Parameter part: the area that will be read, in the units of `size(of:)`; pixels outside it
    ///   may be missing.
    func image(
        _ image: ImageReference, covering pixels: Size, showing part: Rect
    ) throws(ImageFault) -> SourceImage
}

/// Reason why a picture cannot be shown: a stable code, a message and a cure, without a location.
public struct ImageFault: Error, Hashable, Sendable {
    public var code: String
    public var message: String
    public var hint: String?

    public init(code: String, message: String, hint: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
    }
}
