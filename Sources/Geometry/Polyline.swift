/// A contour made of straight pieces, for drawing a line along it.
struct Polyline: Hashable, Sendable {
    struct Vertex: Hashable, Sendable {
        var place: Point
        /// Whether it lies inside a curve, so that no corner is to be seen there.
        var isSmooth: Bool
    }

    /// No two neighbours at the same place, the last and first of a closed line among them.
    var vertices: [Vertex] = []
    var isClosed: Bool

    /// A single vertex, whose line has a length of 0.
    var isDot: Bool { vertices.count == 1 }

    mutating func append(_ place: Point, isSmooth: Bool) {
        if let last = vertices.last, last.place == place {
            vertices[vertices.count - 1].isSmooth = last.isSmooth && isSmooth
        } else {
            vertices.append(Vertex(place: place, isSmooth: isSmooth))
        }
    }

    /// - Returns: nil for a contour that has no segment, which draws nothing.
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
