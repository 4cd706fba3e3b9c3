extension Stroke {
    /// True if only one side of the line is visible: the line is drawn with double width and
    /// clipped by the path, `inner` to its inside, `outer` to its outside.
    public var isClipped: Bool { placement != .center }

    /// The width that `Path.stroked` draws, in px: twice `width` if the line is clipped.
    public var drawnWidth: Double { isClipped ? 2 * width : width }
}

extension Path {
    /// The outline of a stroke along this path, to be filled by the non-zero rule.
    ///
    /// The stroke is `stroke.drawnWidth` wide; if `stroke.isClipped`, the caller clips it. The
    /// result has line segments only, none farther than `tolerance` from the true outline. A
    /// contour of one point shows its caps if it is closed or has a segment: a disc or an
    /// axis-aligned square; a single move shows nothing. Corners inside curves, such as cusps, are
    /// round.
    ///
    /// - Parameter tolerance: in px, above 0.
    /// - Returns: an empty path if the width is not above 0.
    public func stroked(_ stroke: Stroke, tolerance: Double) -> Path {
        var outline = Stroker(stroke, tolerance: tolerance)
        guard stroke.drawnWidth > 0 else { return Path() }
        for contour in contours {
            guard let line = Polyline(contour, tolerance: tolerance) else { continue }
            for piece in stroke.dashes.isEmpty ? [line] : line.dashed(stroke) {
                outline.append(piece)
            }
        }
        return outline.path
    }
}

/// Builds the outline of strokes.
///
/// Each side of the line is traversed: forward along the left, back along the right. That is the
/// sum of the outlines of every segment's rectangle and every corner's wedge, all with the same
/// orientation, so that the non-zero rule fills their union.
private struct Stroker {
    private(set) var path = Path()
    private let stroke: Stroke
    /// Half the width, in px.
    private let reach: Double
    /// Cosine of the widest angle whose chord stays within the tolerance of its arc.
    private let finestCosine: Double

    init(_ stroke: Stroke, tolerance: Double) {
        self.stroke = stroke
        reach = stroke.drawnWidth / 2
        // A chord of angle a lies reach * (1 - cos(a / 2)) inside; cos(a) = 2 cos(a / 2)^2 - 1. The
        // floor limits the number of segments of extremely wide lines.
        let share = max(tolerance / max(reach, 1e-9), 1e-7)
        let cosineOfHalf = max(0, 1 - share)
        finestCosine = max(-0.5, 2 * cosineOfHalf * cosineOfHalf - 1)
    }

    mutating func append(_ line: Polyline) {
        guard !line.isDot else {
            appendDot(at: line.vertices[0].place)
            return
        }
        let directions = line.sides.map { unit($0.to.place - $0.from.place) }
        let lengths = line.sides.map { ($0.to.place - $0.from.place).length }
        let forward = Side(vertices: line.vertices, directions: directions, lengths: lengths)
        if line.isClosed {
            appendClosed(forward)
            appendClosed(forward.backwards(isClosed: true))
        } else {
            begin(at: forward.start + normal(directions[0]) * reach)
            appendOpen(forward)
            appendOpen(forward.backwards(isClosed: false))
            path.close()
        }
    }

    private mutating func appendOpen(_ side: Side) {
        for corner in 1..<max(1, side.vertices.count - 1) {
            appendJoin(side.vertices[corner], side, from: corner - 1, to: corner)
        }
        appendCap(at: side.vertices[side.vertices.count - 1].place, side.directions.last)
    }

    private mutating func appendClosed(_ side: Side) {
        let count = side.vertices.count
        begin(at: side.start + normal(side.directions[0]) * reach)
        for corner in 1...count {
            appendJoin(
                side.vertices[corner % count], side, from: corner - 1, to: corner % count)
        }
        path.close()
    }

    private mutating func begin(at point: Point) { path.move(to: point) }
}

/// One side of a line in traversal order; direction `i` leads from vertex `i` to the next.
private struct Side {
    let vertices: [Polyline.Vertex]
    let directions: [Point]
    let lengths: [Double]

