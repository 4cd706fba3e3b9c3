import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels
import BlueHeartRaster
import BlueHeartTestbench
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

    /// Small things on a common ground, of which one comes, goes or changes from card to card.
    @Test(arguments: UInt64(0)..<12)
    func aPartThatChangesLeavesTheRestAsItWas(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let ground = [whiteCard, random.command()]
        var small = (0..<6).map { _ in random.smallCommand() }
        let batch = Rasterizer(glyphs: SquareGlyphs())
        var pictures: [(kept: Bitmap, alone: Bitmap)] = []
        for _ in 0..<16 {
            let index = Int(random.next() % UInt64(small.count))
            switch random.next() % 6 {
            case 0: small.insert(random.smallCommand(), at: index)
            case 1 where small.count > 1: small.remove(at: index)
            case 2: break
            default: small[index] = random.smallCommand()
            }
            let list = DisplayList(
                widthInPixels: 64, heightInPixels: 64, commands: ground + small)
            let alone = Rasterizer(glyphs: SquareGlyphs()).rasterize(list)
            pictures.append((batch.rasterize(list), alone))
        }
        #expect(pictures.allSatisfy { $0.kept == $0.alone }, "seed \(seed)")
    }

    /// A ground that hides all is not laid over transparent pixels; one that does not still is.
    @Test(
        arguments: [
            (Rect(x: 0, y: 0, width: 16, height: 16), 0xFFFF_FFFF),
            (Rect(x: -3.5, y: -2, width: 40, height: 30), 0xFFFF_FFFF),
            (Rect(x: 0, y: 0, width: 16, height: 15.5), 0x8181_8181),
            (Rect(x: 0, y: 0, width: 16, height: 12), 0),
        ] as [(Rect, UInt32)])
    func aGroundCoversWhatItReaches(rect: Rect, corner: UInt32) {
        let picture = painted([fill(rect, .white)])
        #expect(picture[0, 0] == ~0)
        #expect(picture[15, 15] == corner)
    }

    @Test func aTranslucentGroundIsLaidOverNothing() {
        let half = Color(red: 1, green: 1, blue: 1, alpha: 0.5)
        let ground = fill(Rect(x: 0, y: 0, width: 16, height: 16), half)
        #expect(painted([ground]).pixels.allSatisfy { $0 == 0x8080_8080 })
        #expect(painted([ground, ground]).pixels.allSatisfy { $0 == 0xC0C0_C0C0 })
    }

    @Test func anotherSizeBeginsAnew() {
        let batch = Rasterizer(glyphs: SquareGlyphs())
        for side in [8, 16, 8, 8, 16] {
            let list = DisplayList(widthInPixels: side, heightInPixels: 4, commands: [whiteCard])
            #expect(batch.rasterize(list).pixels == [UInt32](repeating: ~0, count: side * 4))
        }
    }
}
