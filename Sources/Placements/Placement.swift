public import Geometry

/// A slot of a network: what size a picture has there, what part of it is seen, what it may weigh.
public struct Placement: Hashable, Sendable {
    public enum Format: String, Hashable, Sendable, CaseIterable { case png, jpg, webp }

    /// `square`, `story`, `ad-300x250`.
    public var name: String
    public var title: String
    public var widthInPixels: Int
    public var heightInPixels: Int
    /// How far words and symbols stay inside each edge, in px of the picture.
    public var safeInsets: Insets
    /// Whether only the circle inside the square is shown.
    public var isCircular: Bool
    /// In bytes; nil where the network names none.
    public var maxBytes: Int?
    /// Best first.
    public var formats: [Format]

    public init(
        name: String, title: String, widthInPixels: Int, heightInPixels: Int,
        safeInsets: Insets = .zero, isCircular: Bool = false, maxBytes: Int? = nil,
        formats: [Format] = [.png]
    ) {
        self.name = name
        self.title = title
        self.widthInPixels = widthInPixels
        self.heightInPixels = heightInPixels
        self.safeInsets = safeInsets
        self.isCircular = isCircular
        self.maxBytes = maxBytes
        self.formats = formats
    }
}
