public import BlueHeartGeometry

/// An axis-aligned rectangle of whole pixels, half open; at any position.
public struct PixelRect: Hashable, Sendable {
    public var x: Int
    public var y: Int
    /// Width, at least 0.
    public var width: Int
    /// Height, at least 0.
    public var height: Int

    /// Replaces a negative side by 0.
    @inlinable
    public init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = max(0, width)
        self.height = max(0, height)
    }

    @inlinable public var endX: Int { x + width }
    @inlinable public var endY: Int { y + height }
    @inlinable public var isEmpty: Bool { width == 0 || height == 0 }
    @inlinable public var area: Int { width * height }

    /// The same rectangle in px.
    public var rect: Rect {
        Rect(x: Double(x), y: Double(y), width: Double(width), height: Double(height))
    }

    /// The intersection; empty if they do not overlap.
    public func intersection(_ other: PixelRect) -> PixelRect {
        let (left, top) = (max(x, other.x), max(y, other.y))
        return PixelRect(
            x: left, y: top, width: min(endX, other.endX) - left,
            height: min(endY, other.endY) - top)
    }

    /// The smallest rectangle around both; an empty one is ignored.
    public func union(_ other: PixelRect) -> PixelRect {
        if isEmpty { return other }
        if other.isEmpty { return self }
        let (left, top) = (min(x, other.x), min(y, other.y))
        return PixelRect(
            x: left, y: top, width: max(endX, other.endX) - left,
            height: max(endY, other.endY) - top)
    }

    public func contains(_ other: PixelRect) -> Bool {
        other.x >= x && other.y >= y && other.endX <= endX && other.endY <= endY
    }

    /// The rectangle with `margin` more pixels on every side.
    public func expanded(by margin: Int) -> PixelRect {
        PixelRect(
            x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
    }
}

extension PixelRect {
    /// The whole pixels that `rect` touches; positions far from any card are clamped.
    public init(touching rect: Rect) {
        let farthest = Double(1 << 24)
        func clamped(_ value: Double) -> Int {
            Int(Double.minimum(Double.maximum(value, -farthest), farthest))
        }
        let (left, top) = (clamped(rect.minX.rounded(.down)), clamped(rect.minY.rounded(.down)))
        self.init(
            x: left, y: top, width: clamped(rect.maxX.rounded(.up)) - left,
            height: clamped(rect.maxY.rounded(.up)) - top)
    }

    /// The same rectangle if all sides of `rect` are on pixel boundaries; otherwise nil.
    public init?(exactly rect: Rect) {
        self.init(touching: rect)
        guard Double(x) == rect.minX, Double(y) == rect.minY, Double(endX) == rect.maxX,
            Double(endY) == rect.maxY
        else { return nil }
    }
}
