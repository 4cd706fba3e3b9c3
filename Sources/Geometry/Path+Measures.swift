extension Path {
    /// True if the path is one axis-aligned rectangle.
    public var isAxisAlignedRect: Bool {
        let closed: [Verb] = [.move, .line, .line, .line, .close]
        guard verbs == closed, points.count == 4 else { return false }
        let (a, b, c, d) = (points[0], points[1], points[2], points[3])
        let startsAcross = a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x
        return startsAcross || (a.x == b.x && b.y == c.y && c.x == d.x && d.y == a.y)
    }

    /// The smallest axis-aligned rectangle around the outline, without control points; `zero` if
    /// empty.
    public var tightBounds: Rect {
        guard let first = points.first else { return .zero }
        var (low, high) = (first, first)
        func include(_ point: Point) {
            low = Point(x: min(low.x, point.x), y: min(low.y, point.y))
            high = Point(x: max(high.x, point.x), y: max(high.y, point.y))
        }
        for contour in contours {
            include(contour.start)
            for segment in contour.segments {
                include(segment.end)
                segment.forEachExtreme(include)
            }
        }
        return Rect(minX: low.x, minY: low.y, maxX: high.x, maxY: high.y)
    }

    /// Winding number of the outline around `point`; clockwise turns count up.
    ///
    /// Non-zero rule: inside if it is not 0. Even-odd rule: inside if it is odd. Curves are
    /// flattened to `tolerance` px.
    public func winding(around point: Point, tolerance: Double = 0.01) -> Int {
        var winding = 0
        forEachLine(tolerance: tolerance) { from, to in
            guard (from.y <= point.y) != (to.y <= point.y) else { return }
            let side =
                (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x)
            if to.y > from.y, side > 0 { winding += 1 }
            if to.y < from.y, side < 0 { winding -= 1 }
        }
        return winding
    }

    /// True if `point` is inside by the non-zero rule.
    public func contains(_ point: Point) -> Bool { winding(around: point) != 0 }

    /// The enclosed area in square px, exact; negative for anticlockwise contours.
    public var signedArea: Double { moments.area }

    /// The centroid of the enclosed area; the centre of the bounds if the area is 0.
    public var centroid: Point {
        let moments = self.moments
        guard abs(moments.area) > 1e-12 else { return tightBounds.center }
        let center = moments.first * (1 / moments.area)
        return center + moments.origin
    }
}

extension Path {
    private struct Moments {
        let origin: Point
        var area = 0.0
        var first = Point.zero
    }

    /// Area and first moments by Green's theorem: the integrals of x dy, x^2 / 2 dy and -y^2 / 2
    /// dx.
    ///
    /// Along a cubic their degree is at most 8, for which five Gauss points are exact. Computed
    /// relative to the first point, because distant outlines would lose digits.
    private var moments: Moments {
        var moments = Moments(origin: points.first ?? .zero)
        forEachFilledSegment { segment in
            for (node, weight) in gaussPoints {
                let place = segment.point(at: node) - moments.origin
                let speed = segment.derivative(at: node) * weight
                moments.area += place.x * speed.y
                moments.first.x += place.x * place.x / 2 * speed.y
                moments.first.y -= place.y * place.y / 2 * speed.x
            }
        }
        return moments
    }
}

/// Nodes and weights of five-point Gauss-Legendre integration over 0...1.
private let gaussPoints: [(node: Double, weight: Double)] = [
    (0.046910077030668004, 0.11846344252809454), (0.23076534494715845, 0.23931433524968324),
    (0.5, 0.28444444444444444), (0.7692346550528415, 0.23931433524968324),
    (0.953089922969332, 0.11846344252809454),
]

extension PathSegment {
    public func point(at t: Double) -> Point {
        switch self {
        case .line(let start, let end): start.lerp(to: end, t)
        case .quad(let curve): curve.point(at: t)
        case .cubic(let curve): curve.point(at: t)
        }
    }

    /// The derivative of the point by `t`, in px for the whole segment.
    public func derivative(at t: Double) -> Point {
        switch self {
        case .line(let start, let end): end - start
        case .quad(let curve):
            ((curve.p1 - curve.p0) * (1 - t) + (curve.p2 - curve.p1) * t) * 2
        case .cubic(let curve):
            ((curve.p1 - curve.p0) * ((1 - t) * (1 - t))
                + (curve.p2 - curve.p1) * (2 * t * (1 - t)) + (curve.p3 - curve.p2) * (t * t)) * 3
        }
    }

    /// Calls `body` with the interior points of the segment at which x or y has an extreme.
    func forEachExtreme(_ body: (Point) -> Void) {
        switch self {
        case .line: break
        case .quad(let curve):
            for axis in [\Point.x, \Point.y] {
                let (a, b) = (
                    curve.p1[keyPath: axis] - curve.p0[keyPath: axis],
                    curve.p2[keyPath: axis] - curve.p1[keyPath: axis]
                )
                forEachRoot(0, b - a, a) { body(point(at: $0)) }
            }
        case .cubic(let curve):
            for axis in [\Point.x, \Point.y] {
                let a = curve.p1[keyPath: axis] - curve.p0[keyPath: axis]
                let b = curve.p2[keyPath: axis] - curve.p1[keyPath: axis]
                let c = curve.p3[keyPath: axis] - curve.p2[keyPath: axis]
                forEachRoot(a - 2 * b + c, 2 * (b - a), a) { body(point(at: $0)) }
            }
        }
    }
}

/// The roots of `a t^2 + b t + c` between 0 and 1.
private func forEachRoot(_ a: Double, _ b: Double, _ c: Double, _ body: (Double) -> Void) {
    func report(_ root: Double) {
        if root > 0, root < 1 { body(root) }
    }
    let discriminant = b * b - 4 * a * c
    guard discriminant >= 0 else { return }
    // The sum of terms of equal sign, so that no digits cancel; both roots are quotients of it.
    let q = -0.5 * (b + (b < 0 ? -1 : 1) * discriminant.squareRoot())
    report(c / q)
    if a != 0 { report(q / a) }
}
