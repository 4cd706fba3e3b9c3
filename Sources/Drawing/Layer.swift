public import Geometry

/// Commands painted by themselves first, then laid over what is below as one picture.
public struct Layer: Hashable, Sendable {
    /// In card space, as everywhere; the layer adds no transform.
    public var commands: [DrawCommand]
    /// 0 to 1.
    public var opacity: Double
    public var blend: BlendMode
    /// Only what lies inside is kept; edges are antialiased.
    public var clip: Clip?
    /// Drawn by itself; its alpha multiplies the layer's.
    public var mask: [DrawCommand]
    /// Done in this order on the painted commands, before clip and mask.
    public var effects: [Effect]

    public struct Clip: Hashable, Sendable {
        public var path: Path
        public var rule: FillRule
        public var transform: Transform

        public init(_ path: Path, rule: FillRule = .nonZero, transform: Transform = .identity) {
            self.path = path
            self.rule = rule
            self.transform = transform
        }
    }

    public init(
        _ commands: [DrawCommand], opacity: Double = 1, blend: BlendMode = .normal,
        clip: Clip? = nil, mask: [DrawCommand] = [], effects: [Effect] = []
    ) {
        self.commands = commands
        self.opacity = opacity
        self.blend = blend
        self.clip = clip
        self.mask = mask
        self.effects = effects
    }
}

/// How colours meet what is below; names and formulas of W3C Compositing and Blending Level 1.
public enum BlendMode: String, Hashable, Sendable, CaseIterable {
    case normal, multiply, screen, overlay, darken, lighten, colorDodge, colorBurn
    case hardLight, softLight, difference, exclusion, hue, saturation, color, luminosity
}

/// What is done to a painted layer; sigmas are standard deviations in px, 0 to 256.
public enum Effect: Hashable, Sendable {
    case blur(sigma: Double)
    /// A shadow below the layer.
    case dropShadow(Shadow)
    /// A shadow that the layer's edge throws on itself.
    case innerShadow(Shadow)
}

public struct Shadow: Hashable, Sendable {
    public var color: Color
    public var offset: Point
    public var sigma: Double
    /// By how many px the shape grows (or, below 0, shrinks) before it is blurred.
    public var spread: Double

    public init(color: Color, offset: Point, sigma: Double, spread: Double = 0) {
        self.color = color
        self.offset = offset
        self.sigma = sigma
        self.spread = spread
    }
}
