extension Polyline {
    /// Largest number of dashes; beyond it they are not visible, and the line is solid.
    private static let mostDashes = 100_000.0

    /// The dashes of `stroke` along this line; the line itself if it has no usable pattern.
    ///
    /// An odd number of lengths is repeated once. On a closed line a dash across the start is one
    /// piece. A dash of length 0 is a dot with the line's direction.
    func dashed(_ stroke: Stroke) -> [Polyline] {
        let lengths = stroke.dashes.map { max(0, $0) }
        let pattern = lengths.count.isMultiple(of: 2) ? lengths : lengths + lengths
        let period = pattern.reduce(0, +)
        let total = length
        guard period > 0, total / period * Double(pattern.count) <= Self.mostDashes else {
            return [self]
        }
        guard !isDot else { return [self] }
        var walk = Dasher(pattern: pattern, offset: stroke.dashOffset, period: period)
        return walk.pieces(of: self)
    }

    var length: Double {
        sides.reduce(0) { $0 + ($1.to.place - $1.from.place).length }
    }

    var sides: [(from: Vertex, to: Vertex)] {
        var sides = zip(vertices, vertices.dropFirst()).map { (from: $0, to: $1) }
        if isClosed, vertices.count > 1 {
            sides.append((from: vertices[vertices.count - 1], to: vertices[0]))
        }
        return sides
    }
}

/// Follows a line and cuts it at the ends of dashes.
private struct Dasher {
    private let pattern: [Double]
    /// Index of the current length in the pattern; dashes are even, gaps odd.
    private var index = 0
    /// The rest of the current length, in px.
    private var left: Double
    private var pieces: [Polyline] = []
    private var open: Polyline?

    private var isDash: Bool { index.isMultiple(of: 2) }

    init(pattern: [Double], offset: Double, period: Double) {
        self.pattern = pattern
        var phase = offset.truncatingRemainder(dividingBy: period)
        if phase < 0 { phase += period }
        while phase >= pattern[index], phase > 0 {
            phase -= pattern[index]
            index = (index + 1) % pattern.count
        }
        left = pattern[index] - phase
    }

    mutating func pieces(of line: Polyline) -> [Polyline] {
        let beginsInDash = isDash
        if beginsInDash { open = Polyline([line.vertices[0]], isClosed: false) }
        let sides = line.sides
        for (from, to) in sides { walk(from: from.place, to: to) }
        let endsInDash = open != nil
        closePiece()
        if line.isClosed, beginsInDash, endsInDash { joinEnds(of: line) }
        return pieces
    }

    private mutating func walk(from start: Point, to end: Polyline.Vertex) {
        let whole = (end.place - start).length
        var done = 0.0
        while left <= whole - done {
            done += left
            let cut = start.lerp(to: end.place, done / whole)
            if isDash { endDash(at: cut, along: start, end.place) }
            index = (index + 1) % pattern.count
            left = pattern[index]
            if isDash { open = Polyline([.init(place: cut, isSmooth: false)], isClosed: false) }
        }
        left -= whole - done
        open?.append(end.place, isSmooth: end.isSmooth)
    }

    private mutating func endDash(at place: Point, along start: Point, _ end: Point) {
        open?.append(place, isSmooth: false)
        if open?.isDot == true {
            // A dot keeps its direction as a segment of invisible length.
            let direction = end - start
            let shift = direction * (1e-6 / max(direction.length, 1e-300))
            open?.append(place + shift, isSmooth: false)
        }
        closePiece()
    }

    private mutating func closePiece() {
        if let open, !open.isDot { pieces.append(open) }
        open = nil
    }

    /// Joins the last and the first dash, which meet at the line's start.
    private mutating func joinEnds(of line: Polyline) {
        guard pieces.count > 1 else {
            // The whole line is one dash.
            if let only = pieces.first, only.vertices.first?.place == only.vertices.last?.place {
                pieces = [line]
            }
            return
        }
        var joined = pieces.removeLast()
        for vertex in pieces.removeFirst().vertices.dropFirst() {
            joined.append(vertex.place, isSmooth: vertex.isSmooth)
        }
        pieces.append(joined)
    }
}
