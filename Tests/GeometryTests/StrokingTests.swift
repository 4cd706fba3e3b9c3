import BlueHeartGeometry
import BlueHeartTestbench
import Testing

@Suite struct StrokingTests {
    private func outline(_ data: String, _ stroke: Stroke) throws -> Path {
        try PathData.read(data).stroked(stroke, tolerance: 0.01)
    }

    @Test(arguments: [
        (Stroke.Cap.butt, Rect(x: 10, y: 15, width: 80, height: 10)),
        (.square, Rect(x: 5, y: 15, width: 90, height: 10)),
        (.round, Rect(x: 5, y: 15, width: 90, height: 10)),
    ])
    func aLineIsAsWideAsItsStroke(cap: Stroke.Cap, bounds: Rect) throws {
        let path = try outline("M10 20H90", Stroke(width: 10, cap: cap))
        #expect(isNear(path.tightBounds, bounds, 0.01))
        let area: Double = cap == .round ? 800 + 25 * Double.pi : cap == .square ? 900 : 800
        #expect(isNear(path.signedArea, area, 0.2))
    }

    @Test func aMiterEndsInAPointUntilItIsTooLong() throws {
        let sharp = try outline("M0 0L100 0L0 10", Stroke(width: 10, miterLimit: 30))
        #expect(sharp.tightBounds.maxX > 180)
        let cut = try outline("M0 0L100 0L0 10", Stroke(width: 10, miterLimit: 19))
        #expect(cut.tightBounds.maxX < 106)
        let square = try outline("M0 0H100V100", Stroke(width: 10, miterLimit: 1.5))
        #expect(square.contains(Point(x: 104.9, y: -4.9)))
    }

    @Test func joinsFillTheirCorner() throws {
        let round = try outline("M0 0H100V100", Stroke(width: 20, join: .round))
        #expect(round.contains(Point(x: 106.9, y: -6.9)))
        #expect(!round.contains(Point(x: 107.3, y: -7.3)))
        let bevel = try outline("M0 0H100V100", Stroke(width: 20, join: .bevel))
        #expect(bevel.contains(Point(x: 104.9, y: -4.9)))
        #expect(!bevel.contains(Point(x: 105.1, y: -5.1)))
    }

    @Test(arguments: Stroke.Join.allCases)
    func aClosedContourIsARing(join: Stroke.Join) throws {
        let stroke = Stroke(width: 10, join: join, cap: .round)
        let path = try outline("M0 0H100V100H0Z", stroke)
        #expect(path.contours.count == 2)
        #expect(!path.contains(Point(x: 50, y: 50)))
        #expect(path.contains(Point(x: 0, y: 50)) && path.contains(Point(x: 4.9, y: 4.9)))
        #expect(path.contains(Point(x: -3, y: -1)))
        #expect(path.contains(Point(x: -4.9, y: -4.9)) == (join == .miter))
    }

    @Test func aRingIsAsWideAllAround() {
        let circle = Path.ellipse(in: Rect(x: -100, y: -100, width: 200, height: 200))
        let ring = circle.stroked(Stroke(width: 20), tolerance: 0.05)
        ring.forEachLine(tolerance: 1) { from, to in
            let radius = from.lerp(to: to, 0.5).length
            #expect(abs(abs(radius - 100) - 10) < 0.15)
        }
        #expect(isNear(ring.signedArea / (.pi * (110 * 110 - 90 * 90)), 1, 2e-3))
    }

    @Test func aStrokeWiderThanItsShapeHasNoHole() throws {
        let path = try outline("M0 0H20V20H0Z", Stroke(width: 60, join: .round))
        for x in stride(from: 0.5, to: 20, by: 1) {
            for y in stride(from: 0.5, to: 20, by: 1) {
                #expect(path.contains(Point(x: x, y: y)))
            }
        }
    }

    @Test func theOutlineIsEveryPointNearTheLine() throws {
        // Against the definition: within half the width of some point of the line.
        let line = try PathData.read("M10 50C10 0 60 0 60 40S90 90 95 30L60 60")
        let path = line.stroked(Stroke(width: 12, join: .round, cap: .round), tolerance: 0.01)
        var pieces: [(Point, Point)] = []
        for contour in line.contours {
            var last = contour.start
            for segment in contour.segments {
                for step in 1...200 {
                    let next = segment.point(at: Double(step) / 200)
                    pieces.append((last, next))
                    last = next
                }
            }
        }
        var random = SplitMix64()
        for _ in 0..<3_000 {
            let point = Point(
                x: Double.random(in: -5...115, using: &random),
                y: Double.random(in: -5...105, using: &random))
            let distance = pieces.reduce(Double.infinity) { min($0, span(point, $1.0, $1.1)) }
            guard abs(distance - 6) > 0.05 else { continue }
            #expect(path.contains(point) == (distance < 6), "\(point) at \(distance)")
        }
    }

    @Test func aCuspIsRound() throws {
        // The curve runs out to x = 75 and back on itself.
        let path = try outline("M0 0C100 0 100 0 0 0", Stroke(width: 10))
        #expect(path.contains(Point(x: 79, y: 0)))
        #expect(!path.contains(Point(x: 79, y: 4)))
        #expect(path.contains(Point(x: 40, y: 4.9)))
    }

    @Test(arguments: ["M5 5z", "M5 5h0", "M5 5l0 0z"])
    func aDotShowsItsCaps(data: String) throws {
        #expect(try outline(data, Stroke(width: 10)).isEmpty)
        let square = try outline(data, Stroke(width: 10, cap: .square))
        #expect(square.tightBounds == Rect(x: 0, y: 0, width: 10, height: 10))
        let round = try outline(data, Stroke(width: 10, cap: .round))
        #expect(isNear(round.signedArea, 25 * .pi, 0.2))
    }

