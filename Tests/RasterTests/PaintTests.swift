import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels
import Testing

@Suite struct PaintTests {
    private let all = Rect(x: 0, y: 0, width: 64, height: 64)

    private func card(_ gradient: Gradient, width: Int = 64, height: Int = 64) -> [UInt32] {
        let rect = Rect(x: 0, y: 0, width: Double(width), height: Double(height))
        return painted(
            [.fill(PathFill(.rect(rect), paint: .gradient(gradient)))], width: width,
            height: height
        ).pixels
    }

    private func stops(_ first: Color, _ last: Color) -> [Gradient.Stop] {
        [.init(offset: 0, color: first), .init(offset: 1, color: last)]
    }

    @Test func codedMixingIsALine() {
        let gradient = Gradient(
            .linear(from: .zero, to: Point(x: 256, y: 0)), stops: stops(.black, .white),
            interpolation: .srgb)
        let row = card(gradient, width: 256, height: 1)
        for x in 0..<256 {
            let exact = (Double(x) + 0.5) / 256 * 255
            #expect(abs(Double(row[x] & 255) - exact) <= 1)
        }
    }

    @Test func lightMixesBrighterThanCodes() {
        func middle(_ interpolation: Gradient.Interpolation) -> UInt32 {
            let gradient = Gradient(
                .linear(from: .zero, to: Point(x: 2, y: 0)), stops: stops(.black, .white),
                interpolation: interpolation, spread: .reflect)
            // The pixel whose centre lies at the gradient's middle.
            let wide = PathFill(
                .rect(all), paint: .gradient(gradient), transform: .scale(x: 32.5, y: 1))
            return painted([.fill(wide)], width: 64, height: 1).pixels[32] & 255
        }
        #expect(abs(Int(middle(.linear)) - 188) <= 1)
        #expect(abs(Int(middle(.srgb)) - 128) <= 1)
        // Half the lightness of Oklab is an eighth of the light.
        #expect(abs(Int(middle(.oklab)) - 99) <= 1)
    }

    @Test func rowsFromCornerToCornerAreShiftedCopies() {
        let gradient = Gradient(
            .linear(from: .zero, to: Point(x: 200, y: 100)),
            stops: stops(Color(red: 0.1, green: 0.2, blue: 0.5), .white), interpolation: .srgb)
        let pixels = card(gradient, width: 200, height: 100)
        // Down by two rows is left by one pixel.
        for y in 0..<98 {
            let upper = pixels[y * 200 + 1..<y * 200 + 200]
            let lower = pixels[(y + 2) * 200..<(y + 2) * 200 + 199]
            #expect(upper.elementsEqual(lower))
        }
    }

    /// The fast line and the evaluation of each pixel, which a repeated gradient uses, agree.
    @Test(arguments: [
        Point(x: 64, y: 0), Point(x: 0, y: 64), Point(x: 60, y: 37), Point(x: -64, y: 50),
        Point(x: 3, y: 64), Point(x: 900, y: -700),
    ])
    func aLineAgreesWithEachPixelToOneStep(to: Point) {
        let ends = stops(Color(red: 0, green: 0.3, blue: 1), Color(red: 1, green: 0.9, blue: 0.1))
        let from = Point(x: 5, y: 3)
        for interpolation in Gradient.Interpolation.allCases {
            func pixels(_ spread: Gradient.Spread) -> [UInt32] {
                card(
                    Gradient(
                        .linear(from: from, to: from + to), stops: ends,
                        interpolation: interpolation, spread: spread))
            }
            let (padded, repeated) = (pixels(.pad), pixels(.repeat))
            for y in 0..<64 {
                for x in 0..<64 {
                    let point = Point(x: Double(x) + 0.5, y: Double(y) + 0.5) - from
                    let place = (point.x * to.x + point.y * to.y) / (to.length * to.length)
                    // Where light is mixed, dark colours are steps of several codes apart.
                    guard place > 0.15, place < 0.98 else { continue }
                    let (one, other) = (padded[y * 64 + x], repeated[y * 64 + x])
                    for shift in [UInt32(0), 8, 16] {
                        let gap = Int(one >> shift & 255) - Int(other >> shift & 255)
                        // One step of a ramp of 256 colours, where both round to different ones.
                        #expect(abs(gap) <= 3, "\(x), \(y) of \(interpolation)")
                    }
                }
            }
        }
    }

