/// An affine map of the plane: `x' = a x + c y + tx`, `y' = b x + d y + ty`.
public struct Transform: Hashable, Sendable {
    public var a: Double
    public var b: Double
    public var c: Double
    public var d: Double
    public var tx: Double
    public var ty: Double

    @inlinable
    public init(a: Double, b: Double, c: Double, d: Double, tx: Double, ty: Double) {
        self.a = a
        self.b = b
        self.c = c
        self.d = d
        self.tx = tx
        self.ty = ty
    }

    public static let identity = Transform(a: 1, b: 0, c: 0, d: 1, tx: 0, ty: 0)
}

extension Transform {
    public static func translation(_ shift: Point) -> Transform {
        Transform(a: 1, b: 0, c: 0, d: 1, tx: shift.x, ty: shift.y)
    }

    public static func scale(x: Double, y: Double) -> Transform {
        Transform(a: x, b: 0, c: 0, d: y, tx: 0, ty: 0)
    }

    public static func rotation(_ angle: Angle) -> Transform {
        let (sine, cosine) = (angle.sine, angle.cosine)
        return Transform(a: cosine, b: sine, c: -sine, d: cosine, tx: 0, ty: 0)
    }

    /// The map that applies `self` first and `next` after it.
    @inlinable
    public func then(_ next: Transform) -> Transform {
        Transform(
            a: a * next.a + b * next.c, b: a * next.b + b * next.d,
            c: c * next.a + d * next.c, d: c * next.b + d * next.d,
            tx: tx * next.a + ty * next.c + next.tx, ty: tx * next.b + ty * next.d + next.ty)
    }

    /// The same map with `center` as its fixed point.
    public func around(_ center: Point) -> Transform {
        Transform.translation(Point(x: -center.x, y: -center.y))
            .then(self).then(.translation(center))
    }

    @inlinable
    public func callAsFunction(_ point: Point) -> Point {
        Point(x: a * point.x + c * point.y + tx, y: b * point.x + d * point.y + ty)
    }

    /// The smallest axis-aligned rectangle around the image of `rect`.
    public func bounds(of rect: Rect) -> Rect {
        let corners = [
            self(Point(x: rect.minX, y: rect.minY)), self(Point(x: rect.maxX, y: rect.minY)),
            self(Point(x: rect.minX, y: rect.maxY)), self(Point(x: rect.maxX, y: rect.maxY)),
        ]
        let (xs, ys) = (corners.map(\.x), corners.map(\.y))
        return Rect(
            minX: xs.reduce(xs[0], min), minY: ys.reduce(ys[0], min),
            maxX: xs.reduce(xs[0], max), maxY: ys.reduce(ys[0], max))
    }

    public var determinant: Double { a * d - b * c }

    /// The inverse map; nil if this one is singular.
    public var inverse: Transform? {
        let scale = 1 / determinant
        guard scale.isFinite else { return nil }
        return Transform(
            a: d * scale, b: -b * scale, c: -c * scale, d: a * scale,
            tx: (c * ty - d * tx) * scale, ty: (b * tx - a * ty) * scale)
    }

    /// True if the map has no rotation and no skew.
    public var isScaleAndTranslation: Bool { b == 0 && c == 0 }

    /// Mean scale factor: the square root of the area factor.
    public var meanScale: Double { abs(determinant).squareRoot() }
}
