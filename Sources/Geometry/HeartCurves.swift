/// The right half of a heart that is 1 wide, before it is fitted into a rectangle.
///
/// The axis is x = 0, the top of the lobes y = 0, the point y = `height`. Three cubics: from the
/// cleft up to the top of the lobe, over the lobe to its outermost point, and down to the point.
/// Where they meet they share tangent and curvature, so that no light catches on a seam.
struct HeartCurves {
    private let softness: Double
    private let height: Double
    /// The top of the lobe.
    private let top: Point
    /// The outermost point of the lobe.
    private let side: Point
    private let cleft: Point

    /// How far the handles of the outer quarter reach at its two ends, as shares of its box.
    ///
    /// A circle has 0.5523 at both; more gives the lobe its full brow.
    private static let (brow, shoulder) = (0.60, 0.565)
    /// How much farther out than straight at the outermost point the flank arrives at the point.
    private static let fullness = Angle(degrees: 10)

    init(_ shape: HeartShape) {
        softness = min(max(shape.softness, 0), 1)
        // Flatter and longer hearts are this one stretched, which keeps their flanks full.
        height = min(max(shape.proportion, 0.84), 1.08)
        let depth = 0.09 + 0.25 * min(max(shape.cleft, 0), 1)
        cleft = Point(x: 0, y: depth)
        // A circle that reaches from the axis at this depth to x = 0.5 and up to y = 0 has its
        // middle here; beyond a depth of 0.25 there is none, and the lobes stay where they are.
        let middle = depth < 0.25 ? depth.squareRoot() - depth : 0.25
        top = Point(x: middle + 0.003, y: 0)
        side = Point(x: 0.5, y: (0.5 - middle) * 1.06 + 0.11 * (height - 0.9))
    }

    /// The whole heart, clockwise from the cleft; within the width of 1, not yet of full height.
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
        // Shares of the width that the rounding takes from each edge at full softness.
        let (fromCleft, fromTip) = (0.16, 0.26)
        let (dip, rest) = Self.rounded(rise, by: fromCleft * softness)
        let (point, flank) = Self.rounded(fall.reversed, by: fromTip * softness)
        curves = [dip, rest, lobe, flank.reversed, point.reversed]
        return curves
    }

    /// Cuts what is nearer than `distance` to a curve's start on the axis, and puts there half of
    /// the parabola that goes on in its tangent: it bends most on the axis and least where it joins.
    private static func rounded(
        _ curve: CubicCurve, by distance: Double
    ) -> (round: CubicCurve, rest: CubicCurve) {
        let rest = curve.split(at: curve.parameter(at: distance)).1
        let join = rest.p0
        let slope = (rest.p1.y - join.y) / (rest.p1.x - join.x)
        // The tangents of a parabola at its top and at a point meet half way between the two.
        let control = Point(x: join.x / 2, y: join.y - slope * join.x / 2)
        let bottom = Point(x: 0, y: control.y)
        let round = CubicCurve(
            bottom, bottom.lerp(to: control, 2.0 / 3), join.lerp(to: control, 2.0 / 3), join)
        return (round, rest)
    }
}

// MARK: - The three curves

extension HeartCurves {
    /// From the cleft to the top of the lobe.
    private var rise: CubicCurve {
        // The circle's tangent where it leaves the axis; upright where the cleft is deeper.
        let radius = 0.5 - top.x
        let tangent = Point(x: max(radius - cleft.y, 0.02), y: -top.x)
        let direction = tangent * (1 / tangent.length)
        // The handle of a circle's arc that turns from here to level within the cleft's depth.
        let cosineOfHalf = ((1 + direction.x) / 2).squareRoot()
        let tangentOfQuarter = ((1 - cosineOfHalf) / (1 + cosineOfHalf)).squareRoot()
        let reach = 4.0 / 3 * tangentOfQuarter * cleft.y / (1 - direction.x)
        let first = cleft + direction * reach
        // The curvature of a cubic at its end is 2/3 of the distance of its second control point
        // from the tangent, by the square of the last handle; the lobe's gives the handle.
        let lobeHandle = (side.x - top.x) * Self.brow
        let curvature = 2.0 / 3 * side.y * (1 - Self.shoulder) / (lobeHandle * lobeHandle)
        let handle = (2.0 / 3 * first.y / curvature).squareRoot()
        return CubicCurve(cleft, first, Point(x: top.x - handle, y: 0), top)
    }

    /// From the top of the lobe to its outermost point.
    private var lobe: CubicCurve {
        CubicCurve(
            top, Point(x: top.x + (side.x - top.x) * Self.brow, y: 0),
            Point(x: side.x, y: side.y * (1 - Self.shoulder)), side)
    }

    /// From the outermost point down to the point.
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
    /// The same curve on the other side of x = 0.
    fileprivate var mirrored: CubicCurve {
        func mirrored(_ point: Point) -> Point { Point(x: -point.x, y: point.y) }
        return CubicCurve(mirrored(p0), mirrored(p1), mirrored(p2), mirrored(p3))
    }

    /// Where a curve that leads away from its start is `distance` away from it.
    fileprivate func parameter(at distance: Double) -> Double {
        var (low, high) = (0.0, 1.0)
        // Each step halves the range; after 52 no bit of a Double is left.
        for _ in 0..<52 {
            let middle = (low + high) / 2
            if (point(at: middle) - p0).length < distance { low = middle } else { high = middle }
        }
        return low
    }
}
