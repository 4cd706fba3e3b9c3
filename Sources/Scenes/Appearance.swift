public import BlueHeartDrawing
public import BlueHeartGeometry

/// The look of a node besides its content; shapes fill and stroke their outline, other nodes their
/// box.
public struct Appearance: Hashable, Sendable {
    public var fill: BoxPaint?
    public var fillRule: FillRule
    public var stroke: BoxStroke?
    /// Radii of the box that `fill`, `stroke` and `clip` use; shapes have their own outline.
    public var corners: Corners
    /// Clipping to the (rounded) box.
    public var clipping: Clipping
    /// A shape in the node's box; only its inside is kept.
    public var clipOutline: ShapeOutline?
    /// A node drawn in this node's box; its alpha multiplies the node's.
    public var mask: Indirect<Node>?
    /// 0 to 1.
    public var opacity: Double
    public var blend: BlendMode
    public var effects: [Effect]
    /// Applied around the centre of the box, after layout; neighbours do not move.
    public var transform: Transform

    public enum Clipping: Hashable, Sendable { case none, box }

    public init(
        fill: BoxPaint? = nil, fillRule: FillRule = .nonZero, stroke: BoxStroke? = nil,
        corners: Corners = .square, clipping: Clipping = .none, clipOutline: ShapeOutline? = nil,
        mask: Indirect<Node>? = nil, opacity: Double = 1, blend: BlendMode = .normal,
        effects: [Effect] = [], transform: Transform = .identity
    ) {
        self.fill = fill
        self.fillRule = fillRule
        self.stroke = stroke
        self.corners = corners
        self.clipping = clipping
        self.clipOutline = clipOutline
        self.mask = mask
        self.opacity = opacity
        self.blend = blend
        self.effects = effects
        self.transform = transform
    }
}

/// Heap storage for a value, so that a type can contain its own kind.
public indirect enum Indirect<Value: Hashable & Sendable>: Hashable, Sendable {
    case value(Value)

    public init(_ value: Value) {
        self = .value(value)
    }

    public var value: Value {
        switch self {
        case .value(let value): value
        }
    }
}

/// Radii of the four corners; fractions refer to the shorter side.
public struct Corners: Hashable, Sendable {
    public var topLeft: Length
    public var topRight: Length
    public var bottomRight: Length
    public var bottomLeft: Length
    /// 0 is a circular arc; towards 1 the curvature changes continuously.
    public var smoothing: Double

    public init(
        topLeft: Length, topRight: Length, bottomRight: Length, bottomLeft: Length,
        smoothing: Double = 0
    ) {
        self.topLeft = topLeft
        self.topRight = topRight
        self.bottomRight = bottomRight
        self.bottomLeft = bottomLeft
        self.smoothing = smoothing
    }

    public init(all radius: Length, smoothing: Double = 0) {
        self.init(
            topLeft: radius, topRight: radius, bottomRight: radius, bottomLeft: radius,
            smoothing: smoothing)
    }

    public static let square = Corners(all: .px(0))
}

/// A shape that is scaled to its box.
public enum ShapeOutline: Hashable, Sendable {
    case rectangle(Corners)
    case ellipse
    /// A line from the start corner to the opposite one; along the middle if one side is 0.
    case line
    /// The part `viewBox` of the path, fitted into the box, centred, with its proportions.
    case path(Path, viewBox: Rect)
    case heart(HeartShape)
}

public struct BoxStroke: Hashable, Sendable {
    public var stroke: Stroke
    public var paint: BoxPaint

    public init(stroke: Stroke, paint: BoxPaint) {
        self.stroke = stroke
        self.paint = paint
    }
}

/// A paint whose coordinates are relative to the box it fills.
public indirect enum BoxPaint: Hashable, Sendable {
    case solid(Color)
    case gradient(BoxGradient)
    case pattern(BoxPattern)
}

public struct BoxGradient: Hashable, Sendable {
    /// Fractions refer to the box: to its width for x, to its height for y.
    public enum Geometry: Hashable, Sendable {
        /// A linear gradient as in CSS: 0 degrees points up, 90 right; the ends reach the corners.
        case linear(Angle)
        case line(from: BoxPoint, to: BoxPoint)
        /// Fractions of the radius refer to half of the box's diagonal.
        case radial(center: BoxPoint, radius: Length)
        case conic(center: BoxPoint, start: Angle)
    }

    public var geometry: Geometry
    /// Stops with ascending offsets, at least two.
    public var stops: [Gradient.Stop]
    public var interpolation: Gradient.Interpolation
    public var spread: Gradient.Spread
    public var dithering: Gradient.Dithering

    public init(
        _ geometry: Geometry, stops: [Gradient.Stop],
        interpolation: Gradient.Interpolation = .oklab, spread: Gradient.Spread = .pad,
        dithering: Gradient.Dithering = .none
    ) {
        self.geometry = geometry
        self.stops = stops
        self.interpolation = interpolation
        self.spread = spread
        self.dithering = dithering
    }
}

public struct BoxPoint: Hashable, Sendable {
    public var x: Length
    public var y: Length

    public init(x: Length, y: Length) {
        self.x = x
        self.y = y
    }
}

/// A node laid out in a cell and repeated over the box from its top left corner.
public struct BoxPattern: Hashable, Sendable {
    public var node: Indirect<Node>
    /// Size of the cell in px, above 0.
    public var cell: Size
    public var rotation: Angle

    public init(node: Indirect<Node>, cell: Size, rotation: Angle = .zero) {
        self.node = node
        self.cell = cell
        self.rotation = rotation
    }
}
