/// Limits of a drawing, checked before memory or time is spent.
public struct ArtworkLimits: Hashable, Sendable {
    /// Bytes of the file.
    public var bytes = 16 << 20
    /// Bytes of an unpacked document, including the expansion of its entities.
    public var unpackedBytes = 64 << 20
    /// Elements of the document.
    public var elements = 200_000
    /// Nesting depth of elements.
    public var depth = 256
    /// Attributes of one element.
    public var attributes = 1_000
    /// Drawn elements, counted once per use.
    public var drawnElements = 100_000
    /// Nesting depth of drawn groups, references, masks and patterns.
    public var nesting = 48
    /// Segments of all paths that are drawn.
    public var pathSegments = 4_000_000
    /// Rules of all style sheets.
    public var styleRules = 20_000
    /// Pixels of all pictures inside.
    public var imagePixels = 40_000_000
    /// Painting work independent of the picture's size, in units of about a nanosecond.
    public var work = 600_000_000.0
    /// Painting work for each pixel of the picture.
    public var workPerPixel = 60.0

    /// False in a drawing inside a drawing.
    var allowsDrawings = true

    public init() {}

    public static let standard = ArtworkLimits()
}
