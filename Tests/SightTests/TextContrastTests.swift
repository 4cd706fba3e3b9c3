import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLayout
import BlueHeartRaster
import BlueHeartScenes
import BlueHeartTestbench
import Testing

@testable import BlueHeartSight

/// WCAG's formula as it is written, with the library's power.
private func formula(_ first: UInt32, _ second: UInt32) -> Double {
    func luminance(_ hex: UInt32) -> Double {
        let parts = [16, 8, 0].map { shift -> Double in
            let coded = Double(hex >> UInt32(shift) & 255) / 255
            return coded <= 0.04045 ? coded / 12.92 : power((coded + 0.055) / 1.055)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let (one, two) = (luminance(first), luminance(second))
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
}

/// base^2.4 by bisection of its fifth power: base^12 = result^5.
private func power(_ base: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    let wanted = (0..<12).reduce(1.0) { product, _ in product * base }
    for _ in 0..<60 {
        let middle = (low + high) / 2
        if middle * middle * middle * middle * middle < wanted {
            low = middle
        } else {
            high = middle
        }
    }
    return low
}

@Suite struct TextContrastTests {
    /// The contrast that is measured, whatever is needed.
    private func measured(_ stage: Stage) throws -> Double {
        let laidOut = stage.laidOut
        let rasterizer = Rasterizer(glyphs: BlockGlyphs())
        let bitmap = rasterizer.rasterize(laidOut.displayList)
        let edges = PictureInspector(rasterizer: rasterizer).edges(
            of: laidOut.texts[0], stage.area, on: bitmap)
        return Double(try #require(edges.worst()).contrast)
    }

    /// Letters without a pixel of their own colour alone, too.
    @Test(arguments: [(60.0, UInt32(1)), (13, 1), (13, 2)])
    func flatColoursGiveWhatTheFormulaGives(size: Double, glyph: UInt32) throws {
        var random = SplitMix64(seed: 7)
        for _ in 0..<60 {
            let (ink, paper) = (
                UInt32(truncatingIfNeeded: random.next()) & 0xFF_FFFF,
                UInt32(truncatingIfNeeded: random.next()) & 0xFF_FFFF
            )
            var stage = Stage(width: 300, height: 80, ground: Color(paper))
            stage.text(x: 20.3, y: 60, size: size, color: Color(ink), glyph: glyph)
            #expect(abs(try measured(stage) - formula(ink, paper)) < 0.01)
        }
    }

    @Test(arguments: [
        (60.0, 400, UInt32(0x8A_8A8A), [String]()), (60, 400, 0x9A_9A9A, ["text-low-contrast"]),
        (30, 400, 0x8A_8A8A, ["text-low-contrast"]), (40, 700, 0x8A_8A8A, []),
        (36, 700, 0x8A_8A8A, ["text-low-contrast"]), (30, 400, 0x76_7676, []),
    ])
    func largeTextMayHaveLess(size: Double, weight: Int, color: UInt32, codes: [String]) {
        var stage = Stage()
        stage.text(x: 40, y: 120, size: size, color: Color(color), weight: weight)
        #expect(stage.codes == codes)
    }

    @Test func theWorstPlaceOfAGradientIsFound() throws {
        var stage = Stage(width: 400, height: 100)
        let ramp = Gradient(
            .linear(from: Point(x: 0, y: 0), to: Point(x: 400, y: 0)),
            stops: [
                .init(offset: 0, color: .black), .init(offset: 1, color: Color(0xC0_C0C0)),
            ], interpolation: .srgb)
        stage.below = [
            .fill(
                PathFill(
                    .rect(Rect(x: 0, y: 0, width: 400, height: 100)), paint: .gradient(ramp)))
        ]
        stage.text(x: 20, y: 70, size: 60, count: 7, color: .white)
        let finding = try #require(stage.findings().first)
        #expect(finding.code == "text-low-contrast")
        // The last letter ends at x = 338, where the ramp is a grey of 0xA2.
        let area = try #require(finding.finding?.area)
        #expect(area.x > 300 && area.x < 340)
        #expect(
            abs(try #require(finding.finding?.measured?.value) - formula(0xFF_FFFF, 0xA2_A2A2))
                < 0.1)
    }

    @Test func aLetterHalfOnALightShapeIsFound() throws {
        var stage = Stage(ground: Color(0x10_2030))
        stage.below.append(
            .fill(
                PathFill(
                    .rect(Rect(x: 100, y: 0, width: 300, height: 104)),
                    paint: .solid(Color(0xE0_E8F0)))))
        stage.text(x: 40, y: 120, color: .white)
        let finding = try #require(stage.findings().first)
        #expect(finding.code == "text-low-contrast")
        #expect(try #require(finding.finding?.area).y < 104)
    }

    @Test func whatIsSeenCountsNotWhatIsWritten() {
        var faint = Stage()
        faint.text(x: 40, y: 120, color: .black.fading(by: 0.3))
        #expect(faint.codes == ["text-low-contrast"])

        var group = Stage()
        group.text(x: 40, y: 120) { .layer(Layer([$0], opacity: 0.3)) }
        #expect(group.codes == ["text-low-contrast"])

        var veiled = Stage()
        veiled.text(x: 40, y: 120)
        veiled.shape(
            .rect(Rect(x: 0, y: 0, width: 400, height: 200)), Color.white.fading(by: 0.8))
        #expect(veiled.codes == ["text-low-contrast"])
    }

    @Test func aLineAroundTheLettersIsTheirGround() {
        var stage = Stage()
        stage.text(
            x: 40, y: 120, color: Color(0xF0_F0F0),
            outline: .init(stroke: Stroke(width: 8), paint: .solid(.black)))
        #expect(stage.codes == [])
    }

    @Test func aShadowHelpsOnlyWhereItIsDark() {
        func codes(_ alpha: Double) -> [String] {
            var stage = Stage(ground: Color(0xE8_E8E8))
            let shadow = Shadow(
                color: .black.fading(by: alpha), offset: .zero, sigma: 2, spread: 6)
            stage.text(x: 40, y: 120, color: .white) {
                .layer(Layer([$0], effects: [.dropShadow(shadow)]))
            }
            return stage.codes
        }
        #expect(codes(0.9) == [])
        #expect(codes(0.2) == ["text-low-contrast"])
    }

    @Test func onAClearCardBothWhiteAndBlackMustDo() {
        for color in [Color.black, .white] {
            var stage = Stage()
            stage.below = []
            stage.text(x: 40, y: 120, color: color)
            #expect(stage.codes == ["text-low-contrast"])
        }
    }

    @Test func decorationIsNotLookedAt() {
        var stage = Stage()
        stage.text(x: 40, y: 120, color: Color(0xF0_F0F0), role: .decoration)
        #expect(stage.codes == [])
    }

    @Test func whatTheHintSaysIsEnough() throws {
        var stage = Stage(ground: Color(0x5C_8AB8))
        stage.text(x: 40, y: 120, size: 30, color: Color(0xE8_F0F8))
        let hint = try #require(stage.findings().first?.hint)
        let words = hint.split(whereSeparator: { " ,".contains($0) })
        let percent = try #require(
            words.first { $0.hasSuffix("%") }.flatMap { Double($0.dropLast()) })
        #expect(hint.hasPrefix("put black at \(Int(percent))% behind it"))
        func codes(scrim percent: Double) -> [String] {
            var mended = stage
            mended.below.append(
                .fill(
                    PathFill(
                        .rect(Rect(x: 0, y: 0, width: 400, height: 200)),
                        paint: .solid(.black.fading(by: percent / 100)))))
            return mended.codes
        }
        #expect(codes(scrim: percent) == [])
        #expect(codes(scrim: percent - 1) == ["text-low-contrast"])
    }

    @Test func coloursThatOnlyDifferInHueAreLostOnSome() {
        // A red that is light enough for most is dark for people who see no red.
        var stage = Stage(ground: Color(0x00_0000))
        stage.text(x: 40, y: 120, size: 60, color: Color(0xE0_0000))
        #expect(stage.codes == ["text-indistinct"])
    }
}
