import BlueHeartGeometry
import Testing

/// Whether two numbers differ by at most `tolerance`.
func isNear(_ left: Double, _ right: Double, _ tolerance: Double = 1e-9) -> Bool {
    abs(left - right) <= tolerance
}

func isNear(_ left: Rect, _ right: Rect, _ tolerance: Double = 1e-9) -> Bool {
    isNear(left.minX, right.minX, tolerance) && isNear(left.minY, right.minY, tolerance)
        && isNear(left.maxX, right.maxX, tolerance) && isNear(left.maxY, right.maxY, tolerance)
}

@Suite struct PathShapesTests {
    private let box = Rect(x: 10, y: 20, width: 200, height: 100)

    @Test func aRectangleHasItsAreaAndBounds() {
        let path = Path.rect(box)
        #expect(path.signedArea == 20_000)
        #expect(path.tightBounds == box)
        #expect(path.centroid == Point(x: 110, y: 70))
    }

    @Test func anEllipseIsRoundToAThirtiethOfAPercent() {
        let path = Path.ellipse(in: box)
        #expect(isNear(path.tightBounds, box))
        #expect(isNear(path.signedArea / (.pi * 100 * 50), 1, 3e-4))
        path.forEachLine(tolerance: 0.001) { from, _ in
            let (x, y) = ((from.x - 110) / 100, (from.y - 70) / 50)
            #expect(isNear((x * x + y * y).squareRoot(), 1, 3e-4))
        }
    }

    @Test func roundCornersAreCircles() {
        let path = Path.roundedRect(box, radii: CornerRadii(all: 30))
        #expect(isNear(path.tightBounds, box))
        #expect(isNear(path.signedArea, 20_000 - (4 - .pi) * 900, 1))
        #expect(!path.contains(Point(x: 10 + 8, y: 20 + 8)))
        #expect(path.contains(Point(x: 10 + 9, y: 20 + 9)))
    }

    @Test func eachCornerHasItsOwnRadius() {
        let radii = CornerRadii(topLeft: 0, topRight: 10, bottomRight: 20, bottomLeft: 40)
        let path = Path.roundedRect(box, radii: radii)
        #expect(path.contains(Point(x: 10.5, y: 20.5)))
        #expect(!path.contains(Point(x: 209, y: 21)))
        #expect(path.contains(Point(x: 206, y: 24)))
        #expect(!path.contains(Point(x: 205, y: 115)))
        #expect(!path.contains(Point(x: 20, y: 110)))
    }

    @Test func radiiThatDoNotFitBecomeSmallerTogether() {
        let radii = CornerRadii(topLeft: 300, topRight: 100, bottomRight: 0, bottomLeft: 100)
        #expect(
            radii.fitted(to: box.size)
                == CornerRadii(topLeft: 75, topRight: 25, bottomRight: 0, bottomLeft: 25))
        #expect(CornerRadii(all: 50).fitted(to: box.size) == CornerRadii(all: 50))
        #expect(CornerRadii(all: -3).fitted(to: box.size) == .zero)
    }

    @Test func noRadiusIsAPlainRectangle() {
        #expect(Path.roundedRect(box, radii: .zero, smoothing: 1) == .rect(box))
    }

    @Test(arguments: [0.1, 0.4, 0.6, 1])
    func smoothCornersBendWithoutAStep(smoothing: Double) {
        let square = Rect(x: 0, y: 0, width: 400, height: 400)
        let path = Path.roundedRect(square, radii: CornerRadii(all: 80), smoothing: smoothing)
        #expect(isNear(path.tightBounds, square))
        var curves: [CubicCurve] = []
        for segment in path.contours[0].segments {
            if case .cubic(let curve) = segment { curves.append(curve) }
        }
        #expect(curves.count == 12)
        // Straight where it leaves the side, and as bent as the arc where it meets that.
        #expect(isNear(curvature(curves[0], at: 0), 0))
        #expect(isNear(curvature(curves[0], at: 1), 1 / 80, 1e-5))
        #expect(isNear(curvature(curves[2], at: 0), 1 / 80, 1e-5))
        #expect(isNear(curvature(curves[2], at: 1), 0))
    }

    @Test func smoothCornersThatMeetStayInsideTheirSides() {
        let path = Path.roundedRect(box, radii: CornerRadii(all: 50), smoothing: 1)
        #expect(isNear(path.tightBounds, box))
        #expect(path.controlBounds.width <= 200 + 1e-9)
    }

    private func curvature(_ curve: CubicCurve, at end: Double) -> Double {
        let (a, b, c) =
            end == 0 ? (curve.p0, curve.p1, curve.p2) : (curve.p3, curve.p2, curve.p1)
        let (first, second) = (b - a, c - b)
        let cross = abs(first.x * second.y - first.y * second.x)
        return 2.0 / 3 * cross / (first.length * first.length * first.length)
    }
}
