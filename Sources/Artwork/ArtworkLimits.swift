/// Bounds of a drawing; all are checked before memory or time is taken.
public struct ArtworkLimits: Hashable, Sendable {
    /// Bytes of the file.
    public var bytes = 16 << 20
    /// Bytes of the document when a compressed file is unpacked, and of what entities make of it.
    public var unpackedBytes = 64 << 20
    /// Elements of the document.
    public var elements = 200_000
    /// Elements inside of one another.
    public var depth = 256
    /// Attributes of one element.
    public var attributes = 1_000
    /// Elements that are drawn, each as often as it is used.
    public var drawnElements = 100_000
    /// Groups, references, masks and patterns that are drawn inside of one another.
    public var nesting = 48
    /// Segments of all paths that are drawn.
    public var pathSegments = 4_000_000
    /// Rules of all style sheets.
    public var styleRules = 20_000
    /// Pixels of all pictures inside.
    public var imagePixels = 40_000_000
    /// Painting work beside what grows with the picture, in units of about a nanosecond.
    public var work = 600_000_000.0
    /// Painting work for each pixel of the picture.
    public var workPerPixel = 60.0

    /// False inside of a drawing that stands in a drawing.
    var allowsDrawings = true

    public init() {}

    public static let standard = ArtworkLimits()
}
