/// Parameters of the kit's heart; 0 and 1 are the limits of each scale unless stated otherwise.
public struct HeartShape: Hashable, Sendable {
    /// Height divided by width, 0.6 to 1.4.
    public var proportion: Double
    /// Depth of the dip between the lobes.
    public var cleft: Double
    /// Roundness of the tip and the dip; 0 is sharp.
    public var softness: Double
    public var tilt: Angle
    /// Roughness of the edge, as if painted with a brush; 0 is smooth.
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
