import BlueHeartFormats
import BlueHeartPixels
import Testing

@testable import BlueHeartCodecs

@Suite struct ImageLimitTests {
    private func allows(_ check: () throws(ImageError) -> Void) -> Bool {
        do {
            try check()
            return true
        } catch { return false }
    }

    /// As docs/http.md promises them.
    @Test func photosOfThePublicHaveTheirLimits() {
        let limits = ImageLimits.upload
        #expect(allows { () throws(ImageError) in try limits.check(byteCount: 8 << 20) })
        #expect(!allows { () throws(ImageError) in try limits.check(byteCount: 8 << 20 + 1) })
        #expect(allows { () throws(ImageError) in try limits.check(width: 8_000, height: 5_000) })
        #expect(!allows { () throws(ImageError) in try limits.check(width: 8_000, height: 5_001) })
        #expect(allows { () throws(ImageError) in try limits.check(scans: 100) })
        #expect(!allows { () throws(ImageError) in try limits.check(scans: 101) })
        #expect(limits.memory == 136 << 20)
    }

    @Test func aSideHasALimitWhateverTheArea() {
        let limits = ImageLimits(bytes: 1, pixels: 1_000_000, side: 1_000)
        #expect(allows { () throws(ImageError) in try limits.check(width: 1_000, height: 1_000) })
        #expect(!allows { () throws(ImageError) in try limits.check(width: 1_001, height: 1) })
        #expect(!allows { () throws(ImageError) in try limits.check(width: 1, height: 1_001) })
        #expect(!allows { () throws(ImageError) in try limits.check(width: 0, height: 1) })
    }

    /// A quarter and half of the runs repeat.
    @Test(arguments: [(1, false), (2, true)])
    func aPictureIsDrawnWhereTwoOfFiveRunsRepeat(flatBlocks: Int, isDrawn: Bool) {
        let noise = Pictures.noise(width: 512, height: 40)
        let picture = Bitmap(width: 512, height: 40) { x, y in
            x / 128 < flatBlocks ? 0xFF20_4060 : noise[x, y]
        }
        #expect(looksLikeGraphics(picture) == isDrawn)
    }

    /// Below it a card looks broken, and the budget is an error.
    @Test func noBudgetMakesAJPEGOfLessThanQuality40() throws {
        let picture = Pictures.noise(width: 100, height: 100)
        let worst = try encode(picture, as: EncodeOptions(format: .jpeg, quality: 10))
        guard case .jpeg(let quality, _) = worst.coding else { return }
        #expect(quality == 40)
        let budget = worst.bytes.count - 1
        #expect(throws: EncodeError.overBudget(smallest: worst.bytes.count, limit: budget)) {
            try encode(picture, as: EncodeOptions(format: .jpeg, maxBytes: budget))
        }
    }
}
