import Geometry
import Glibc

/// A part of an ellipse between two points, as paths write it.
struct EllipticalArc {
    var from: Point
    var to: Point
    var radii: Point
    var turn: Angle
    var isLarge: Bool
    var isClockwise: Bool

    /// Adds the arc as cubic curves, one for each quarter turn at most; a line where a radius is 0.
    ///
    /// Source: W3C, "Scalable Vector Graphics 2", appendix B.2, "Elliptical arc implementation
    /// notes"; a cubic's handle for an angle t is 4/3 tan(t/4).
    func append(to path: inout Path) {
        guard radii.x > 0, radii.y > 0, from != to else {
            path.line(to: to)
            return
        }
        let toUnit = Transform.rotation(Angle(degrees: -turn.degrees))
        let half = toUnit((from - to) * 0.5)
        let stretch = max(1, (square(half.x / radii.x) + square(half.y / radii.y)).squareRoot())
        let radii = radii * stretch
        // Both ends on the unit circle, moved so that their middle is the origin.
        let unit = Point(x: half.x / radii.x, y: half.y / radii.y)
        let middle = unitCenter(for: unit)
        let first = atan2(unit.y - middle.y, unit.x - middle.x)
        let last = atan2(-unit.y - middle.y, -unit.x - middle.x)
        let toCard = Transform.translation(middle).then(.scale(x: radii.x, y: radii.y))
            .then(.rotation(turn)).then(.translation((from + to) * 0.5))
        appendUnitArc(from: first, sweep: sweep(first, last), toCard, &path)
    }

    /// The centre of the unit circle through `end` and its opposite.
    private func unitCenter(for end: Point) -> Point {
        let squared = square(end.x) + square(end.y)
        let height = (max(0, 1 - squared) / squared).squareRoot()
        let side = isLarge == isClockwise ? -height : height
        return Point(x: side * end.y, y: -side * end.x)
    }

    private func sweep(_ first: Double, _ last: Double) -> Double {
        let turn = last - first
        if isClockwise { return turn < 0 ? turn + 2 * .pi : turn }
        return turn > 0 ? turn - 2 * .pi : turn
    }

    private func appendUnitArc(
        from first: Double, sweep: Double, _ toCard: Transform, _ path: inout Path
    ) {
        let count = max(1, Int((abs(sweep) / (.pi / 2) - 1e-9).rounded(.up)))
        let step = sweep / Double(count)
        let handle = 4 / 3 * tan(step / 4)
        for index in 0..<count {
            let (start, end) = (first + step * Double(index), first + step * Double(index + 1))
            let (a, b) = (Point(x: cos(start), y: sin(start)), Point(x: cos(end), y: sin(end)))
            let leaving = a + Point(x: -a.y, y: a.x) * handle
            let arriving = b + Point(x: b.y, y: -b.x) * handle
            // The last point is as it was written, to the last bit.
            let corner = index == count - 1 ? to : toCard(b)
            path.cubic(toCard(leaving), toCard(arriving), to: corner)
        }
    }

    private func square(_ number: Double) -> Double { number * number }
}