    @Test func aTransparentStopLendsNoColour() {
        let gradient = Gradient(
            .linear(from: .zero, to: Point(x: 64, y: 0)), stops: stops(.white, .clear))
        for pixel in card(gradient) {
            // White at any alpha: premultiplied, all channels are alpha.
            #expect(pixel & 255 == pixel >> 24)
        }
    }

    @Test func aDitheredGradientKeepsItsMean() {
        let color = Color(red: 100.3 / 255, green: 0, blue: 0)
        let gradient = Gradient(
            .linear(from: .zero, to: Point(x: 64, y: 0)), stops: stops(color, color),
            interpolation: .srgb, dithering: .ordered)
        let reds = card(gradient).map { Double($0 & 255) }
        #expect(Set(reds) == [100, 101])
        #expect(abs(reds.reduce(0, +) / 4096 - 100.3) < 0.02)
    }

    @Test func aConicGradientTurnsClockwiseFromUp() {
        let gradient = Gradient(
            .conic(center: Point(x: 32, y: 32), start: .zero), stops: stops(.black, .white),
            interpolation: .srgb)
        let pixels = card(gradient)
        func value(_ x: Int, _ y: Int) -> Int { Int(pixels[y * 64 + x] & 255) }
        #expect(abs(value(63, 32) - 64) <= 2)
        #expect(abs(value(32, 63) - 127) <= 2)
        #expect(abs(value(0, 32) - 191) <= 2)
        #expect(value(33, 0) < 3)
        #expect(value(30, 0) > 251)
    }

    @Test func aPatternRepeatsItsCell() {
        let pattern = Pattern(
            commands: [fill(Rect(x: 0, y: 0, width: 2, height: 3), .black)],
            cell: Size(width: 4, height: 5))
        let picture = painted(
            [.fill(PathFill(.rect(all), paint: .pattern(pattern)))], width: 64, height: 64)
        for y in 0..<64 {
            for x in 0..<64 {
                #expect(picture[x, y] == (x % 4 < 2 && y % 5 < 3 ? 0xFF00_0000 : 0))
            }
        }
    }

    @Test(arguments: [Stroke.Placement.inner, .outer])
    func aLineOfOneSideStaysThere(placement: Stroke.Placement) {
        let square = Path.rect(Rect(x: 16, y: 16, width: 32, height: 32))
        let stroke = Stroke(width: 4, placement: placement)
        let picture = painted(
            [.stroke(PathStroke(square, stroke: stroke, paint: .solid(.black)))], width: 64,
            height: 64)
        let isInner = placement == .inner
        #expect(picture[18, 32] == (isInner ? 0xFF00_0000 : 0))
        #expect(picture[13, 32] == (isInner ? 0 : 0xFF00_0000))
        #expect(picture[21, 32] == 0)
        #expect(picture[10, 32] == 0)
    }
}

@Suite struct StrokePlacementTests {
    /// A square in a square, both turning the same way: the inner is a hole only by even-odd.
    @Test func aLineInsideFollowsTheRuleOfItsFill() {
        var path = Path.rect(Rect(x: 0, y: 0, width: 16, height: 16))
        path.append(Path.rect(Rect(x: 4, y: 4, width: 8, height: 8)))
        func pixel(_ rule: FillRule, _ placement: Stroke.Placement) -> UInt32 {
            let line = PathStroke(
                path, stroke: Stroke(width: 2, placement: placement), rule: rule,
                paint: .solid(.black))
            return painted([.stroke(line)])[4, 8]
        }
        // Just within the smaller square.
        #expect(pixel(.nonZero, .inner) == 0xFF00_0000)
        #expect(pixel(.evenOdd, .inner) == 0)
        #expect(pixel(.evenOdd, .outer) == 0xFF00_0000)
    }
}
