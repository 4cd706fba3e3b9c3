/// The right half of a heart of width 1, before it is fitted to a rectangle.
///
/// The axis is x = 0, the top of the lobes y = 0, the tip y = `height`. Three cubics: from the
/// cleft to the top of the lobe, over the lobe to its outermost point, and down to the tip.
/// Adjacent cubics share tangent and curvature, so that no seam is visible.
struct HeartCurves {
    private let softness: Double
    private let height: Double
    /// The top of the lobe.
    private let top: Point
    /// The outermost point of the lobe.
    private let side: Point
    private let cleft: Point

    /// Handle lengths of the outer quarter at its two ends, as fractions of its box.
    ///
    /// A circle has 0.5523 at both; larger values make the lobe fuller.
    private static let (brow, shoulder) = (0.60, 0.565)
    /// Angle between the flank at the tip and the straight line to the outermost point.
    private static let fullness = Angle(degrees: 10)

    init(_ shape: HeartShape) {
        softness = min(max(shape.softness, 0), 1)
        // Flatter and longer hearts are this one stretched, which keeps their flanks full.
        height = min(max(shape.proportion, 0.84), 1.08)
        let depth = 0.09 + 0.25 * min(max(shape.cleft, 0), 1)
        cleft = Point(x: 0, y: depth)
        // The centre of a circle that reaches from the axis at this depth to x = 0.5 and to y = 0;
        // there is none beyond a depth of 0.25, and the lobes keep their position.
        let middle = depth < 0.25 ? depth.squareRoot() - depth : 0.25
        top = Point(x: middle + 0.003, y: 0)
        side = Point(x: 0.5, y: (0.5 - middle) * 1.06 + 0.11 * (height - 0.9))
    }

    /// The whole heart, clockwise from the cleft; of width 1 and not yet of full height.
    var outline: Path {
        let curves = self.curves
        var path = Path()
        path.move(to: curves[0].p0)
        for curve in curves { path.append(curve) }
        for curve in curves.reversed() { path.append(curve.reversed.mirrored) }
        path.close()
        return path
    }

    /// The right half from the cleft to the point, its two ends rounded by `softness`.
    private var curves: [CubicCurve] {
        var curves = [rise, lobe, fall]
        guard softness > 0 else { return curves }
        // Fractions of the width that the rounding removes from each edge at full softness.
        let (fromCleft, fromTip) = (0.16, 0.26)
        let (dip, rest) = Self.rounded(rise, by: fromCleft * softness)
        let (point, flank) = Self.rounded(fall.reversed, by: fromTip * softness)
        curves = [dip, rest, lobe, flank.reversed, point.reversed]
        return curves
    }

    /// Replaces the part of a curve within `distance` of its start on the axis by half of the
    /// parabola with the same tangent: the curvature is largest on the axis and smallest at the
    /// joint.
    private static func rounded(
        _ curve: CubicCurve, by distance: Double
    ) -> (round: CubicCurve, rest: CubicCurve) {
        let rest = curve.split(at: curve.parameter(at: distance)).1
        let join = rest.p0
        let slope = (rest.p1.y - join.y) / (rest.p1.x - join.x)
        // The tangents of a parabola at its vertex and at a point intersect half-way between the
        // two.
        let control = Point(x: join.x / 2, y: join.y - slope * join.x / 2)
        let bottom = Point(x: 0, y: control.y)
        let round = CubicCurve(
            bottom, bottom.lerp(to: control, 2.0 / 3), join.lerp(to: control, 2.0 / 3), join)
        return (round, rest)
    }
}

// MARK: - The three curves

extension HeartCurves {
    /// The curve from the cleft to the top of the lobe.
    private var rise: CubicCurve {
        // The circle's tangent where it leaves the axis; vertical if the cleft is deeper.
        let radius = 0.5 - top.x
        let tangent = Point(x: max(radius - cleft.y, 0.02), y: -top.x)
        let direction = tangent * (1 / tangent.length)
        // The handle of a circular arc that turns from here to horizontal within the cleft's depth.
        let cosineOfHalf = ((1 + direction.x) / 2).squareRoot()
        let tangentOfQuarter = ((1 - cosineOfHalf) / (1 + cosineOfHalf)).squareRoot()
        let reach = 4.0 / 3 * tangentOfQuarter * cleft.y / (1 - direction.x)
        let first = cleft + direction * reach
        // The curvature of a cubic at its end is 2/3 of the distance of its second control point
        // from the tangent, divided by the square of the last handle; the lobe's curvature gives
        // the handle.
        let lobeHandle = (side.x - top.x) * Self.brow
        let curvature = 2.0 / 3 * side.y * (1 - Self.shoulder) / (lobeHandle * lobeHandle)
        let handle = (2.0 / 3 * first.y / curvature).squareRoot()
        return CubicCurve(cleft, first, Point(x: top.x - handle, y: 0), top)
    }

    /// The curve from the top of the lobe to its outermost point.
    private var lobe: CubicCurve {
        CubicCurve(
            top, Point(x: top.x + (side.x - top.x) * Self.brow, y: 0),
            Point(x: side.x, y: side.y * (1 - Self.shoulder)), side)
    }

    /// The curve from the outermost point down to the tip.
    private var fall: CubicCurve {
        let tip = Point(x: 0, y: height)
        let straight = tip - side
        let arrival = Transform.rotation(Self.fullness)(straight * (1 / straight.length))
        let last = tip - arrival * (straight.length * 0.34)
        let lobeHandle = side.y * Self.shoulder
        let curvature = 2.0 / 3 * (side.x - top.x) * (1 - Self.brow) / (lobeHandle * lobeHandle)
        let handle = (2.0 / 3 * (side.x - last.x) / curvature).squareRoot()
        return CubicCurve(side, Point(x: side.x, y: side.y + handle), last, tip)
    }
}

extension CubicCurve {
    /// The curve mirrored at x = 0.
    fileprivate var mirrored: CubicCurve {
        func mirrored(_ point: Point) -> Point { Point(x: -point.x, y: point.y) }
        return CubicCurve(mirrored(p0), mirrored(p1), mirrored(p2), mirrored(p3))
    }

    /// Parameter at which a curve is `distance` away from its start; the distance must increase.
    fileprivate func parameter(at distance: Double) -> Double {
        var (low, high) = (0.0, 1.0)
        // Each step halves the range; after 52 steps a Double has no bits left.
        for _ in 0..<52 {
            let middle = (low + high) / 2
            if (point(at: middle) - p0).length < distance { low = middle } else { high = middle }
        }
        return low
    }
}
