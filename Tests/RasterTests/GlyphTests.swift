import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels
import Testing

@Suite struct GlyphTests {
    private func run(
        _ positions: [Double], id: UInt32 = 1, size: Double = 16, color: Color = .black,
        transform: Transform = .identity
    ) -> GlyphRun {
        GlyphRun(
            font: FontID(index: 0), fontSize: size,
            glyphs: positions.map { .init(id: id, position: Point(x: $0, y: 12)) },
            paint: .solid(color), transform: transform, text: "■")
    }

    @Test func aGlyphStandsOnItsBaseline() {
        let picture = painted([.glyphs(run([2]))])
        for y in 0..<16 {
            for x in 0..<16 {
                let isInside = (2..<10).contains(x) && (4..<12).contains(y)
                #expect(picture[x, y] == (isInside ? 0xFF00_0000 : 0))
            }
        }
    }

    @Test(arguments: [0.0, 0.25, 0.5, 0.75])
    func quartersOfAPixelAreKept(shift: Double) {
        let picture = painted([.glyphs(run([2 + shift]))])
        #expect(abs(Double(picture[2, 8] >> 24) / 255 - (1 - shift)) < 0.006)
        #expect(abs(Double(picture[10, 8] >> 24) / 255 - shift) < 0.006)
    }

    @Test func lettersThatTouchOrOverlapShowNoSeam() {
        let color = Color(red: 0, green: 0, blue: 0, alpha: 0.5)
        let picture = painted([.glyphs(run([1.5, 5.25, 9.5], color: color))])
        #expect((3..<15).allSatisfy { picture[$0, 8] == 0x8000_0000 })
    }

    /// A quarter is level 32, twice that level 64: 129, where the bytes of both make 128.
    @Test func lettersThatMeetInAPixelAddUpToALevel() {
        let picture = painted([.glyphs(run([2.25, 10.75]))])
        #expect(picture[10, 8] == 0x8100_0000)
    }

    @Test func largeAndTurnedLettersAreFilledAsPaths() {
        let turn = Transform.rotation(Angle(degrees: 90)).around(Point(x: 8, y: 8))
        let turned = painted([.glyphs(run([2], transform: turn))])
        #expect(turned.pixels.filter { $0 == 0xFF00_0000 }.count == 64)
        let large = painted(
            [.glyphs(run([2], size: 240))], width: 160, height: 16)
        #expect(large.pixels.filter { $0 == 0xFF00_0000 }.count == 120 * 12)
    }

    @Test func aPictureGlyphKeepsItsColours() {
        let picture = painted([.glyphs(run([2], id: 2))])
        #expect(picture[4, 6] == 0xFF00_00FF)
        #expect(picture[12, 6] == 0)
    }

    @Test func anOutlineLiesBelowTheFill() {
        var glyphs = run([4], color: .white)
        glyphs.outline = .init(stroke: Stroke(width: 4), paint: .solid(.black))
        let picture = painted([.glyphs(glyphs)])
        #expect(picture[8, 8] == ~0)
        #expect(picture[3, 8] == 0xFF00_0000)
        #expect(picture[4, 8] == ~0)
    }
}
