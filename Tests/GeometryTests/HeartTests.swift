import BlueHeartGeometry
import Testing

@Suite struct HeartTests {
    private static let shapes: [HeartShape] = [
        HeartShape(), HeartShape(proportion: 0.6), HeartShape(proportion: 1.4),
        HeartShape(cleft: 0), HeartShape(cleft: 1), HeartShape(softness: 0),
        HeartShape(softness: 1), HeartShape(brush: 0.3), HeartShape(brush: 1),
        HeartShape(proportion: 1, cleft: 1, softness: 1, brush: 1),
    ]

    @Test(arguments: shapes)
    func theHeartFillsARectangleOfItsProportion(shape: HeartShape) {
        let rect = Rect(x: 30, y: 40, width: 200, height: 200 * shape.proportion)
        #expect(isNear(Path.heart(shape, in: rect).tightBounds, rect, 1e-9))
    }

    @Test(arguments: shapes)
    func inAnyOtherRectangleItIsContainedAndCentred(shape: HeartShape) {
        for size in [Size(width: 300, height: 100), Size(width: 100, height: 300)] {
            let rect = Rect(origin: Point(x: -7, y: 5), size: size)
            let bounds = Path.heart(shape, in: rect).tightBounds
            #expect(isNear(bounds.height / bounds.width, shape.proportion))
            #expect(isNear(bounds.center.x, rect.center.x))
            #expect(isNear(bounds.center.y, rect.center.y))
            #expect(isNear(bounds.width, rect.width) || isNear(bounds.height, rect.height))
        }
    }

    @Test(arguments: [-170.0, -45, 12, 90])
    func aTiltedHeartStaysInside(degrees: Double) {
        let rect = Rect(x: 0, y: 0, width: 300, height: 200)
        let path = Path.heart(HeartShape(tilt: Angle(degrees: degrees)), in: rect)
        let bounds = path.tightBounds
        #expect(isNear(bounds.union(rect), rect))
        #expect(isNear(bounds.width, 300) || isNear(bounds.height, 200))
        #expect(isNear(bounds.center.x, 150))
    }

    @Test(arguments: shapes.prefix(7))
    func bothHalvesAreTheSame(shape: HeartShape) {
        let path = Path.heart(shape, in: Rect(x: -50, y: 0, width: 100, height: 100))
        let segments = path.contours[0].segments
        for (left, right) in zip(segments, segments.reversed()) {
            #expect(isNear(left.start.x, -right.end.x) && isNear(left.start.y, right.end.y))
            let (here, there) = (left.point(at: 0.3), right.point(at: 0.7))
            #expect(isNear(here.x, -there.x) && isNear(here.y, there.y))
        }
    }

    @Test(arguments: shapes.prefix(7))
    func theOutlineHasNoCornersButCleftAndPoint(shape: HeartShape) {
        let path = Path.heart(shape, in: Rect(x: 0, y: 0, width: 100, height: 100))
        let segments = path.contours[0].segments
        let corners = zip(segments, segments.dropFirst() + [segments[0]]).filter { before, after in
            let (a, b) = (before.derivative(at: 1), after.derivative(at: 0))
            return abs(a.x * b.y - a.y * b.x) > 1e-6 * a.length * b.length
        }
        #expect(corners.count == (shape.softness == 0 ? 2 : 0))
        #expect(corners.allSatisfy { isNear($0.0.end.x, 50) })
    }

    @Test func theHeartIsTwoLobesACleftAndAPoint() {
        let path = Path.heart(HeartShape(), in: Rect(x: 0, y: 0, width: 100, height: 90))
        #expect(!path.contains(Point(x: 50, y: 15)))
        #expect(path.contains(Point(x: 50, y: 25)))
        #expect(path.contains(Point(x: 25, y: 2)) && path.contains(Point(x: 75, y: 2)))
        #expect(path.contains(Point(x: 50, y: 88)))
        #expect(!path.contains(Point(x: 20, y: 75)))
        // Between a triangle and a rectangle.
        #expect((0.6...0.75).contains(path.signedArea / 9_000))
    }

    @Test func aDeeperCleftGoesDeeper() {
        let depths = [0, 0.5, 1].map { cleft in
            let path = Path.heart(
                HeartShape(cleft: cleft), in: Rect(x: 0, y: 0, width: 100, height: 90))
            return (0..<900).first { path.contains(Point(x: 50, y: Double($0) / 10)) } ?? 0
        }
        #expect(depths[0] < depths[1] && depths[1] < depths[2])
    }

    @Test func thePaintedEdgeIsTheSameEveryTime() {
        let rect = Rect(x: 0, y: 0, width: 100, height: 90)
        let painted = Path.heart(HeartShape(brush: 0.6), in: rect)
        #expect(painted == Path.heart(HeartShape(brush: 0.6), in: rect))
        #expect(painted.contours.count > 20)
        // About as much paint as the clean heart has.
        let clean = Path.heart(HeartShape(), in: rect)
        #expect(isNear(painted.signedArea / clean.signedArea, 1, 0.05))
    }

    @Test func slitsOfThePaintAreHolesByBothRules() {
        let path = Path.heart(
            HeartShape(brush: 1), in: Rect(x: 0, y: 0, width: 400, height: 360))
        for contour in path.contours where Path([contour]).signedArea < 0 {
            let middle = Path([contour]).centroid
            guard Path([contour]).contains(middle) else { continue }
            #expect(path.winding(around: middle) == 0)
        }
    }

    @Test func valuesBeyondTheScalesCountAsTheirEnds() {
        let rect = Rect(x: 0, y: 0, width: 100, height: 100)
        let far = HeartShape(proportion: 9, cleft: -3, softness: 7, brush: 40)
        let end = HeartShape(proportion: 1.4, cleft: 0, softness: 1, brush: 1)
        #expect(Path.heart(far, in: rect) == Path.heart(end, in: rect))
    }
}