    var start: Point { vertices[0].place }

    func backwards(isClosed: Bool) -> Side {
        // The first backward direction of a closed line leads from vertex 0 to the last one.
        let turned =
            isClosed ? [vertices[0]] + vertices.dropFirst().reversed() : vertices.reversed()
        return Side(
            vertices: turned, directions: directions.reversed().map { $0 * -1 },
            lengths: lengths.reversed())
    }
}

// MARK: - Joins

extension Stroker {
    /// Appends the joint at `vertex`, from the end of one segment's side to the start of the next.
    private mutating func appendJoin(
        _ vertex: Polyline.Vertex, _ side: Side, from: Int, to: Int
    ) {
        let (before, after) = (side.directions[from], side.directions[to])
        let place = vertex.place
        let (first, last) = (normal(before), normal(after))
        let cross = before.x * after.y - before.y * after.x
        let cosine = before.x * after.x + before.y * after.y
        path.line(to: place + first * reach)
        if cross < 0 || (cross == 0 && cosine > 0) {
            // The inside of the bend. Passes through the vertex, so that no wedge counts against
            // the line; if both segments are longer than the bend is wide, the direct connection is
            // the same.
            let isShort = min(side.lengths[from], side.lengths[to]) < -cross * reach
            if isShort || cosine < 0 { path.line(to: place) }
        } else if vertex.isSmooth || stroke.join == .round {
            appendArc(around: place, from: first, to: last)
        } else if stroke.join == .miter {
            appendMiter(at: place, first + last, cosine: cosine)
        }
        path.line(to: place + last * reach)
    }

    /// Appends the tip, which is 1 / cos(turn / 2) times half the width away from the vertex.
    private mutating func appendMiter(at place: Point, _ sum: Point, cosine: Double) {
        let squaredRatio = 2 / (1 + cosine)
        guard squaredRatio <= stroke.miterLimit * stroke.miterLimit else { return }
        path.line(to: place + sum * (reach / (1 + cosine)))
    }

    /// Appends the interior points of an arc between two unit vectors, halving until fine enough.
    ///
    /// Uses square roots only, which are the same on every machine.
    private mutating func appendArc(around center: Point, from first: Point, to last: Point) {
        let cosine = first.x * last.x + first.y * last.y
        guard cosine < finestCosine else { return }
        // Opposite vectors have no middle of their own: the arc follows the traversal.
        let middle = cosine < -0.999_999 ? Point(x: -first.y, y: first.x) : unit(first + last)
        appendArc(around: center, from: first, to: middle)
        path.line(to: center + middle * reach)
        appendArc(around: center, from: middle, to: last)
    }
}

// MARK: - Caps

extension Stroker {
    /// Appends the cap from the left of a line's end to its right.
    private mutating func appendCap(at place: Point, _ direction: Point?) {
        guard let direction else { return }
        let left = normal(direction)
        path.line(to: place + left * reach)
        switch stroke.cap {
        case .butt: break
        case .round: appendArc(around: place, from: left, to: left * -1)
        case .square:
            path.line(to: place + (left + direction) * reach)
            path.line(to: place + (direction - left) * reach)
        }
        path.line(to: place - left * reach)
    }

    private mutating func appendDot(at place: Point) {
        switch stroke.cap {
        case .butt: break
        case .square:
            let corner = place - Point(x: reach, y: reach)
            path.append(
                .rect(Rect(x: corner.x, y: corner.y, width: 2 * reach, height: 2 * reach)))
        case .round:
            let right = Point(x: 1, y: 0)
            path.move(to: place + right * reach)
            appendArc(around: place, from: right, to: right * -1)
            path.line(to: place - right * reach)
            appendArc(around: place, from: right * -1, to: right)
            path.close()
        }
    }
}

/// Left normal: `direction` rotated 90° anticlockwise on screen (y down).
private func normal(_ direction: Point) -> Point { Point(x: direction.y, y: -direction.x) }

private func unit(_ vector: Point) -> Point { vector * (1 / vector.length) }
