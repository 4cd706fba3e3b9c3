/// How many straight pieces a curve becomes at most; no curve inside the limits needs as many.
@usableFromInline let mostPieces = 10_000.0

/// The pieces of equal parameter length that keep within `tolerance` of a curve.
///
/// - Parameter bend: the degree's factor times the longest second difference of its points.
/// - Source: G. Wang, "The Subdivision Method for Finding the Intersection Between Two Bézier
///   Curves or Surfaces", Zhejiang University Journal, 1984.
@inlinable
func pieceCount(bend: Double, tolerance: Double) -> Int {
    let count = (bend / tolerance).squareRoot().rounded(.up)
    // Not `min`: a NaN must end here too.
    return count < mostPieces ? max(1, Int(count)) : Int(mostPieces)
}

/// Calls `body` with the chords of a curve between parameters of equal distance.
///
/// - Parameter count: at least 1.
@inlinable
func forEachChord(
    from start: Point, to end: Point, count: Int, at point: (Double) -> Point,
    _ body: (Point, Point) -> Void
) {
    var last = start
    for piece in 1..<max(1, count) {
        let next = point(Double(piece) / Double(count))
        body(last, next)
        last = next
    }
    body(last, end)
}

extension Path {
    /// Calls `body` with every straight piece of the outline, after `transform`; contours are
    /// closed, as a fill closes them.
    ///
    /// - Parameters:
    ///   - tolerance: how far a piece may lie from the curve, in px after the transform; above 0.
    /// - Cost: takes no memory; meant to be inlined where it is called.
    @inlinable
    public func forEachLine(
        tolerance: Double, transform: Transform = .identity,
        _ body: (_ from: Point, _ to: Point) -> Void
    ) {
        forEachFilledSegment(placed: { transform($0) }) { segment in
            switch segment {
            case .line(let from, let to): body(from, to)
            case .quad(let curve): curve.forEachPiece(tolerance: tolerance, body)
            case .cubic(let curve): curve.forEachPiece(tolerance: tolerance, body)
            }
        }
    }

    /// Calls `body` with every segment of the outline, the lines that close contours among them.
    ///
    /// - Parameter place: applied to each point of the path.
    /// - Cost: takes no memory; meant to be inlined where it is called.
    @inlinable
    public func forEachFilledSegment(
        placed place: (Point) -> Point = { $0 }, _ body: (PathSegment) -> Void
    ) {
        var (start, current) = (Point.zero, Point.zero)
        var index = 0
        for verb in verbs {
            switch verb {
            case .move:
                if current != start { body(.line(current, start)) }
                start = place(points[index])
                current = start
                index += 1
            case .line:
                let end = place(points[index])
                body(.line(current, end))
                current = end
                index += 1
            case .quad:
                let end = place(points[index + 1])
                body(.quad(QuadCurve(current, place(points[index]), end)))
                current = end
                index += 2
            case .cubic:
                let end = place(points[index + 2])
                body(
                    .cubic(CubicCurve(current, place(points[index]), place(points[index + 1]), end))
                )
                current = end
                index += 3
            case .close:
                if current != start { body(.line(current, start)) }
                current = start
            }
        }
        if current != start { body(.line(current, start)) }
    }
}

/// A quadratic Bézier curve.
@frozen
public struct QuadCurve: Hashable, Sendable {
    public var p0: Point
    public var p1: Point
    public var p2: Point

    @inlinable
    public init(_ p0: Point, _ p1: Point, _ p2: Point) {
        (self.p0, self.p1, self.p2) = (p0, p1, p2)
    }

    @inlinable
    public func point(at t: Double) -> Point {
        let u = 1 - t
        return p0 * (u * u) + p1 * (2 * u * t) + p2 * (t * t)
    }

    @inlinable
    public func forEachPiece(tolerance: Double, _ body: (Point, Point) -> Void) {
        let bend = (p0 - p1 * 2 + p2).length / 4
        let count = pieceCount(bend: bend, tolerance: tolerance)
        forEachChord(from: p0, to: p2, count: count, at: { point(at: $0) }, body)
    }
}

/// A cubic Bézier curve.
@frozen
public struct CubicCurve: Hashable, Sendable {
    public var p0: Point
    public var p1: Point
    public var p2: Point
    public var p3: Point

    @inlinable
    public init(_ p0: Point, _ p1: Point, _ p2: Point, _ p3: Point) {
        (self.p0, self.p1, self.p2, self.p3) = (p0, p1, p2, p3)
    }

    @inlinable
    public func point(at t: Double) -> Point {
        let u = 1 - t
        let (a, b) = (u * u * u, 3 * u * u * t)
        let (c, d) = (3 * u * t * t, t * t * t)
        return (p0 * a + p1 * b) + (p2 * c + p3 * d)
    }

    @inlinable
    public func forEachPiece(tolerance: Double, _ body: (Point, Point) -> Void) {
        let first = p0 - p1 * 2 + p2
        let second = p1 - p2 * 2 + p3
        let bend = max(first.length, second.length) * 0.75
        let count = pieceCount(bend: bend, tolerance: tolerance)
        forEachChord(from: p0, to: p3, count: count, at: { point(at: $0) }, body)
    }
}
