import BlueHeartPixels
import BlueHeartTestbench
import Testing

@Suite struct KernelTests {
    /// Lengths around the eight pixels of one step, so that the tail is met at every length.
    static let lengths = 1...19

    /// A seeded row of premultiplied pixels.
    static func row(_ count: Int, seed: UInt64) -> [UInt32] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { _ in random.pixel() }
    }

    static func coverage(_ count: Int, seed: UInt64) -> [UInt8] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { _ in
            let value = random.next()
            return value & 3 == 0 ? 0 : value & 3 == 1 ? 255 : UInt8(truncatingIfNeeded: value >> 8)
        }
    }

    static func surface(_ row: [UInt32]) -> Surface {
        Surface(bounds: PixelRect(x: 5, y: 7, width: row.count, height: 1), pixels: row)
    }

    @Test func scalingIsExactForEveryInput() {
        for value in UInt32(0)...255 {
            for weight in UInt32(0)...255 {
                let exact = UInt32((Double(value * weight) / 255).rounded())
                #expect(scaled(value, by: weight) == exact)
                let pixel = scaledPixel(value * 0x0101_0101, by: weight)
                #expect(pixel == exact * 0x0101_0101)
            }
        }
    }

    @Test func lanesScaleExactlyForEveryInput() {
        let weights = [UInt8](0...255)
        for value in UInt32(0)...255 {
            let surface = Self.surface([UInt32](repeating: value * 0x0101_0101, count: 256))
            surface.fade(through: weights.span, x: 5, y: 7)
            #expect(surface.pixels == weights.map { scaled(value, by: UInt32($0)) * 0x0101_0101 })
        }
    }

    /// Around the 4,096 pixels of one piece.
    @Test(arguments: [0, 1, 4_095, 4_096, 4_097, 8_192, 9_000])
    func aNewSurfaceIsOfItsColourToTheLastPixel(count: Int) {
        let surface = Surface(
            bounds: PixelRect(x: 5, y: 7, width: count, height: 1), filledWith: 0xFF10_2030)
        #expect(surface.pixels == [UInt32](repeating: 0xFF10_2030, count: count))
    }

    @Test(arguments: lengths, [UInt32(0xFF10_2030), 0x8040_2010, 0])
    func aColourOverARowAgreesWithTheScalar(count: Int, color: UInt32) {
        let row = Self.row(count, seed: 1)
        let surface = Self.surface(row)
        surface.sourceOver(color, x: 5, y: 7, count: count)
        #expect(surface.pixels == row.map { over(color, $0) })
    }

    @Test(arguments: lengths, [UInt32(0xFF10_2030), 0x8040_2010])
    func aColourThroughCoverageAgreesWithTheScalar(count: Int, color: UInt32) {
        let (row, mask) = (Self.row(count, seed: 2), Self.coverage(count, seed: 3))
        let surface = Self.surface(row)
        surface.sourceOver(color, through: mask.span, x: 5, y: 7)
        let expected = zip(row, mask).map { over(scaledPixel(color, by: UInt32($1)), $0) }
        #expect(surface.pixels == expected)
    }

    @Test(arguments: lengths)
    func pixelsOverARowAgreeWithTheScalar(count: Int) {
        let (row, source) = (Self.row(count, seed: 4), Self.row(count, seed: 5))
        let mask = Self.coverage(count, seed: 6)
        let plain = Self.surface(row)
        plain.sourceOver(source.span, x: 5, y: 7)
        #expect(plain.pixels == zip(source, row).map { over($0, $1) })
        let covered = Self.surface(row)
        covered.sourceOver(source.span, through: mask.span, x: 5, y: 7)
        let fronts = zip(source, mask).map { scaledPixel($0, by: UInt32($1)) }
        #expect(covered.pixels == zip(fronts, row).map { over($0, $1) })
        let weighted = Self.surface(row)
        weighted.sourceOver(source.span, weight: 77, x: 5, y: 7)
        #expect(weighted.pixels == zip(source, row).map { over(scaledPixel($0, by: 77), $1) })
    }

    @Test(arguments: lengths)
    func fadingAgreesWithTheScalar(count: Int) {
        let (row, mask) = (Self.row(count, seed: 7), Self.coverage(count, seed: 8))
        let surface = Self.surface(row)
        surface.fade(through: mask.span, x: 5, y: 7)
        #expect(surface.pixels == zip(row, mask).map { scaledPixel($0, by: UInt32($1)) })
    }

    @Test(arguments: lengths)
    func theAlphaOfARowIsItsPixels(count: Int) {
        let row = Self.row(count, seed: 17)
        #expect(Self.surface(row).alpha.values == row.map { UInt8($0 >> 24) })
    }

    @Test(arguments: lengths)
    func addedCoverageStopsAtTheWhole(count: Int) {
        let (one, other) = (Self.coverage(count, seed: 9), Self.coverage(count, seed: 10))
        var mask = Mask(
            bounds: PixelRect(x: -3, y: 2, width: count, height: 1), values: one)
        mask.add(other.span, x: -3, y: 2)
        #expect(mask.values == zip(one, other).map { UInt8(min(255, Int($0) + Int($1))) })
    }

    @Test(arguments: lengths, ChannelBlend.allCases)
    func blendedRowsAgreeWithTheScalar(count: Int, mode: ChannelBlend) {
        let (row, source) = (Self.row(count, seed: 14), Self.row(count, seed: 15))
        let mask = Self.coverage(count, seed: 16)
        let surface = Self.surface(row)
        surface.blend(source.span, by: mode, through: mask.span, x: 5, y: 7)
        let fronts = zip(source, mask).map { scaledPixel($0, by: UInt32($1)) }
        #expect(surface.pixels == zip(fronts, row).map { mode.blended($0, $1) })
        #expect(surface.pixels.allSatisfy(isPremultiplied))
    }

    /// Black and white, clear and opaque: the ends of all 16-bit lanes.
    @Test(arguments: ChannelBlend.allCases)
    func theEndsOfBlendedRowsAgreeWithTheScalar(mode: ChannelBlend) {
        let ends: [UInt32] = [
            0, 0xFF00_0000, ~0, 0x8080_8080, 0x8000_0000, 0x0101_0101, 0xFF00_FF7F,
        ]
        for front in ends {
            let surface = Self.surface(ends + ends)
            let source = [UInt32](repeating: front, count: 14)
            let mask = [UInt8](repeating: 255, count: 14)
            surface.blend(source.span, by: mode, through: mask.span, x: 5, y: 7)
            #expect(surface.pixels == (ends + ends).map { mode.blended(front, $0) })
        }
    }

    @Test func opaqueWhiteOverAnythingIsWhite() {
        for coverage in UInt8.min...UInt8.max {
            let surface = Self.surface([UInt32](repeating: ~0, count: 9))
            let mask = [UInt8](repeating: coverage, count: 9)
            surface.sourceOver(~0, through: mask.span, x: 5, y: 7)
            #expect(surface.pixels.allSatisfy { $0 == ~0 })
        }
    }

    @Test func noChannelComesAboveItsAlpha() {
        let (row, mask) = (Self.row(4096, seed: 11), Self.coverage(4096, seed: 12))
        let surface = Self.surface(row)
        surface.sourceOver(Self.row(4096, seed: 13).span, through: mask.span, x: 5, y: 7)
        #expect(surface.pixels.allSatisfy(isPremultiplied))
    }

    @Test func aRunThatLeavesTheSurfaceTraps() async {
        await #expect(processExitsWith: .failure) {
            Surface(bounds: PixelRect(x: 0, y: 0, width: 4, height: 4)).sourceOver(
                1, x: 2, y: 0, count: 3)
        }
    }
}

extension SplitMix64 {
    mutating func pixel() -> UInt32 {
        let bits = next()
        let alpha = bits & 7 == 0 ? 255 : UInt32(truncatingIfNeeded: bits >> 8 & 255)
        let color = UInt32(truncatingIfNeeded: bits >> 16) | 0xFF00_0000
        return scaledPixel(color, by: alpha)
    }
}

func isPremultiplied(_ pixel: UInt32) -> Bool {
    let alpha = pixel >> 24
    return pixel & 255 <= alpha && pixel >> 8 & 255 <= alpha && pixel >> 16 & 255 <= alpha
}
