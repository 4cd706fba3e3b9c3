public import Geometry
public import Pixels

/// A font of a `GlyphSource`; the number means something to that source only.
public struct FontID: Hashable, Sendable {
    public let index: Int

    public init(index: Int) {
        self.index = index
    }
}

/// Where a rasterizer gets the shapes of glyphs; every call succeeds for glyphs that were typeset.
public protocol GlyphSource: Sendable {
    /// The outline in em: 1 is the font size, y down, the origin on the baseline.
    func outline(of glyph: UInt32, in font: FontID) -> Path

    /// The glyph's own colours, where the font has them.
    func colorGlyph(_ glyph: UInt32, in font: FontID) -> ColorGlyph?
}

/// A picture that stands for a glyph.
public struct ColorGlyph: Sendable {
    public var bitmap: Bitmap
    /// Where the picture goes, in em as `GlyphSource.outline(of:in:)`.
    public var bounds: Rect

    public init(bitmap: Bitmap, bounds: Rect) {
        self.bitmap = bitmap
        self.bounds = bounds
    }
}

/// A decoded picture, or the part of it that is shown; shared by everything that shows it, and equal
/// where the keys are equal.
public final class SourceImage: Hashable, Sendable {
    /// Names the content, not the file: equal keys mean equal pixels, wherever both have some.
    public let key: String
    private let pixels: CroppedImage?

    public init(key: String, _ crop: CroppedImage) {
        self.key = key
        pixels = crop
    }

    public convenience init(key: String, bitmap: Bitmap) {
        self.init(key: key, CroppedImage(bitmap))
    }

    private init(named key: String) {
        self.key = key
        pixels = nil
    }

    public var crop: CroppedImage {
        guard let pixels else { preconditionFailure("\(key) is a name without pixels") }
        return pixels
    }

    /// The picture without its pixels: equal to it, for what is compared and never painted.
    public var withoutPixels: SourceImage { SourceImage(named: key) }

    public static func == (left: SourceImage, right: SourceImage) -> Bool {
        left === right || left.key == right.key
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(key)
    }
}

/// A picture by name: a path inside the kit's artwork, or a name the caller gave to its own bytes.
public struct ImageReference: Hashable, Sendable {
    public let name: String

    public init(name: String) {
        self.name = name
    }
}

/// Where layout gets pictures, decoded under limits and turned upright.
public protocol ImageProvider: Sendable {
    /// Width and height in px, as the picture is meant to be seen.
    func size(of image: ImageReference) throws(ImageFault) -> Size

    /// The picture with at least `pixels` pixels in each direction, as far as the file has them.
    ///
    /// Vector artwork is drawn at just that size; a photograph may come larger.
    ///
    /// - Parameter part: what will be looked at, as `size(of:)` counts px; the rest of the picture
    ///   need not be there.
    func image(
        _ image: ImageReference, covering pixels: Size, showing part: Rect
    ) throws(ImageFault) -> SourceImage
}

/// Why a picture cannot be shown: a stable code, a sentence and a cure, still without a place.
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
