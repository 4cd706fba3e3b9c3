/// The heart of the kit as numbers; 0 and 1 are the ends of each scale unless it says otherwise.
public struct HeartShape: Hashable, Sendable {
    /// Height divided by width, 0.6 to 1.4.
    public var proportion: Double
    /// How deep the dip between the lobes goes.
    public var cleft: Double
    /// How round the point and the dip are; 0 is sharp.
    public var softness: Double
    public var tilt: Angle
    /// How rough the edge is, as if painted with a brush; 0 is smooth.
    public var brush: Double

    public init(
        proportion: Double = 0.9, cleft: Double = 0.5, softness: Double = 0.2,
        tilt: Angle = .zero, brush: Double = 0
    ) {
        self.proportion = proportion
        self.cleft = cleft
        self.softness = softness
        self.tilt = tilt
        self.brush = brush
    }
}
