/// A segment of a contour: a line or a curve.
public enum PathSegment: Hashable, Sendable {
    case line(Point, Point)
    case quad(QuadCurve)
    case cubic(CubicCurve)

    public var start: Point {
        switch self {
        case .line(let start, _): start
        case .quad(let curve): curve.p0
        case .cubic(let curve): curve.p0
        }
    }

    public var end: Point {
        switch self {
        case .line(_, let end): end
        case .quad(let curve): curve.p2
        case .cubic(let curve): curve.p3
        }
    }

    var reversed: PathSegment {
        switch self {
        case .line(let start, let end): .line(end, start)
        case .quad(let curve): .quad(QuadCurve(curve.p2, curve.p1, curve.p0))
        case .cubic(let curve): .cubic(CubicCurve(curve.p3, curve.p2, curve.p1, curve.p0))
        }
    }
}

/// The segments between one move and the next.
public struct Contour: Hashable, Sendable {
    public var start: Point
    /// Each begins where its predecessor ends; a closed contour's closing line is not included.
    public var segments: [PathSegment]
    /// True if the path closes the contour explicitly.
    public var isClosed: Bool

    public var end: Point { segments.last?.end ?? start }
}

extension Path {
    /// The contours in their order; a move without a following segment is a contour without
    /// segments.
    public var contours: [Contour] {
        var result: [Contour] = []
        var current: Contour?
        var index = 0
        func take() -> Point {
            defer { index += 1 }
            return points[index]
        }
        for verb in verbs {
            guard verb != .move else {
                if let current { result.append(current) }
                current = Contour(start: take(), segments: [], isClosed: false)
                continue
            }
            // A segment after a close without a move continues from the closed contour's start.
            var contour =
                current
                ?? Contour(
                    start: result.last?.start ?? .zero, segments: [], isClosed: false)
            // Cleared before it grows, so that its segments have one owner and are not copied.
            current = nil
            switch verb {
            case .line: contour.segments.append(.line(contour.end, take()))
            case .quad: contour.segments.append(.quad(QuadCurve(contour.end, take(), take())))
            case .cubic:
                contour.segments.append(.cubic(CubicCurve(contour.end, take(), take(), take())))
            case .close, .move: contour.isClosed = true
            }
            current = contour
            if verb == .close {
                result.append(contour)
                current = nil
            }
        }
        if let current { result.append(current) }
        return result
    }

    public init(_ contours: [Contour]) {
        self.init()
        for contour in contours { append(contour) }
    }

    public mutating func append(_ contour: Contour) {
        move(to: contour.start)
        for segment in contour.segments {
            switch segment {
            case .line(_, let end): line(to: end)
            case .quad(let curve): quad(curve.p1, to: curve.p2)
            case .cubic(let curve): cubic(curve.p1, curve.p2, to: curve.p3)
            }
        }
        if contour.isClosed { close() }
    }

    /// The same contours, each in reverse direction.
    public var reversed: Path {
        Path(
            contours.map { contour in
                Contour(
                    start: contour.end, segments: contour.segments.reversed().map(\.reversed),
                    isClosed: contour.isClosed)
            })
    }
}
