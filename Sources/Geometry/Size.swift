/// Width and height in px, neither below 0.
public struct Size: Hashable, Sendable {
    public let width: Double
    public let height: Double

    /// Takes a negative or NaN side as 0.
    @inlinable
    public init(width: Double, height: Double) {
        self.width = width > 0 ? width : 0
        self.height = height > 0 ? height : 0
    }

    public static let zero = Size(width: 0, height: 0)

    /// Whether there is no area.
    @inlinable
    public var isEmpty: Bool { width == 0 || height == 0 }

    /// Width divided by height; 1 where there is no height.
    public var aspectRatio: Double { height > 0 ? width / height : 1 }
}
