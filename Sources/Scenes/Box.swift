public import BlueHeartGeometry

/// A length in px or as a fraction of the parent's inner box (1 is the whole).
public enum Length: Hashable, Sendable {
    case px(Double)
    case fraction(Double)

    /// The length in px, with 1 as `whole` px.
    public func resolved(against whole: Double) -> Double {
        switch self {
        case .px(let length): length
        case .fraction(let part): part * whole
        }
    }
}

/// Layout properties of a node; sides are left and right, mirroring is already applied.
public struct Box: Hashable, Sendable {
    public enum Position: Hashable, Sendable {
        case flow
        /// Position outside of the flow, at distances from the sides of the parent's border box, as
        /// in CSS; nil leaves a side free.
        ///
        /// Percentages of such a node refer to the border box too.
        case absolute(top: Length?, right: Length?, bottom: Length?, left: Length?)
    }

    /// nil: determined by the content or by the parent's stretching.
    public var width: Length?
    public var height: Length?
    public var minWidth: Length?
    public var maxWidth: Length?
    public var minHeight: Length?
    public var maxHeight: Length?
    /// Width divided by height, above 0.
    public var aspectRatio: Double?
    /// Share of the space left over along the parent's axis, 0 or more.
    public var grow: Double
    /// Share of the missing space, 0 or more; a node never becomes smaller than its minimum.
    public var shrink: Double
    /// nil: the parent's `align`.
    public var align: Frame.Alignment?
    public var margin: Insets
    public var position: Position

    public init(
        width: Length? = nil, height: Length? = nil, minWidth: Length? = nil,
        maxWidth: Length? = nil, minHeight: Length? = nil, maxHeight: Length? = nil,
        aspectRatio: Double? = nil, grow: Double = 0, shrink: Double = 1,
        align: Frame.Alignment? = nil, margin: Insets = .zero, position: Position = .flow
    ) {
        self.width = width
        self.height = height
        self.minWidth = minWidth
        self.maxWidth = maxWidth
        self.minHeight = minHeight
        self.maxHeight = maxHeight
        self.aspectRatio = aspectRatio
        self.grow = grow
        self.shrink = shrink
        self.align = align
        self.margin = margin
        self.position = position
    }
}
