extension Path {
    /// A rectangle with rounded corners, clockwise from the left end of its upper side.
    ///
    /// - Parameters:
    ///   - radii: scaled by one factor if two neighbours do not fit their side.
    ///   - smoothing: 0 for circular corners, 1 for corners whose curvature grows continuously from
    ///     the straight side to the middle; these are twice as long, or as long as the side allows.
    public static func roundedRect(
        _ rect: Rect, radii: CornerRadii, smoothing: Double = 0
    ) -> Path {
        guard !radii.isZero, !rect.isEmpty else { return .rect(rect) }
        let fitted = radii.fitted(to: rect.size)
        let (width, height) = (rect.width, rect.height)
        var path = Path()
        for corner in [
            Corner(
                at: Point(x: rect.maxX, y: rect.minY), along: Point(x: 1, y: 0),
                radius: fitted.topRight, before: fitted.topLeft, after: fitted.bottomRight,
                sides: (width, height)),
            Corner(
                at: Point(x: rect.maxX, y: rect.maxY), along: Point(x: 0, y: 1),
                radius: fitted.bottomRight, before: fitted.topRight, after: fitted.bottomLeft,
                sides: (height, width)),
            Corner(
                at: Point(x: rect.minX, y: rect.maxY), along: Point(x: -1, y: 0),
                radius: fitted.bottomLeft, before: fitted.bottomRight, after: fitted.topLeft,
                sides: (width, height)),
            Corner(
                at: Point(x: rect.minX, y: rect.minY), along: Point(x: 0, y: -1),
                radius: fitted.topLeft, before: fitted.bottomLeft, after: fitted.topRight,
                sides: (height, width)),
        ] {
            path.append(corner, smoothing: min(max(smoothing, 0), 1))
        }
        path.close()
        return path
    }

    private mutating func append(_ corner: Corner, smoothing: Double) {
        guard corner.radius > 0 else {
            lineOrMove(to: corner.map(Point(x: 0, y: 0)))
            return
        }
        let smooth = min(smoothing, corner.room / corner.radius - 1)
        if smooth > 0 {
            appendSmooth(corner, smoothing: smooth)
        } else {
            let circle = Transform(
                a: corner.radius, b: 0, c: 0, d: corner.radius, tx: -corner.radius,
                ty: corner.radius
            ).then(corner.map)
            lineOrMove(to: circle(Point(x: 0, y: -1)))
            append(CubicCurve(arcFrom: Point(x: 0, y: -1), to: Point(x: 1, y: 0), map: circle))
        }
    }

    /// Appends a circular arc in the middle, with a cubic on each side that begins with zero
    /// curvature at the side and ends with the arc's curvature.
    ///
    /// In the corner's own space the corner is at 0, the side before it runs to the right and ends
    /// there, the side after it runs down. The arc of radius `r` begins where its tangent has
    /// turned by `turn`. A cubic P0 P1 P2 P3 has at its end the curvature 2/3 * cross(P2 - P1, P3 -
    /// P2) / |P3 - P2|^3, which gives the distance of P1 from P2.
    private mutating func appendSmooth(_ corner: Corner, smoothing: Double) {
        let r = corner.radius
        let turn = Angle(degrees: 45 * smoothing)
        let (sine, cosine) = (turn.sine, turn.cosine)
        let last = r * sine / (1 + cosine)
        let middle = 1.5 * last * last / (r * sine)
        let arcStart = Point(x: r * sine - r, y: r - r * cosine)
        let bend = arcStart.x - last * cosine
        let reach = r * (1 + smoothing)
        let map = corner.map
        lineOrMove(to: map(Point(x: -reach, y: 0)))
        cubic(
            map(Point(x: bend - middle, y: 0)), map(Point(x: bend, y: 0)), to: map(arcStart))
        let circle = Transform(a: r, b: 0, c: 0, d: r, tx: -r, ty: r).then(map)
        let (entry, exit) = (Point(x: sine, y: -cosine), Point(x: cosine, y: -sine))
        append(CubicCurve(arcFrom: entry, to: exit, map: circle))
        cubic(
            map(Point(x: 0, y: -bend)), map(Point(x: 0, y: middle - bend)),
            to: map(Point(x: 0, y: reach)))
    }

    private mutating func lineOrMove(to point: Point) {
        if isEmpty { move(to: point) } else { line(to: point) }
    }
}

/// One corner of a rectangle in its own space: the corner is at 0, the side before it comes from
/// the left, the side after it goes down.
private struct Corner {
    let radius: Double
    /// Length of both sides that the corner may use, in px.
    let room: Double
    let map: Transform

    init(
        at place: Point, along: Point, radius: Double, before: Double, after: Double,
        sides: (before: Double, after: Double)
    ) {
        self.radius = radius
        room = min(
            sides.before * radius / (radius + before), sides.after * radius / (radius + after))
        map = Transform(
            a: along.x, b: along.y, c: -along.y, d: along.x, tx: place.x, ty: place.y)
    }
}
