/// An elliptical arc in SVG's endpoint parameterization.
struct EndpointArc: Hashable, Sendable {
    var start: Point
    var end: Point
    /// Semi-axes; scaled by one factor if they are too short to connect the endpoints.
    var radii: Size
    /// Rotation of the ellipse.
    var turn: Angle
    /// True for the longer of the two arcs.
    var isLarge: Bool
    var isClockwise: Bool
}

extension EndpointArc {
    /// The arc's centre and its ends as unit vectors, in a space where the ellipse is the unit
    /// circle and the arc runs clockwise.
    ///
    /// Source: W3C, Scalable Vector Graphics (SVG) 2, section B.2.4 "Conversion from endpoint to
    /// center parameterization".
    fileprivate var centered: (map: Transform, first: Point, last: Point) {
        let half = Transform.rotation(Angle(degrees: -turn.degrees))((start - end) * 0.5)
        let needed =
            ((half.x / radii.width) * (half.x / radii.width)
            + (half.y / radii.height) * (half.y / radii.height)).squareRoot()
        let grown = max(1, needed)
        let (rx, ry) = (radii.width * grown, radii.height * grown)
        // On the unit circle the ends are centre + chord and centre - chord.
        let chord = Point(x: half.x / rx, y: half.y / ry)
        let squared = chord.x * chord.x + chord.y * chord.y
        let distance = max(0, 1 / squared - 1).squareRoot()
        let side = isLarge == isClockwise ? -distance : distance
        let center = Point(x: chord.y * side, y: -chord.x * side)
        let flip: Double = isClockwise ? 1 : -1
        let map = Transform.translation(Point(x: center.x, y: center.y * flip))
            .then(.scale(x: rx, y: ry * flip)).then(.rotation(turn))
            .then(.translation((start + end) * 0.5))
        let first = chord - center
        let last = chord * -1 - center
        return (
            map, Point(x: first.x, y: first.y * flip), Point(x: last.x, y: last.y * flip)
        )
    }

    /// Number of whole quarter turns clockwise from one unit vector to another that leave a
    /// remainder.
    fileprivate static func quarters(from first: Point, to last: Point) -> Int {
        let cross = first.x * last.y - first.y * last.x
        let cosine = first.x * last.x + first.y * last.y
        if cross >= 0 { return cosine >= 0 ? 0 : 1 }
        return cosine < 0 ? 2 : 3
    }
}

extension Path {
    /// Appends the arc as cubics; a line where a radius is 0, nothing where it ends as it starts.
    mutating func append(_ arc: EndpointArc) {
        guard arc.start != arc.end else { return }
        let span = (arc.end - arc.start).length
        // For endpoints that are closer, the centre cannot be computed.
        guard !arc.radii.isEmpty, span > 1e-9 * max(arc.radii.width, arc.radii.height) else {
            line(to: arc.end)
            return
        }
        let (map, first, last) = arc.centered
        var from = first
        for _ in 0..<EndpointArc.quarters(from: first, to: last) {
            let next = Point(x: -from.y, y: from.x)
            append(CubicCurve(arcFrom: from, to: next, map: map))
            from = next
        }
        // After whole quarters the remainder may be a rounding error only.
        if (from - last).length > 1e-9 {
            append(CubicCurve(arcFrom: from, to: last, map: map))
        }
        replaceLastPoint(with: arc.end)
    }
}
