/// A flattened contour, for stroking.
struct Polyline: Hashable, Sendable {
    struct Vertex: Hashable, Sendable {
        var place: Point
        /// True for a vertex inside a curve, which has no visible corner.
        var isSmooth: Bool
    }

    /// No two neighbours are equal, including the last and first vertex of a closed line.
    var vertices: [Vertex] = []
    var isClosed: Bool

    /// True for a single vertex: a line of length 0.
    var isDot: Bool { vertices.count == 1 }

    mutating func append(_ place: Point, isSmooth: Bool) {
        if let last = vertices.last, last.place == place {
            vertices[vertices.count - 1].isSmooth = last.isSmooth && isSmooth
        } else {
            vertices.append(Vertex(place: place, isSmooth: isSmooth))
        }
    }

    /// Flattens a contour.
    ///
    /// - Returns: nil for a contour without segments, which draws nothing.
    init?(_ contour: Contour, tolerance: Double) {
        guard !contour.segments.isEmpty || contour.isClosed else { return nil }
        isClosed = contour.isClosed
        append(contour.start, isSmooth: false)
        for segment in contour.segments {
            append(segment, tolerance: tolerance)
        }
        if isClosed, vertices.count > 1, vertices.last?.place == vertices.first?.place {
            vertices.removeLast()
        }
    }

    init(_ vertices: [Vertex], isClosed: Bool) {
        self.vertices = vertices
        self.isClosed = isClosed
    }

    private mutating func append(_ segment: PathSegment, tolerance: Double) {
        switch segment {
        case .line(_, let end): append(end, isSmooth: false)
        case .quad(let curve):
            curve.forEachPiece(tolerance: tolerance) { append($1, isSmooth: true) }
            vertices[vertices.count - 1].isSmooth = false
        case .cubic(let curve):
            curve.forEachPiece(tolerance: tolerance) { append($1, isSmooth: true) }
            vertices[vertices.count - 1].isSmooth = false
        }
    }
}
