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
    /// Names of the networks that show this slot, most important first.
    public var networks: [String]
    /// How wide a phone shows the whole picture, in its own px; nil where it cannot be known.
    ///
    /// Text and contrast are judged at this size.
    public var displayWidth: Double?
    /// Where each figure comes from, by its name in the file: `size`, `safe`, `maxBytes`.
    public var provenance: [String: Provenance]

    public init(
        name: String, title: String, widthInPixels: Int, heightInPixels: Int,
        safeInsets: Insets = .zero, isCircular: Bool = false, maxBytes: Int? = nil,
        formats: [Format] = [.png], networks: [String] = [], displayWidth: Double? = nil,
        provenance: [String: Provenance] = [:]
    ) {
        self.name = name
        self.title = title
        self.widthInPixels = widthInPixels
        self.heightInPixels = heightInPixels
        self.safeInsets = safeInsets
        self.isCircular = isCircular
        self.maxBytes = maxBytes
        self.formats = formats
        self.networks = networks
        self.displayWidth = displayWidth
        self.provenance = provenance
    }
}

extension Placement {
    /// The part of the picture where words and symbols belong, in its px.
    public var safeArea: Rect {
        Rect(x: 0, y: 0, width: Double(widthInPixels), height: Double(heightInPixels))
            .inset(by: safeInsets)
    }
}
