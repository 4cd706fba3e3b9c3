import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLayout
import BlueHeartPixels
import BlueHeartRaster
import Testing

@testable import BlueHeartSight

@Suite struct FlatBackgroundTests {
    /// What is known of the stage's text without a look at pixels.
    private func known(_ stage: Stage) -> Edges? {
        let laidOut = stage.laidOut
        let rasterizer = Rasterizer(glyphs: BlockGlyphs())
        var ground = FlatBackground(laidOut.displayList, rasterizer)
        let report = laidOut.texts[0]
        return ground.edges(
            of: report, ink: rasterizer.inkBounds(of: report.runs.map { .glyphs($0) }))
    }

    private func stage(
        _ color: Color = .black, under: [DrawCommand] = [], over: [DrawCommand] = [],
        wrap: ((DrawCommand) -> DrawCommand)? = nil
    ) -> Stage {
        var stage = Stage()
        stage.below += under
        stage.text(x: 40, y: 120, color: color, wrap: wrap)
        stage.commands += over
        return stage
    }

    private func box(_ x: Double, _ width: Double, _ color: Color) -> DrawCommand {
        .fill(
            PathFill(.rect(Rect(x: x, y: 40, width: width, height: 120)), paint: .solid(color)))
    }

    @Test func aTextOnOneColourIsKnownWithoutItsPixels() throws {
        let plain = try #require(known(stage()))
        #expect(plain.places.map { ratio($0.contrast) } == ["20.99:1"])
        let plate = try #require(known(stage(.white, under: [box(20, 300, .black)])))
        #expect(plate.places[0].outside == LinearColor(0, 0, 0))
        #expect(known(stage(over: [box(300, 90, .black)])) != nil, "beside it")
    }

    @Test func whateverElseIsPaintedThereIsLookedAt() {
        #expect(known(stage(under: [box(60, 40, .white)])) == nil, "a box behind half of it")
        #expect(known(stage(under: [box(20, 300, .white.fading(by: 0.5))])) == nil, "a scrim")
        #expect(known(stage(over: [box(60, 2, .white)])) == nil, "a line above")
        #expect(known(stage { .layer(Layer([$0], opacity: 0.9)) }) == nil, "a group")
        var clear = stage()
        clear.below = []
        #expect(known(clear) == nil, "no ground")
    }

    @Test func aTextThatMightBeLostIsLookedAt() {
        #expect(known(stage(Color(0x80_8080))) == nil)
        #expect(known(stage(Color(0xFF_1111), under: [box(20, 300, Color(0x11_1111))])) == nil)
    }
}
