public import BlueHeartDrawing
public import BlueHeartGeometry
public import BlueHeartLanguages

/// One box of the scene.
public struct Node: Hashable, Sendable {
    public var origin: Origin
    public var id: String?
    /// nil: the role of the parent, otherwise that of the content.
    public var role: NodeRole?
    public var box: Box
    public var appearance: Appearance
    public var content: Content

    public init(
        origin: Origin, id: String? = nil, role: NodeRole? = nil, box: Box = Box(),
        appearance: Appearance = Appearance(), content: Content
    ) {
        self.origin = origin
        self.id = id
        self.role = role
        self.box = box
        self.appearance = appearance
        self.content = content
    }
}

/// The meaning of a node for checks.
public enum NodeRole: String, Hashable, Sendable, CaseIterable {
    /// Carries meaning: must be complete, undistorted, visible and distinct.
    case symbol
    /// May be cropped, covered and faint.
    case decoration
}

public indirect enum Content: Hashable, Sendable {
    case frame(Frame)
    case text(Paragraph, TextBlock)
    case image(ImageBlock)
    case shape(ShapeBlock)
    case qr(QRBlock)
}

/// A box that lays out its children, as CSS flexbox does.
public struct Frame: Hashable, Sendable {
    /// `overlay` stacks all children in the same box.
    public enum Axis: String, Hashable, Sendable, CaseIterable { case row, column, overlay }
    public enum Alignment: String, Hashable, Sendable, CaseIterable {
        case start, center, end, stretch, baseline
    }
    public enum Justification: String, Hashable, Sendable, CaseIterable {
        case start, center, end, spaceBetween, spaceAround, spaceEvenly
    }
    public enum Wrapping: String, Hashable, Sendable, CaseIterable { case none, wrap }

    public var axis: Axis
    /// Direction of rows; `start` in a column is this side.
    public var direction: TextDirection
    public var padding: Insets
    /// Distance of neighbours along the axis, in px.
    public var gap: Double
    /// Distance of the lines of a wrapped frame, in px.
    public var lineGap: Double
    /// Alignment across the axis (in an overlay: horizontally).
    public var align: Alignment
    /// Alignment along the axis (in an overlay: vertically, the three `space…` values count as
    /// center).
    public var justify: Justification
    public var wrapping: Wrapping
    public var children: [Node]

    public init(
        axis: Axis, direction: TextDirection = .leftToRight, padding: Insets = .zero,
        gap: Double = 0, lineGap: Double = 0, align: Alignment = .stretch,
        justify: Justification = .start, wrapping: Wrapping = .none, children: [Node] = []
    ) {
        self.axis = axis
        self.direction = direction
        self.padding = padding
        self.gap = gap
        self.lineGap = lineGap
        self.align = align
        self.justify = justify
        self.wrapping = wrapping
        self.children = children
    }
}

/// Position of a text in a box that is higher than it.
public struct TextBlock: Hashable, Sendable {
    public enum VerticalAlignment: String, Hashable, Sendable, CaseIterable {
        case top, center, bottom
    }
    /// Extent of the box: from ascender to descender, or from cap height to baseline.
    public enum Trim: String, Hashable, Sendable, CaseIterable { case none, capHeight }

    public var verticalAlignment: VerticalAlignment
    public var trim: Trim
    /// The text's paint, relative to the box.
    ///
    /// Spans that use it are painted solid in its first colour (black for a pattern); spans of
    /// another colour keep it.
    public var paint: BoxPaint?
    /// Texts with the same name share one font size, the smallest that any of them needs.
    public var fitGroup: String?
    /// The curve that replaces straight lines.
    public var path: TextPath?
    /// Lines for which the box has room at the size of the text, where there is room; 0 for those of
    /// the text.
    public var minLines: Int

    public init(
        verticalAlignment: VerticalAlignment = .top, trim: Trim = .none, paint: BoxPaint? = nil,
        fitGroup: String? = nil, path: TextPath? = nil, minLines: Int = 0
    ) {
        self.verticalAlignment = verticalAlignment
        self.trim = trim
        self.paint = paint
        self.fitGroup = fitGroup
        self.path = path
        self.minLines = minLines
    }
}

public struct ImageBlock: Hashable, Sendable {
    public enum Fit: String, Hashable, Sendable, CaseIterable { case cover, contain, fill }

    public var image: ImageReference
    public var fit: Fit
    /// The point of the picture that stays visible, each coordinate 0 to 1 from the top left.
    public var focus: Point
    public var adjustment: ImageAdjustment

    public init(
        image: ImageReference, fit: Fit = .cover, focus: Point = Point(x: 0.5, y: 0.5),
        adjustment: ImageAdjustment = .none
    ) {
        self.image = image
        self.fit = fit
        self.focus = focus
        self.adjustment = adjustment
    }
}

public struct ShapeBlock: Hashable, Sendable {
    public var outline: ShapeOutline

    public init(outline: ShapeOutline) {
        self.outline = outline
    }
}

public struct QRBlock: Hashable, Sendable {
    /// Share of the code that may be lost: about 7, 15, 25 and 30 percent.
    public enum Correction: String, Hashable, Sendable, CaseIterable {
        case low, medium, quartile, high
    }

    public var text: String
    public var correction: Correction
    /// Modules on each side; the standard requires 4.
    public var quietZone: Int
    public var dark: Color
    public var light: Color

    public init(
        text: String, correction: Correction = .medium, quietZone: Int = 4, dark: Color = .black,
        light: Color = .white
    ) {
        self.text = text
        self.correction = correction
        self.quietZone = quietZone
        self.dark = dark
        self.light = light
    }
}
