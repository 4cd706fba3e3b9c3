import BlueHeartGeometry

/// A box that may be as thin as a line or a point, as geometry without area has.
struct Bounds: Hashable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    var rect: Rect { Rect(minX: left, minY: top, maxX: right, maxY: bottom) }
    var width: Double { right - left }
    var height: Double { bottom - top }

    init(_ rect: Rect) {
        (left, top, right, bottom) = (rect.minX, rect.minY, rect.maxX, rect.maxY)
    }

    /// True if lengths of the box can be counted in pixels; false for NaN.
    var isMeasurable: Bool { [left, top, right, bottom].allSatisfy { abs($0) <= 1e7 } }

    func union(_ other: Bounds) -> Bounds {
        var result = self
        result.left = min(left, other.left)
        result.top = min(top, other.top)
        result.right = max(right, other.right)
        result.bottom = max(bottom, other.bottom)
        return result
    }

    func applying(_ map: Transform) -> Bounds { Bounds(map.bounds(of: rect)) }

    /// The map from the unit square to the box; nil if the box has no area.
    var unitMap: Transform? {
        guard width > 0, height > 0 else { return nil }
        return Transform(a: width, b: 0, c: 0, d: height, tx: left, ty: top)
    }
}

func union(_ one: Bounds?, _ other: Bounds?) -> Bounds? {
    guard let one else { return other }
    return other.map(one.union) ?? one
}
