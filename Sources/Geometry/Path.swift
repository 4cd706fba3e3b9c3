/// Contours of lines and Bézier curves, in px.
///
/// Each verb takes its points from `points` in order: move 1, line 1, quad 2, cubic 3, close 0. A
/// fill closes every contour.
public struct Path: Hashable, Sendable {
    public enum Verb: UInt8, Hashable, Sendable {
        case move, line, quad, cubic, close
    }

    public private(set) var verbs: [Verb] = []
    public private(set) var points: [Point] = []

    public init() {}

    public var isEmpty: Bool { verbs.isEmpty }
}

extension Path {
    public mutating func move(to point: Point) {
        verbs.append(.move)
        points.append(point)
    }

    public mutating func line(to point: Point) {
        verbs.append(.line)
        points.append(point)
    }

    public mutating func quad(_ control: Point, to point: Point) {
        verbs.append(.quad)
        points.append(control)
        points.append(point)
    }

    public mutating func cubic(_ first: Point, _ second: Point, to point: Point) {
        verbs.append(.cubic)
        points.append(first)
        points.append(second)
        points.append(point)
    }

    public mutating func close() {
        verbs.append(.close)
    }

    /// Replaces the last point by its exact position, removing rounding errors.
    mutating func replaceLastPoint(with point: Point) {
        points[points.count - 1] = point
    }

    public mutating func append(_ other: Path) {
        verbs += other.verbs
        points += other.points
    }

    public func applying(_ transform: Transform) -> Path {
        var result = self
        for index in result.points.indices {
            result.points[index] = transform(result.points[index])
        }
        return result
    }

    /// The path with every point and control point mapped.
    public func mapped(_ move: (Point) -> Point) -> Path {
        var result = self
        for index in result.points.indices {
            result.points[index] = move(result.points[index])
        }
        return result
    }

    /// The smallest axis-aligned rectangle around all points, control points included.
    public var controlBounds: Rect {
        guard let first = points.first else { return .zero }
        var (low, high) = (first, first)
        for point in points {
            low = Point(x: min(low.x, point.x), y: min(low.y, point.y))
            high = Point(x: max(high.x, point.x), y: max(high.y, point.y))
        }
        return Rect(minX: low.x, minY: low.y, maxX: high.x, maxY: high.y)
    }
}
