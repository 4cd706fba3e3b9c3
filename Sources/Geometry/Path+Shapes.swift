extension Path {
    /// The outline of `rect`, clockwise from the top left corner.
    public static func rect(_ rect: Rect) -> Path {
        polygon([
            Point(x: rect.minX, y: rect.minY), Point(x: rect.maxX, y: rect.minY),
            Point(x: rect.maxX, y: rect.maxY), Point(x: rect.minX, y: rect.maxY),
        ])
    }

    /// The ellipse that touches all four sides, from its rightmost point clockwise.
    public static func ellipse(in rect: Rect) -> Path {
        let (center, a, b) = (rect.center, rect.width / 2, rect.height / 2)
        let unit = [
            Point(x: 1, y: 0), Point(x: 0, y: 1), Point(x: -1, y: 0), Point(x: 0, y: -1),
        ]
        let map = Transform(a: a, b: 0, c: 0, d: b, tx: center.x, ty: center.y)
        var path = Path()
        path.move(to: map(unit[0]))
        for quarter in 0..<4 {
            let next = unit[(quarter + 1) % 4]
            path.append(CubicCurve(arcFrom: unit[quarter], to: next, map: map))
        }
        path.close()
        return path
    }

    public static func line(from start: Point, to end: Point) -> Path {
        var path = Path()
        path.move(to: start)
        path.line(to: end)
        return path
    }

    /// A closed contour of line segments; empty for no points.
    public static func polygon(_ corners: [Point]) -> Path {
        var path = Path()
        guard let first = corners.first else { return path }
        path.move(to: first)
        for corner in corners.dropFirst() { path.line(to: corner) }
        path.close()
        return path
    }

    /// Appends a cubic that begins at the current point.
    mutating func append(_ curve: CubicCurve) {
        cubic(curve.p1, curve.p2, to: curve.p3)
    }
}

extension CubicCurve {
    /// A circular arc of at most a quarter turn, clockwise from one unit vector to another, mapped
    /// by `map`.
    ///
    /// The error is below 0.03 % of the radius. Uses no trigonometry, so that the bits are the same
    /// on every machine.
    init(arcFrom start: Point, to end: Point, map: Transform) {
        let cosine = start.x * end.x + start.y * end.y
        let cosineOfHalf = max(0, (1 + cosine) / 2).squareRoot()
        let tangentOfQuarter = (max(0, 1 - cosineOfHalf) / (1 + cosineOfHalf)).squareRoot()
        let handle = tangentOfQuarter * 4 / 3
        self.init(
            map(start), map(Point(x: start.x - start.y * handle, y: start.y + start.x * handle)),
            map(Point(x: end.x + end.y * handle, y: end.y - end.x * handle)), map(end))
    }

    var reversed: CubicCurve { CubicCurve(p3, p2, p1, p0) }

    /// The parts before and after `t`.
    func split(at t: Double) -> (CubicCurve, CubicCurve) {
        let (a, b, c) = (p0.lerp(to: p1, t), p1.lerp(to: p2, t), p2.lerp(to: p3, t))
        let (d, e) = (a.lerp(to: b, t), b.lerp(to: c, t))
        let middle = d.lerp(to: e, t)
        return (CubicCurve(p0, a, d, middle), CubicCurve(middle, e, c, p3))
    }
}
