/// Distances inwards from the four sides of a box, in px.
public struct Insets: Hashable, Sendable {
    public var top: Double
    public var right: Double
    public var bottom: Double
    public var left: Double

    @inlinable
    public init(top: Double, right: Double, bottom: Double, left: Double) {
        self.top = top
        self.right = right
        self.bottom = bottom
        self.left = left
    }

    public init(all side: Double) {
        self.init(top: side, right: side, bottom: side, left: side)
    }

    public static let zero = Insets(all: 0)

    public var horizontal: Double { left + right }
    public var vertical: Double { top + bottom }
}