    @Test func aMoveAloneDrawsNothing() throws {
        #expect(try outline("M5 5", Stroke(width: 10, cap: .round)).isEmpty)
        #expect(try outline("M5 5H9", Stroke(width: 0)).isEmpty)
        #expect(Path().stroked(Stroke(width: 3), tolerance: 0.1).isEmpty)
    }

    @Test func oneSidedStrokesAreDrawnTwiceAsWide() throws {
        let stroke = Stroke(width: 10, placement: .inner)
        #expect(stroke.isClipped && stroke.drawnWidth == 20)
        #expect(!Stroke(width: 10).isClipped)
        let bounds = try outline("M0 0H50V50H0Z", stroke).tightBounds
        #expect(bounds == Rect(x: -10, y: -10, width: 70, height: 70))
    }

    @Test func theOutlineIsTheSameInEveryRun() throws {
        let stroke = Stroke(width: 7, join: .round, cap: .round, dashes: [9, 4])
        #expect(
            try outline("M0 0C50 90 90 -50 40 70Z", stroke)
                == outline("M0 0C50 90 90 -50 40 70Z", stroke))
    }

    private func span(_ point: Point, _ from: Point, _ to: Point) -> Double {
        let (line, way) = (to - from, point - from)
        let squared = line.x * line.x + line.y * line.y
        let share = squared > 0 ? (line.x * way.x + line.y * way.y) / squared : 0
        return (point - from.lerp(to: to, min(1, max(0, share)))).length
    }
}

@Suite struct DashTests {
    /// 100,000 dashes and gaps; a line with more is drawn whole.
    @Test func dashesHaveALimit() throws {
        let stroke = Stroke(width: 1, dashes: [0.01, 0.01])
        for (line, count) in [("M0 0H999.9", 49_995), ("M0 0H1000.2", 1)] {
            let dashes = try PathData.read(line).stroked(stroke, tolerance: 0.1).contours
            #expect(abs(dashes.count - count) <= 1, "\(line)")
        }
    }

    private func spans(_ data: String, _ dashes: [Double], offset: Double = 0) throws -> [[Double]]
    {
        let stroke = Stroke(width: 2, dashes: dashes, dashOffset: offset)
        return try PathData.read(data).stroked(stroke, tolerance: 0.1).contours.map {
            let bounds = Path([$0]).tightBounds
            return [bounds.minX, bounds.maxX]
        }
    }

    @Test(
        arguments: [
            ([10, 5], 0.0, [[0, 10], [15, 25], [30, 32]]),
            ([10, 5], 5, [[0, 5], [10, 20], [25, 32]]),
            ([10, 5], -5, [[5, 15], [20, 30]]), ([10, 5], 30, [[0, 10], [15, 25], [30, 32]]),
            ([8], 0, [[0, 8], [16, 24]]), ([4, 4, 8], 0, [[0, 4], [8, 16], [20, 24]]),
            ([100, 5], 0, [[0, 32]]), ([0, 0], 0, [[0, 32]]), ([], 0, [[0, 32]]),
            (
                [-4, 4], 0,
                [
                    [0, 0], [4, 4], [8, 8], [12, 12], [16, 16], [20, 20], [24, 24], [28, 28],
                    [32, 32],
                ]
            ),
        ] as [([Double], Double, [[Double]])])
    func dashesLieWhereThePatternSays(dashes: [Double], offset: Double, spans: [[Double]]) throws {
        let found = try self.spans("M0 0H32", dashes, offset: offset)
        #expect(found.count == spans.count)
        for (left, right) in zip(found, spans) {
            #expect(isNear(left[0], right[0], 1e-5) && isNear(left[1], right[1], 1e-5))
        }
    }

    @Test func aDashGoesAroundCorners() throws {
        let stroke = Stroke(width: 2, dashes: [20, 100])
        let path = try PathData.read("M0 0H10V50").stroked(stroke, tolerance: 0.1)
        #expect(path.contours.count == 1)
        #expect(path.contains(Point(x: 10.9, y: -0.9)))
        #expect(path.tightBounds.maxY == 10)
    }

    @Test func onAClosedContourTheLastDashRunsIntoTheFirst() throws {
        // 40 around: a dash from 38 over the start to 3.
        let stroke = Stroke(width: 2, dashes: [10, 5], dashOffset: 7)
        let path = try PathData.read("M0 0H10V10H0Z").stroked(stroke, tolerance: 0.1)
        #expect(path.contains(Point(x: -0.9, y: -0.9)))
        #expect(path.contours.count == 3)
    }

    @Test func aDashAsLongAsTheContourClosesIt() throws {
        let stroke = Stroke(width: 2, dashes: [100, 5])
        let path = try PathData.read("M0 0H10V10H0Z").stroked(stroke, tolerance: 0.1)
        #expect(path.contours.count == 2)
        #expect(path.contains(Point(x: -0.9, y: -0.9)))
    }

    @Test func dotsAreRoundAndInTheirPlaces() throws {
        let stroke = Stroke(width: 4, cap: .round, dashes: [0, 10])
        let path = try PathData.read("M0 0H25").stroked(stroke, tolerance: 0.01)
        #expect(path.contours.count == 3)
        // A polygon inside the circle, 0.01 px at most.
        #expect(isNear(path.signedArea, 3 * 4 * .pi, 0.3))
    }

    @Test func moreDashesThanAnyoneSeesAreNone() throws {
        let stroke = Stroke(width: 1, dashes: [1e-9])
        let path = try PathData.read("M0 0H1000").stroked(stroke, tolerance: 0.1)
        #expect(path.contours.count == 1)
    }
}
