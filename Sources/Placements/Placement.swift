public import Geometry

/// A slot of a network: what size a picture has there, what part of it is seen, what it may weigh.
public struct Placement: Hashable, Sendable {
    public enum Format: String, Hashable, Sendable, CaseIterable { case png, jpg, webp }

    /// `square`, `story`, `ad-300x250`.
    public var name: String
    public var title: String
    /// What people call such a slot on any network, `story` or `cover`: the name under which a page
    /// has it in their language; nil where `title` must do.
    public var kind: String?
    public var widthInPixels: Int
    public var heightInPixels: Int
    /// How far words and symbols stay inside each edge, in px of the picture.
    public var safeInsets: Insets
    /// What some views of the network cut off each edge, in px of the picture.
    public var crop: Insets
    /// What an overview of the network cuts off, like a grid of small pictures; in px of the picture.
    public var preview: Insets
    /// What the network lays over the picture.
    public var covers: [Cover]
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
        name: String, title: String, kind: String? = nil, widthInPixels: Int,
        heightInPixels: Int, safeInsets: Insets = .zero, crop: Insets = .zero,
        preview: Insets = .zero,
        covers: [Cover] = [], isCircular: Bool = false, maxBytes: Int? = nil,
        formats: [Format] = [.png], networks: [String] = [], displayWidth: Double? = nil,
        provenance: [String: Provenance] = [:]
    ) {
        self.name = name
        self.title = title
        self.kind = kind
        self.widthInPixels = widthInPixels
        self.heightInPixels = heightInPixels
        self.safeInsets = safeInsets
        self.crop = crop
        self.preview = preview
        self.covers = covers
        self.isCircular = isCircular
        self.maxBytes = maxBytes
        self.formats = formats
        self.networks = networks
        self.displayWidth = displayWidth
        self.provenance = provenance
    }
}

extension Placement {
    /// Something of the network's own that hides a part of the picture.
    public struct Cover: Hashable, Sendable {
        public enum Shape: String, Hashable, Sendable, CaseIterable { case rectangle, ellipse }

        /// As people call it: `profile picture`.
        public var title: String
        public var shape: Shape
        /// In px of the picture; may reach past it.
        public var area: Rect

        public init(title: String, shape: Shape, area: Rect) {
            self.title = title
            self.shape = shape
            self.area = area
        }
    }

    /// All of the picture, in its px.
    public var wholeArea: Rect {
        Rect(x: 0, y: 0, width: Double(widthInPixels), height: Double(heightInPixels))
    }

    /// The part of the picture where words and symbols belong, in its px.
    public var safeArea: Rect { wholeArea.inset(by: safeInsets) }

    /// The part of the picture that every view of the network shows, in its px.
    public var shownArea: Rect { wholeArea.inset(by: crop) }
}
