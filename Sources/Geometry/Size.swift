/// Width and height in px, at least 0.
public struct Size: Hashable, Sendable {
    public let width: Double
    public let height: Double

    /// Replaces a negative or NaN side by 0.
    @inlinable
    public init(width: Double, height: Double) {
        self.width = width > 0 ? width : 0
        self.height = height > 0 ? height : 0
    }

    public static let zero = Size(width: 0, height: 0)

    /// True if the area is 0.
    @inlinable
    public var isEmpty: Bool { width == 0 || height == 0 }

    /// Width divided by height; 1 if the height is 0.
    public var aspectRatio: Double { height > 0 ? width / height : 1 }
}
