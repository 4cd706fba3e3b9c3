import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels
import BlueHeartRaster
import Testing

@Suite struct CoverageOfCommandsTests {
    private let card = PixelRect(x: 0, y: 0, width: 40, height: 20)
    private let square = Path.rect(Rect(x: 4, y: 4, width: 10, height: 10))

    private func coverage(_ commands: [DrawCommand]) -> Mask {
        Rasterizer(glyphs: SquareGlyphs()).coverage(of: commands, in: card)
    }

    private func value(_ mask: Mask, _ x: Int, _ y: Int) -> UInt8 {
        let place = PixelRect(x: x, y: y, width: 1, height: 1)
        guard mask.bounds.contains(place) else { return 0 }
        return mask.values[mask.range(x: x, y: y, count: 1).lowerBound]
    }

    @Test func aFaintPaintCoversAsABlackOneDoes() {
        let faint = PathFill(square, paint: .solid(Color.white.fading(by: 0.1)))
        let mask = coverage([.fill(faint)])
        #expect(value(mask, 8, 8) == 255)
        #expect(value(mask, 20, 8) == 0)
    }

    @Test func glyphsCoverAsTheyArePaintedAndAddUp() {
        let run = GlyphRun(
            font: FontID(index: 0), fontSize: 16,
            glyphs: [2.5, 10.5].map { .init(id: 1, position: Point(x: $0, y: 12)) },
            paint: .solid(.black), text: "■■")
        let mask = coverage([.glyphs(run)])
        let picture = painted([.glyphs(run)], width: 40, height: 20)
        for y in 0..<20 {
            for x in 0..<40 { #expect(value(mask, x, y) == UInt8(picture[x, y] >> 24)) }
        }
    }

    /// Glyphs that are masks, and glyphs that are filled as paths; parts of both lie off the card.
    @Test(arguments: [16.0, 230], 1...7)
    func someRowsOfGlyphsAreThoseOfTheWhole(fontSize: Double, step: Int) {
        let rasterizer = Rasterizer(glyphs: SquareGlyphs())
        let run = GlyphRun(
            font: FontID(index: 0), fontSize: fontSize,
            glyphs: [-3.25, 10.5].map { .init(id: 1, position: Point(x: $0, y: 17)) },
            paint: .solid(.black), text: "■■")
        let bounds = PixelRect(x: 1, y: 2, width: 37, height: 17)
        let whole = rasterizer.coverage(of: [.glyphs(run)], over: bounds)
        let rows = rasterizer.coverage(of: [run], over: bounds, everyRow: step)
        #expect(
            rows.values.contains(255) && rows.values == CoveredRows(of: whole, step: step).values)
        #expect((0..<rows.count).map(rows.y) == Array(stride(from: 2 + step / 2, to: 19, by: step)))
        for index in 0..<rows.count {
            let range = whole.range(x: 1, y: rows.y(of: index), count: 37)
            #expect(rows.values[rows.range(of: index)] == whole.values[range])
        }
    }

    @Test func aClipCutsAndAShadowCountsForNothing() {
        let fill = DrawCommand.fill(PathFill(square, paint: .solid(.black)))
        let left = Layer.Clip(.rect(Rect(x: 0, y: 0, width: 9, height: 20)))
        let shadow = Shadow(color: .black, offset: Point(x: 12, y: 0), sigma: 0)
        let mask = coverage([.layer(Layer([fill], clip: left, effects: [.dropShadow(shadow)]))])
        #expect(value(mask, 6, 8) == 255)
        #expect(value(mask, 11, 8) == 0)
        #expect(value(mask, 18, 8) == 0)
    }

    @Test func whatLiesOutsideTheCardIsLeftOut() {
        let far = Path.rect(Rect(x: 30, y: -10, width: 1_000, height: 20))
        let mask = coverage([.fill(PathFill(far, paint: .solid(.black)))])
        #expect(mask.bounds == PixelRect(x: 30, y: 0, width: 10, height: 10))
    }
}
