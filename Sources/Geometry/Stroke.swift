/// The style of a line along a path.
public struct Stroke: Hashable, Sendable {
    public enum Join: String, Hashable, Sendable, CaseIterable { case miter, round, bevel }
    public enum Cap: String, Hashable, Sendable, CaseIterable { case butt, round, square }
    /// The side of a closed path on which the line is drawn.
    public enum Placement: String, Hashable, Sendable, CaseIterable { case center, inner, outer }

    /// Width in px, above 0.
    public var width: Double
    public var join: Join
    public var cap: Cap
    /// Longest miter in units of half the width, at least 1; a longer miter becomes a bevel.
    public var miterLimit: Double
    /// Lengths of dashes and gaps, alternating, in px; empty for a solid line.
    public var dashes: [Double]
    public var dashOffset: Double
    public var placement: Placement

    public init(
        width: Double, join: Join = .miter, cap: Cap = .butt, miterLimit: Double = 4,
        dashes: [Double] = [], dashOffset: Double = 0, placement: Placement = .center
    ) {
        self.width = width
        self.join = join
        self.cap = cap
        self.miterLimit = miterLimit
        self.dashes = dashes
        self.dashOffset = dashOffset
        self.placement = placement
    }
}
