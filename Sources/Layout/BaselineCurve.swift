import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartScenes

/// The flattened curve of a text path, in the space of the text's box.
struct BaselineCurve {
    private var points: [Point] = []
    /// Distance from the start to each point, in px.
    private var lengths: [Double] = []
    /// Position of the text, in px from the start.
    private(set) var anchor = 0.0

    var length: Double { lengths.last ?? 0 }

    /// Flattens a text path.
    ///
    /// - Parameter side: side of the text relative to its position: after, around or before it.
    init(_ path: TextPath, in box: Rect, side: Side) {
        switch path.curve {
        case .ellipse(let angle, let inset, let turn):
            let ellipse = box.inset(by: Insets(all: inset))
            append(ellipse, at: angle, turn, side)
        case .path(let data, let viewBox, let place):
            append(ShapeOutline.path(data, viewBox: viewBox).path(in: box))
            anchor = length * (place ?? side.standardPlace)
        }
    }

    enum Side {
        case after, around, before

        fileprivate var standardPlace: Double {
            switch self {
            case .after: 0
            case .around: 0.5
            case .before: 1
            }
        }
    }

    private mutating func append(_ point: Point) {
        guard let last = points.last else {
            points.append(point)
            lengths.append(0)
            return
        }
        let step = (point - last).length
        guard step > 0 else { return }
        points.append(point)
        lengths.append(length + step)
    }

    /// Appends an ellipse once around, so that the text's position is at the start, in the middle
    /// or at the end.
    private mutating func append(
        _ ellipse: Rect, at angle: Angle, _ turn: TextPath.Turn, _ side: Side
    ) {
        let steps = Self.ellipseSteps
        let sign = turn == .clockwise ? 1.0 : -1.0
        let before = side.standardPlace * Double(steps)
        for step in 0...steps {
            let turned = (Double(step) - before) / Double(steps) * 360 * sign
            let place = Angle(degrees: angle.degrees + turned)
            append(
                Point(
                    x: ellipse.center.x + ellipse.width / 2 * place.sine,
                    y: ellipse.center.y - ellipse.height / 2 * place.cosine))
            if Double(step) == before { anchor = length }
        }
    }

    /// An even number; on a circle of 1,000 px a chord lies 0.001 px inside.
    private static let ellipseSteps = 2_048

    /// Appends the first contour of a path.
    private mutating func append(_ path: Path) {
        guard let contour = path.contours.first else { return }
        append(contour.start)
        for segment in contour.segments {
            switch segment {
            case .line(_, let end): append(end)
            case .quad(let curve):
                curve.forEachPiece(tolerance: Self.tolerance) { append($1) }
            case .cubic(let curve):
                curve.forEachPiece(tolerance: Self.tolerance) { append($1) }
            }
        }
        if contour.isClosed { append(contour.start) }
    }

    /// Flattening tolerance in px: small enough that directions do not jump.
    private static let tolerance = 0.002

    /// The point at a distance from the start; extrapolated linearly before the start and after the
    /// end.
    func point(at distance: Double) -> Point {
        guard points.count > 1 else { return points.first ?? .zero }
        var (low, high) = (1, points.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if lengths[middle] < distance { low = middle + 1 } else { high = middle }
        }
        let (from, to) = (points[low - 1], points[low])
        let share = (distance - lengths[low - 1]) / (lengths[low] - lengths[low - 1])
        return from + (to - from) * share
    }
}

extension BaselineCurve {
    /// Length available to a text at the anchor, in px.
    func room(_ side: Side, share: Double) -> Double {
        let most =
            switch side {
            case .after: length - anchor
            case .around: 2 * min(anchor, length - anchor)
            case .before: anchor
            }
        return min(most, length * share)
    }

    /// Maps the straight line to the curve, for a letter between two positions on it.
    ///
    /// Rotates by the chord between both, and puts the middle of the advance on the curve.
    func placing(_ character: ClosedRange<Double>, baseline: Double) -> Transform {
        let (from, to) = (character.lowerBound, character.upperBound)
        // A mark without an advance is rotated by the curve around it.
        let reach = max(0, 0.5 - (to - from) / 2)
        let chord = point(at: to + reach) - point(at: from - reach)
        let direction = chord.length > 0 ? chord * (1 / chord.length) : Point(x: 1, y: 0)
        let turn = Transform(
            a: direction.x, b: direction.y, c: -direction.y, d: direction.x, tx: 0, ty: 0)
        let middle = (from + to) / 2
        return Transform.translation(Point(x: -middle, y: -baseline))
            .then(turn).then(.translation(point(at: middle)))
    }
}
