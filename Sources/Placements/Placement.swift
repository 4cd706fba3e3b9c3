public import BlueHeartFormats
public import BlueHeartGeometry

/// A picture slot of a network: size, visible part, byte budget and formats.
public struct Placement: Hashable, Sendable {
    /// `square`, `story`, `ad-300x250`.
    public var name: String
    public var title: String
    /// The everyday name of such a slot on any network, `story` or `cover`, which the web page
    /// translates; nil if `title` is used.
    public var kind: String?
    public var widthInPixels: Int
    public var heightInPixels: Int
    /// Insets of the safe zone, in px of the picture.
    public var safeInsets: Insets
    /// Insets that some views of the network crop, in px of the picture.
    public var crop: Insets
    /// Insets that an overview of the network crops, such as a grid of thumbnails; in px of the
    /// picture.
    public var preview: Insets
    /// Parts of the network's interface drawn over the picture.
    public var covers: [Cover]
    /// True if only the circle inside the square is shown.
    public var isCircular: Bool
    /// Byte budget; nil if the network has none.
    public var maxBytes: Int?
    /// Formats, preferred first.
    public var formats: [ImageFormat]
    /// Names of the networks that use this slot, most important first.
    public var networks: [String]
    /// Width at which a phone shows the whole picture, in its own px; nil if unknown.
    ///
    /// Text size and contrast are judged at this width.
    public var displayWidth: Double?
    /// The source of each figure, by its name in the file: `size`, `safe`, `maxBytes`.
    public var provenance: [String: Provenance]

    public init(
        name: String, title: String, kind: String? = nil, widthInPixels: Int,
        heightInPixels: Int, safeInsets: Insets = .zero, crop: Insets = .zero,
        preview: Insets = .zero,
        covers: [Cover] = [], isCircular: Bool = false, maxBytes: Int? = nil,
        formats: [ImageFormat] = [.png], networks: [String] = [], displayWidth: Double? = nil,
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
    /// A part of the network's interface that hides a part of the picture.
    public struct Cover: Hashable, Sendable {
        public enum Shape: String, Hashable, Sendable, CaseIterable { case rectangle, ellipse }

        /// The everyday name: `profile picture`.
        public var title: String
        public var shape: Shape
        /// Area in px of the picture; may extend beyond it.
        public var area: Rect

        public init(title: String, shape: Shape, area: Rect) {
            self.title = title
            self.shape = shape
            self.area = area
        }
    }

    /// The whole picture, in its px.
    public var wholeArea: Rect {
        Rect(x: 0, y: 0, width: Double(widthInPixels), height: Double(heightInPixels))
    }

    /// The safe zone for text and symbols, in px of the picture.
    public var safeArea: Rect { wholeArea.inset(by: safeInsets) }

    /// The part of the picture that every view of the network shows, in its px.
    public var shownArea: Rect { wholeArea.inset(by: crop) }
}
