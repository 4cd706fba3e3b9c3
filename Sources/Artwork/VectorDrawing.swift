public import BlueHeartDrawing
public import BlueHeartGeometry

/// An SVG document, read and ready to be drawn at any size.
///
/// Nothing outside of its bytes is ever opened. The same bytes give the same commands.
public struct VectorDrawing: Sendable {
    /// Size in px for which the document is made; both sides above 0.
    public let size: Size
    private let document: Document
    private let limits: ArtworkLimits

    /// Reads a document, plain or compressed by gzip.
    public init(
        _ bytes: [UInt8], limits: ArtworkLimits = .standard
    ) throws(ArtworkError) {
        document = try Document(bytes, limits: limits)
        self.limits = limits
        size = try document.size()
    }

    /// The commands that draw the document, fitted into a picture and centred there.
    ///
    /// Precondition: both sides are at least 1.
    public func draw(
        widthInPixels: Int, heightInPixels: Int, key: String,
        typesetter: (any ArtworkTypesetter)? = nil
    ) throws(ArtworkError) -> DrawnArtwork {
        precondition(widthInPixels > 0 && heightInPixels > 0, "a picture without pixels")
        let target = Rect(
            x: 0, y: 0, width: Double(widthInPixels), height: Double(heightInPixels))
        let composer = Composer(
            document, limits: limits, area: target, key: key, typesetter: typesetter)
        let own = Rect(x: 0, y: 0, width: size.width, height: size.height)
        let map = AspectRatio.middle.map(from: own, to: target) ?? .identity
        let commands = try composer.composeRoot(size: size, map: map)
        return DrawnArtwork(
            list: DisplayList(
                widthInPixels: widthInPixels, heightInPixels: heightInPixels, commands: commands),
            findings: document.findings + composer.findings)
    }
}

/// A drawing as commands, with the parts that are not drawn.
public struct DrawnArtwork: Sendable {
    public var list: DisplayList
    public var findings: [ArtworkFinding]
}
