import Drawing
import Geometry
import Pixels
import Raster
import Testbench
import Testing

@Suite struct SceneTests {
    @Test(arguments: UInt64(0)..<24)
    func noChannelComesAboveItsAlpha(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let commands = (0..<6).map { _ in random.command() }
        let picture = painted(commands, width: 64, height: 64)
        #expect(picture.pixels.allSatisfy(isPremultiplied), "seed \(seed)")
    }

    @Test(arguments: UInt64(0)..<16)
    func opaqueWhiteOverWhiteIsWhite(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var commands = [whiteCard]
        for _ in 0..<4 {
            commands.append(.fill(PathFill(random.path(), paint: .solid(.white))))
            commands.append(
                .layer(
                    Layer(
                        [whiteCard], opacity: random.number(in: 0...1),
                        clip: .init(random.path()), mask: [random.command(depth: 2)])))
        }
        let picture = painted(commands, width: 64, height: 64)
        #expect(picture.pixels.allSatisfy { $0 == ~0 }, "seed \(seed)")
    }

    /// A batch of cards that begin alike, in an order that shares more and less.
    @Test(arguments: UInt64(0)..<8)
    func cardsAreTheSameWhateverWasPaintedBefore(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let shared = (0..<5).map { _ in random.command() }
        let batch = Rasterizer(glyphs: SquareGlyphs())
        for length in [5, 5, 5, 3, 5, 0, 2, 2, 4, 4, 4] {
            let commands = shared.prefix(length) + [random.command(), random.command()]
            let list = DisplayList(
                widthInPixels: 64, heightInPixels: 48, commands: Array(commands))
            let alone = Rasterizer(glyphs: SquareGlyphs()).rasterize(list)
            #expect(batch.rasterize(list) == alone, "seed \(seed)")
            #expect(batch.rasterize(list) == alone, "seed \(seed), a second time")
            #expect(batch.rasterize(list) == alone, "seed \(seed), a third time")
        }
    }

    @Test func anotherSizeBeginsAnew() {
        let batch = Rasterizer(glyphs: SquareGlyphs())
        for side in [8, 16, 8, 8, 16] {
            let list = DisplayList(widthInPixels: side, heightInPixels: 4, commands: [whiteCard])
            #expect(batch.rasterize(list).pixels == [UInt32](repeating: ~0, count: side * 4))
        }
    }
}
