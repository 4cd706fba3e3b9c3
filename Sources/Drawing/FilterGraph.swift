public import BlueHeartGeometry

/// Steps of image processing on a painted layer; the result of the last one is shown.
///
/// Lengths are in px of the card, as those of all effects.
public struct FilterGraph: Hashable, Sendable {
    /// The part that is kept.
    public var region: Rect
    public var steps: [FilterStep]
    /// The scale from the space of the lengths to the card.
    public var scale: Point

    public init(region: Rect, steps: [FilterStep], scale: Point = Point(x: 1, y: 1)) {
        self.region = region
        self.steps = steps
        self.scale = scale
    }
}

public struct FilterStep: Hashable, Sendable {
    public enum Input: Hashable, Sendable {
        case source, sourceAlpha
        /// The result of an earlier step, by its index.
        case step(Int)
        case nothing
    }

    /// Space in which the colours are computed.
    public enum Space: Hashable, Sendable { case srgb, linear }

    public var operation: FilterOperation
    public var inputs: [Input]
    /// The part of the result that is kept.
    public var region: Rect
    public var space: Space

    public init(
        _ operation: FilterOperation, inputs: [Input], region: Rect, space: Space = .linear
    ) {
        self.operation = operation
        self.inputs = inputs
        self.region = region
        self.space = space
    }
}

/// The kinds of steps; names and formulas of W3C Filter Effects Module Level 1.
public enum FilterOperation: Hashable, Sendable {
    /// Standard deviations along both axes.
    case blur(x: Double, y: Double)
    case offset(Point)
    case flood(Color)
    /// Inputs over one another, the first lowest.
    case merge
    /// The first input over the second.
    case blend(BlendMode)
    case composite(CompositeOperator)
    /// Four rows of five factors, for straight red, green, blue, alpha and 1.
    case colorMatrix([Double])
    /// 256 output codes for each of red, green, blue and alpha.
    case transfer([[UInt8]])
    case dropShadow(color: Color, offset: Point, x: Double, y: Double)
    case morphology(Morphology, x: Double, y: Double)
    case turbulence(Turbulence)
    case convolve(Convolution)
    case displace(scale: Double, x: Channel, y: Channel)
    case light(Lighting)
    /// The rectangle of the input that is repeated.
    case tile(Rect)
    /// Commands painted for the step itself.
    case picture([DrawCommand])

    public enum Morphology: Hashable, Sendable { case erode, dilate }

    public enum Channel: Int, Hashable, Sendable { case red, green, blue, alpha }
}

public enum CompositeOperator: Hashable, Sendable {
    case over, `in`, out, atop, xor, lighter
    case arithmetic(Double, Double, Double, Double)
}

/// Noise of `feTurbulence`.
public struct Turbulence: Hashable, Sendable {
    public enum Kind: Hashable, Sendable { case turbulence, fractalNoise }

    public var kind: Kind
    /// Noise cycles per px of the space in which the filter is written.
    public var frequency: Point
    /// Number of octaves, 1 to 10.
    public var octaves: Int
    public var seed: Int
    public var stitches: Bool
    /// The map from the card to the space in which the filter is written.
    public var map: Transform
    /// The tile whose edges match, in that space.
    public var tile: Rect

    public init(
        kind: Kind, frequency: Point, octaves: Int, seed: Int, stitches: Bool, map: Transform,
        tile: Rect
    ) {
        self.kind = kind
        self.frequency = frequency
        self.octaves = octaves
        self.seed = seed
        self.stitches = stitches
        self.map = map
        self.tile = tile
    }
}

/// A matrix of `feConvolveMatrix`.
public struct Convolution: Hashable, Sendable {
    public enum Edge: Hashable, Sendable { case duplicate, wrap, none }

    public var columns: Int
    public var rows: Int
    /// The factors row by row, `columns * rows` of them.
    public var kernel: [Double]
    public var divisor: Double
    public var bias: Double
    public var targetX: Int
    public var targetY: Int
    public var edge: Edge
    public var keepsAlpha: Bool

    public init(
        columns: Int, rows: Int, kernel: [Double], divisor: Double, bias: Double, targetX: Int,
        targetY: Int, edge: Edge, keepsAlpha: Bool
    ) {
        self.columns = columns
        self.rows = rows
        self.kernel = kernel
        self.divisor = divisor
        self.bias = bias
        self.targetX = targetX
        self.targetY = targetY
        self.edge = edge
        self.keepsAlpha = keepsAlpha
    }
}

/// Light on a surface whose heights are the input's alpha.
public struct Lighting: Hashable, Sendable {
    public enum Source: Hashable, Sendable {
        /// Unit vector towards the light.
        case distant(x: Double, y: Double, z: Double)
        case point(Light)
        case spot(Light, target: Light, exponent: Double, coneCosine: Double?)
    }

    /// A position in px of the card, with a height above it.
    public struct Light: Hashable, Sendable {
        public var x: Double
        public var y: Double
        public var z: Double

        public init(x: Double, y: Double, z: Double) {
            self.x = x
            self.y = y
            self.z = z
        }
    }

    public enum Reflection: Hashable, Sendable {
        case diffuse(constant: Double)
        case specular(constant: Double, exponent: Double)
    }

    public var source: Source
    public var reflection: Reflection
    public var color: Color
    public var surfaceScale: Double

    public init(source: Source, reflection: Reflection, color: Color, surfaceScale: Double) {
        self.source = source
        self.reflection = reflection
        self.color = color
        self.surfaceScale = surfaceScale
    }
}
