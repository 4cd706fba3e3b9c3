/// The radius of each corner of a rectangle, in px, at least 0.
public struct CornerRadii: Hashable, Sendable {
    public var topLeft: Double
    public var topRight: Double
    public var bottomRight: Double
    public var bottomLeft: Double

    public init(topLeft: Double, topRight: Double, bottomRight: Double, bottomLeft: Double) {
        self.topLeft = topLeft
        self.topRight = topRight
        self.bottomRight = bottomRight
        self.bottomLeft = bottomLeft
    }

    public init(all radius: Double) {
        self.init(topLeft: radius, topRight: radius, bottomRight: radius, bottomLeft: radius)
    }

    public static let zero = CornerRadii(all: 0)

    public var isZero: Bool { max(topLeft, topRight, bottomRight, bottomLeft) <= 0 }

    /// The radii scaled by one factor, so that no two neighbours exceed their side.
    ///
    /// Source: W3C, CSS Backgrounds and Borders Level 3, "Overlapping Curves".
    public func fitted(to size: Size) -> CornerRadii {
        let sides = [
            (size.width, topLeft + topRight), (size.height, topRight + bottomRight),
            (size.width, bottomRight + bottomLeft), (size.height, bottomLeft + topLeft),
        ]
        let factor = sides.reduce(1) { factor, side in
            side.1 > side.0 ? min(factor, side.0 / side.1) : factor
        }
        return CornerRadii(
            topLeft: max(0, topLeft) * factor, topRight: max(0, topRight) * factor,
            bottomRight: max(0, bottomRight) * factor, bottomLeft: max(0, bottomLeft) * factor)
    }
}
