import BlueHeartGeometry
import BlueHeartPixels

/// A path as straight edges inside a rectangle of pixels, reused from path to path.
///
/// What lies left of the rectangle is moved onto its left side, for it still turns the winding
/// of what is right of it; what lies above, below or right of it is left out.
struct EdgeList {
    private(set) var edges: [CoverageCells.Edge] = []
    private var width = 0.0
    private var height = 0.0
    private var origin = Point.zero

    /// Coordinates are held within this, in px, so that no sum of them overflows a Float.
    private static let farthest = 1e7

    /// Takes the edges of `path` that matter inside `area`.
    mutating func fill(from path: Path, transform: Transform, in area: PixelRect) {
        edges.removeAll(keepingCapacity: true)
        (width, height) = (Double(area.width), Double(area.height))
        origin = Point(x: Double(area.x), y: Double(area.y))
        append(path, transform: transform)
    }

    /// The smallest rectangle of pixels around the edges; rows and columns of the area.
    var bounds: PixelRect {
        guard let first = edges.first else { return PixelRect(x: 0, y: 0, width: 0, height: 0) }
        var (low, high) = (first, first)
        for edge in edges {
            low = low.replacing(with: edge, where: edge .< low)
            high = high.replacing(with: edge, where: edge .> high)
        }
        let left = Int(min(low[0], low[2]).rounded(.down))
        let top = Int(min(low[1], low[3]).rounded(.down))
        return PixelRect(
            x: left, y: top, width: Int(max(high[0], high[2]).rounded(.up)) - left,
            height: Int(max(high[1], high[3]).rounded(.up)) - top)
    }
}

extension EdgeList {
    private mutating func append(_ path: Path, transform: Transform) {
        let origin = origin
        path.forEachFilledSegment(placed: { Self.held(transform($0) - origin) }) { segment in
            switch segment {
            case .line(let from, let to): line(from: from, to: to)
            case .quad(let curve):
                if isOutside(curve.p0, curve.p1, curve.p2) {
                    line(from: curve.p0, to: curve.p2)
                } else {
                    curve.forEachPiece(tolerance: Canvas.tolerance) { line(from: $0, to: $1) }
                }
            case .cubic(let curve):
                if isOutside(curve.p0, curve.p1, curve.p2, curve.p3) {
                    line(from: curve.p0, to: curve.p3)
                } else {
                    curve.forEachPiece(tolerance: Canvas.tolerance) { line(from: $0, to: $1) }
                }
            }
        }
    }

    private static func held(_ point: Point) -> Point {
        Point(x: held(point.x), y: held(point.y))
    }

    /// NaN becomes the farthest value; the shape is lost then, the process is not.
    private static func held(_ value: Double) -> Double {
        Double.minimum(Double.maximum(value, -farthest), farthest)
    }

    /// Whether no point of a curve with these points can be seen, so that a line will do.
    private func isOutside(_ points: Point...) -> Bool {
        points.allSatisfy { $0.y <= 0 } || points.allSatisfy { $0.y >= height }
            || points.allSatisfy { $0.x <= 0 } || points.allSatisfy { $0.x >= width }
    }
}

extension EdgeList {
    /// Adds what matters of a line: cut at top, bottom, left and right side.
    @inline(__always)
    private mutating func line(from: Point, to: Point) {
        guard from.y != to.y, max(from.y, to.y) > 0, min(from.y, to.y) < height,
            min(from.x, to.x) < width
        else { return }
        let isInside =
            min(from.x, to.x) >= 0 && max(from.x, to.x) <= width && min(from.y, to.y) >= 0
            && max(from.y, to.y) <= height
        if isInside {
            edges.append(
                CoverageCells.Edge(Float(from.x), Float(from.y), Float(to.x), Float(to.y)))
        } else {
            cut(from: from, to: to)
        }
    }

    private mutating func cut(from: Point, to: Point) {
        let rise = to.y - from.y
        func atY(_ y: Double) -> Point {
            Point(x: from.x + (to.x - from.x) * ((y - from.y) / rise), y: y)
        }
        let start = from.y < 0 ? atY(0) : from.y > height ? atY(height) : from
        let end = to.y < 0 ? atY(0) : to.y > height ? atY(height) : to
        var points = [start]
        for side in start.x < end.x ? [0, width] : [width, 0]
        where (start.x - side) * (end.x - side) < 0 {
            let fraction = (side - start.x) / (end.x - start.x)
            points.append(Point(x: side, y: start.y + (end.y - start.y) * fraction))
        }
        points.append(end)
        for (one, other) in zip(points, points.dropFirst()) { appendHeld(one, other) }
    }

    private mutating func appendHeld(_ from: Point, _ to: Point) {
        guard min(from.x, to.x) < width, from.y != to.y else { return }
        edges.append(
            CoverageCells.Edge(
                Float(min(max(from.x, 0), width)), Float(from.y),
                Float(min(max(to.x, 0), width)), Float(to.y)))
    }
}
