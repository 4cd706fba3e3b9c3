public import BlueHeartGeometry

/// Commands painted separately, then composited over the background as one picture.
public struct Layer: Hashable, Sendable {
    /// Commands in card space; the layer adds no transform.
    public var commands: [DrawCommand]
    /// Opacity, 0 to 1.
    public var opacity: Double
    public var blend: BlendMode
    /// Keeps only the inside of the shape; edges are antialiased.
    public var clip: Clip?
    /// Commands drawn separately; their alpha, or another channel, multiplies the layer's.
    public var mask: [DrawCommand]
    public var maskChannel: MaskChannel
    /// Effects applied in this order to the painted commands, before clip and mask.
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
        clip: Clip? = nil, mask: [DrawCommand] = [], maskChannel: MaskChannel = .alpha,
        effects: [Effect] = []
    ) {
        self.commands = commands
        self.opacity = opacity
        self.blend = blend
        self.clip = clip
        self.mask = mask
        self.maskChannel = maskChannel
        self.effects = effects
    }
}

/// The channel of a mask that gives its coverage.
public enum MaskChannel: Hashable, Sendable {
    case alpha
    /// Luminance of the coded colour times alpha.
    case luminance
    /// Luminance of the light times alpha.
    case linearLuminance
}

/// Blend mode of a layer; names and formulas of W3C Compositing and Blending Level 1.
public enum BlendMode: String, Hashable, Sendable, CaseIterable {
    case normal, multiply, screen, overlay, darken, lighten, colorDodge, colorBurn
    case hardLight, softLight, difference, exclusion, hue, saturation, color, luminosity
}

/// An effect on a painted layer; sigmas are standard deviations in px, 0 to 256.
public enum Effect: Hashable, Sendable {
    case blur(sigma: Double)
    /// A shadow below the layer.
    case dropShadow(Shadow)
    /// A shadow cast by the layer's edge onto the layer.
    case innerShadow(Shadow)
    /// Steps that replace the layer's pixels.
    case filter(FilterGraph)
}

public struct Shadow: Hashable, Sendable {
    public var color: Color
    public var offset: Point
    public var sigma: Double
    /// Growth of the shape (negative: shrinkage) before it is blurred, in px.
    public var spread: Double

    public init(color: Color, offset: Point, sigma: Double, spread: Double = 0) {
        self.color = color
        self.offset = offset
        self.sigma = sigma
        self.spread = spread
    }
}
