public import BlueHeartGeometry

/// The fill of an area; coordinates are in the space of the painting command.
public indirect enum Paint: Hashable, Sendable {
    case solid(Color)
    case gradient(Gradient)
    case pattern(Pattern)
}

/// Colours along a line, around a circle or around a point.
public struct Gradient: Hashable, Sendable {
    public enum Geometry: Hashable, Sendable {
        case linear(from: Point, to: Point)
        /// A gradient from the centre to an ellipse around it; both radii in px, above 0.
        case radial(center: Point, radiusX: Double, radiusY: Double)
        /// A gradient clockwise around the centre from `start`; angle 0 points up.
        case conic(center: Point, start: Angle)
        /// A gradient along the circles between two circles.
        case circles(CirclePair)
    }

    /// A colour and its offset: 0 is the start, 1 the end.
    public struct Stop: Hashable, Sendable {
        public var offset: Double
        public var color: Color

        public init(offset: Double, color: Color) {
            self.offset = offset
            self.color = color
        }
    }

    /// The colour space in which colours between two stops are interpolated.
    public enum Interpolation: String, Hashable, Sendable, CaseIterable { case oklab, srgb, linear }
    /// The continuation before the first and after the last stop.
    public enum Spread: String, Hashable, Sendable, CaseIterable { case pad, `repeat`, reflect }
    /// Ordered dithering, which hides the steps between 8-bit colours; it makes a PNG ten times
    /// larger.
    public enum Dithering: Hashable, Sendable { case none, ordered }
    /// Colours between two stops: mixed after or before they are multiplied by their alpha.
    public enum Mixing: Hashable, Sendable { case premultiplied, straight }

    public var geometry: Geometry
    /// Stops with ascending offsets, at least two.
    public var stops: [Stop]
    public var interpolation: Interpolation
    public var spread: Spread
    public var dithering: Dithering
    public var mixing: Mixing

    public init(
        _ geometry: Geometry, stops: [Stop], interpolation: Interpolation = .oklab,
        spread: Spread = .pad, dithering: Dithering = .none, mixing: Mixing = .premultiplied
    ) {
        self.geometry = geometry
        self.stops = stops
        self.interpolation = interpolation
        self.spread = spread
        self.dithering = dithering
        self.mixing = mixing
    }
}

/// Two circles, one of which may be a point.
///
/// A place between them has the colour of the largest circle through it. The ellipses of SVG are
/// circles seen through `transform`.
public struct CirclePair: Hashable, Sendable {
    /// The circle at offset 0.
    public var focus: Point
    /// Radius of the inner circle, at least 0 and below `radius`.
    public var focusRadius: Double
    /// The circle at offset 1.
    public var center: Point
    /// Radius of the outer circle, above 0.
    public var radius: Double
    /// The map from the space of the circles to that of the paint.
    public var transform: Transform

    public init(
        focus: Point, focusRadius: Double, center: Point, radius: Double,
        transform: Transform = .identity
    ) {
        self.focus = focus
        self.focusRadius = focusRadius
        self.center = center
        self.radius = radius
        self.transform = transform
    }
}

/// A cell drawn once and tiled over the whole area.
public struct Pattern: Hashable, Sendable {
    /// Commands in the cell's own space, origin at its top left corner.
    public var commands: [DrawCommand]
    /// Size of the cell in px, above 0; also the distance between cells.
    public var cell: Size
    /// Maps the cell's space to the space of the painting command.
    public var transform: Transform

    public init(commands: [DrawCommand], cell: Size, transform: Transform = .identity) {
        self.commands = commands
        self.cell = cell
        self.transform = transform
    }
}
