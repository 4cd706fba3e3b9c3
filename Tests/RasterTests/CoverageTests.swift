import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels
import Testing

@Suite struct CoverageTests {
    @Test func wholePixelsAreCoveredWholly() {
        let picture = painted([fill(Rect(x: 2, y: 3, width: 5, height: 4), .black)])
        for y in 0..<16 {
            for x in 0..<16 {
                let isInside = (2..<7).contains(x) && (3..<7).contains(y)
                #expect(picture[x, y] == (isInside ? 0xFF00_0000 : 0))
            }
        }
    }

    @Test func partsOfPixelsAreCoveredByTheirArea() {
        let picture = painted([fill(Rect(x: 2.25, y: 3.5, width: 5.5, height: 4), .black)])
        func alpha(_ x: Int, _ y: Int) -> Double { Double(picture[x, y] >> 24) / 255 }
        #expect(abs(alpha(2, 4) - 0.75) < 0.006)
        #expect(abs(alpha(7, 4) - 0.75) < 0.006)
        #expect(abs(alpha(4, 3) - 0.5) < 0.006)
        #expect(abs(alpha(2, 3) - 0.375) < 0.006)
        #expect(alpha(4, 5) == 1)
        #expect(alpha(1, 5) == 0)
    }

    /// Every 255th of a pixel, so that each byte would be met without the levels.
    @Test(arguments: 0...255)
    func coverageIsTheNearestOf128Levels(part: Int) {
        let width = Double(part) / 255
        let covered = painted([fill(Rect(x: 2, y: 2, width: width, height: 1), .black)])
        let free = painted([fill(Rect(x: 2 + width, y: 2, width: 1 - width, height: 1), .black)])
        let (alpha, rest) = (Int(covered[2, 2] >> 24), Int(free[2, 2] >> 24))
        #expect(alpha + rest == 255)
        #expect(abs(alpha - part) <= 1)
        #expect(alpha == (alpha >> 1) << 1 | alpha >> 7)
    }

    @Test func coverageGrowsWithTheArea() {
        let steps = (0...1_000).map { Double($0) / 1_000 }
        let alphas = steps.map { width in
            painted([fill(Rect(x: 2, y: 2, width: width, height: 1), .black)])[2, 2] >> 24
        }
        #expect(alphas == alphas.sorted())
        #expect(Set(alphas).count == 128)
        #expect((alphas.first, alphas.last) == (0, 255))
    }

    @Test func coverageAddsUpToTheArea() {
        var triangle = Path()
        triangle.move(to: Point(x: 3.3, y: 5.1))
        triangle.line(to: Point(x: 57.9, y: 20.4))
        triangle.line(to: Point(x: 11.2, y: 60.8))
        let picture = painted(
            [.fill(PathFill(triangle, paint: .solid(.black)))], width: 64, height: 64)
        let sum = picture.pixels.reduce(0.0) { $0 + Double($1 >> 24) / 255 }
        let area = abs(54.6 * 55.7 - 7.9 * 15.3) / 2
        #expect(abs(sum - area) < 0.5)
    }

    @Test func aCircleHasTheAreaOfACircle() {
        let circle = Path.ellipse(in: Rect(x: 2, y: 2, width: 60, height: 60))
        let picture = painted(
            [.fill(PathFill(circle, paint: .solid(.black)))], width: 64, height: 64)
        let sum = picture.pixels.reduce(0.0) { $0 + Double($1 >> 24) / 255 }
        #expect(abs(sum - .pi * 900) < 3)
    }

    @Test func theRuleDecidesWhereContoursOverlap() {
        var path = Path.rect(Rect(x: 0, y: 0, width: 16, height: 16))
        path.append(.rect(Rect(x: 4, y: 4, width: 8, height: 8)))
        let whole = painted([.fill(PathFill(path, paint: .solid(.black)))])
        #expect(whole[8, 8] == 0xFF00_0000)
        let holed = painted([.fill(PathFill(path, rule: .evenOdd, paint: .solid(.black)))])
        #expect(holed[8, 8] == 0)
        #expect(holed[3, 8] == 0xFF00_0000)
    }

    @Test func whatLiesLeftOfTheCardStillCounts() {
        let picture = painted([fill(Rect(x: -50, y: -50, width: 54, height: 100), .black)])
        #expect(picture[3, 8] == 0xFF00_0000)
        #expect(picture[4, 8] == 0)
    }

    @Test func aTallPictureIsPaintedInBandsWithoutSeams() {
        let path = Path.rect(Rect(x: 0.5, y: 0, width: 8190, height: 300))
        let picture = painted(
            [.fill(PathFill(path, paint: .solid(.black)))], width: 8192, height: 300)
        #expect((0..<300).allSatisfy { picture[4000, $0] == 0xFF00_0000 })
        #expect((0..<300).allSatisfy { picture[0, $0] == 0x8100_0000 })
    }

    @Test(arguments: [1e6, -1e6, 1e300, .infinity, -.infinity, .nan])
    func numbersBeyondReasonDoNotTrap(value: Double) {
        for index in 0..<8 {
            var numbers = [1.0, 2, 9, 3, 12, 14, 5, 15]
            numbers[index] = value
            var path = Path()
            path.move(to: Point(x: numbers[0], y: numbers[1]))
            path.cubic(
                Point(x: numbers[2], y: numbers[3]), Point(x: numbers[4], y: numbers[5]),
                to: Point(x: numbers[6], y: numbers[7]))
            let stroke = Stroke(width: 2)
            let picture = painted([
                .fill(PathFill(path, paint: .solid(.black))),
                .stroke(PathStroke(path, stroke: stroke, paint: .solid(.black))),
                .layer(Layer([whiteCard], clip: .init(path))),
            ])
            #expect(picture.pixels.count == 256)
        }
    }

    @Test func hugeTrianglesCoverTheCard() {
        var path = Path()
        path.move(to: Point(x: -1e6, y: -1e6))
        path.line(to: Point(x: 1e6, y: -1e6))
        path.line(to: Point(x: 0, y: 1e6))
        let picture = painted([.fill(PathFill(path, paint: .solid(.white)))])
        #expect(picture.pixels.allSatisfy { $0 == ~0 })
    }

    @Test func nothingIsPaintedByShapesWithoutArea() {
        var line = Path()
        line.move(to: Point(x: 1, y: 1))
        line.line(to: Point(x: 9, y: 9))
        let flat = Transform(a: 1, b: 1, c: 1, d: 1, tx: 0, ty: 0)
        let picture = painted([
            .fill(PathFill(Path(), paint: .solid(.black))),
            .fill(PathFill(line, paint: .solid(.black))),
            fill(Rect(x: 3, y: 3, width: 0, height: 5), .black),
            .fill(
                PathFill(
                    .rect(Rect(x: 0, y: 0, width: 9, height: 9)), paint: .solid(.black),
                    transform: flat)),
            .stroke(PathStroke(line, stroke: Stroke(width: 0), paint: .solid(.black))),
            .layer(Layer([])),
        ])
        #expect(picture.pixels.allSatisfy { $0 == 0 })
    }
}
