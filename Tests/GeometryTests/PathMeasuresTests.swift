import BlueHeartGeometry
import Testing

@Suite struct PathMeasuresTests {
    /// An arch: its curve rises to three quarters of its control points.
    private let arch: Path = {
        var path = Path()
        path.move(to: Point(x: 0, y: 0))
        path.cubic(Point(x: 0, y: -40), Point(x: 100, y: -40), to: Point(x: 100, y: 0))
        path.close()
        return path
    }()

    @Test func tightBoundsFollowTheCurveAndNotItsHandles() {
        #expect(arch.tightBounds == Rect(x: 0, y: -30, width: 100, height: 30))
        #expect(arch.controlBounds == Rect(x: 0, y: -40, width: 100, height: 40))
        var bow = Path()
        bow.move(to: Point(x: 0, y: 0))
        bow.quad(Point(x: 50, y: 80), to: Point(x: 100, y: 0))
        #expect(bow.tightBounds == Rect(x: 0, y: 0, width: 100, height: 40))
        #expect(Path().tightBounds == .zero)
    }

    @Test func areaAndCentroidAreExactOnCurves() {
        // The area under this arch is 3/5 of height times width of its handles.
        #expect(isNear(arch.signedArea, 2_400, 1e-9))
        #expect(isNear(arch.centroid.x, 50))
        #expect(arch.centroid.y < -10 && arch.centroid.y > -15)
        #expect(isNear(arch.reversed.signedArea, -2_400, 1e-9))
    }

    @Test func farAwayOutlinesKeepTheirCentroid() {
        let far = Path.rect(Rect(x: 1e6, y: 1e6, width: 2, height: 2))
        #expect(far.centroid == Point(x: 1e6 + 1, y: 1e6 + 1))
    }

    @Test func whatHasNoAreaHasTheMiddleOfItsBounds() {
        let line = Path.line(from: Point(x: 0, y: 0), to: Point(x: 10, y: 4))
        #expect(line.centroid == Point(x: 5, y: 2))
    }

    @Test func windingCountsTurnsAndTheirDirection() {
        var path = Path.rect(Rect(x: 0, y: 0, width: 30, height: 30))
        path.append(.rect(Rect(x: 10, y: 10, width: 10, height: 10)))
        #expect(path.winding(around: Point(x: 15, y: 15)) == 2)
        #expect(path.winding(around: Point(x: 5, y: 5)) == 1)
        #expect(path.winding(around: Point(x: 35, y: 5)) == 0)
        #expect(path.reversed.winding(around: Point(x: 15, y: 15)) == -2)
    }

    @Test func reversingTwiceIsTheSamePath() {
        var path = arch
        path.move(to: Point(x: 5, y: 5))
        path.quad(Point(x: 9, y: 1), to: Point(x: 7, y: 7))
        path.line(to: Point(x: 8, y: 8))
        // A closed contour begins elsewhere once its closing line is walked backwards.
        #expect(path.reversed.reversed.tightBounds == path.tightBounds)
        let open = Path(Array(path.contours.dropFirst()))
        #expect(open.reversed.reversed == open)
    }

    @Test func whatFollowsACloseGoesOnFromItsStart() {
        var path = Path.rect(Rect(x: 1, y: 2, width: 3, height: 4))
        path.line(to: Point(x: 9, y: 9))
        #expect(path.contours.count == 2)
        #expect(path.contours[1].start == Point(x: 1, y: 2))
    }

    @Test func contoursAreThePath() {
        #expect(Path(arch.contours) == arch)
    }
}

@Suite struct FlatteningTests {
    @Test(arguments: [1, 0.1, 0.02])
    func noPieceStraysFromTheCircle(tolerance: Double) {
        let circle = Path.ellipse(in: Rect(x: -100, y: -100, width: 200, height: 200))
        var count = 0
        circle.forEachLine(tolerance: tolerance) { from, to in
            count += 1
            let middle = from.lerp(to: to, 0.5)
            #expect(middle.length > 100 - tolerance - 0.03)
            #expect(middle.length < 100.03)
        }
        // No more pieces than twice what a circle of that error needs.
        #expect(Double(count) < 2 * 2 * .pi / (8 * tolerance / 100).squareRoot() + 8)
    }

    @Test func contoursAreClosedAndMovesDrawNothing() {
        var path = Path()
        path.move(to: Point(x: 0, y: 0))
        path.line(to: Point(x: 4, y: 0))
        path.line(to: Point(x: 4, y: 4))
        path.move(to: Point(x: 9, y: 9))
        path.move(to: Point(x: 5, y: 5))
        path.line(to: Point(x: 6, y: 5))
        path.close()
        var pieces: [[Double]] = []
        path.forEachLine(tolerance: 1) { pieces.append([$0.x, $0.y, $1.x, $1.y]) }
        #expect(
            pieces == [
                [0, 0, 4, 0], [4, 0, 4, 4], [4, 4, 0, 0], [5, 5, 6, 5], [6, 5, 5, 5],
            ])
    }

    @Test func theTransformComesFirst() {
        let map = Transform.scale(x: 10, y: 10).then(.translation(Point(x: 1, y: 0)))
        let circle = Path.ellipse(in: Rect(x: -1, y: -1, width: 2, height: 2))
        var (small, large) = (0, 0)
        circle.forEachLine(tolerance: 0.01) { _, _ in small += 1 }
        circle.forEachLine(tolerance: 0.01, transform: map) { from, _ in
            large += 1
            #expect(isNear((from - Point(x: 1, y: 0)).length, 10, 0.01))
        }
        #expect(large > 2 * small)
    }

    @Test func numbersThatAreNoneDoNotTrap() {
        var path = Path()
        path.move(to: Point(x: .nan, y: 0))
        path.cubic(Point(x: .infinity, y: 1), Point(x: 1, y: -.infinity), to: .zero)
        path.quad(Point(x: 1e308, y: 1e308), to: Point(x: -1e308, y: 0))
        var count = 0
        path.forEachLine(tolerance: 0.02) { _, _ in count += 1 }
        #expect(count <= 20_002)
    }
}
