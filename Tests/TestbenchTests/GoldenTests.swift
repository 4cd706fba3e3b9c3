import BlueHeartPixels
import Testing

@testable import BlueHeartTestbench

@Suite struct GoldenTests {
    @Test func everyPremultipliedChannelComesBackFromTheFile() throws {
        for alpha in UInt32(0)...255 {
            let pixels = (0...alpha).map { alpha << 24 | $0 << 16 | (alpha - $0) << 8 | $0 / 2 }
            let bitmap = Bitmap(width: pixels.count, height: 1, pixels: pixels)
            #expect(try StoredPNG.decode(StoredPNG.encode(bitmap)) == bitmap)
        }
    }

    @Test func rowsBeyondOneStoredBlockComeBack() throws {
        var random = SplitMix64()
        var bitmap = Bitmap(width: 200, height: 150)
        for index in bitmap.pixels.indices {
            bitmap.pixels[index] = 255 << 24 | UInt32.random(in: 0...0xFF_FFFF, using: &random)
        }
        #expect(try StoredPNG.decode(StoredPNG.encode(bitmap)) == bitmap)
    }

    @Test func aCutFileIsRefused() {
        let bytes = StoredPNG.encode(Bitmap(width: 3, height: 2))
        for count in 0..<bytes.count - 12 {
            #expect(throws: StoredPNG.Fault.self) {
                try StoredPNG.decode(Array(bytes.prefix(count)))
            }
        }
    }

    @Test func aGoldenThatIsNotThereFails() {
        withKnownIssue { expectGolden("text", "there is no such golden") }
    }

    @Test func onePixelOfDifferenceIsTold() {
        let expected = Bitmap(width: 4, height: 2, filledWith: 0xFF00_0000)
        var actual = expected
        actual[1, 1] = 0xFF00_0302
        #expect(
            Golden.difference(from: expected, to: actual)
                == "1 of 8 pixels, by 3 at most, the first at x 1, y 1: "
                + "expected #000000ff, found #020300ff")
        #expect(Golden.difference(from: expected, to: expected) == nil)
        #expect(
            Golden.difference(from: expected, to: Bitmap(width: 2, height: 4))
                == "expected 4 x 2 px, found 2 x 4")
    }

    @Test func theFirstLineThatDiffersIsTold() {
        #expect(
            Golden.difference(from: "a\nb\nc", to: "a\nx\nc")
                == "line 2: expected \"b\", found \"x\"")
        #expect(Golden.difference(from: "a\n", to: "a") == "expected 2 lines, found 1")
        // Equal to Swift, not equal in bytes.
        #expect(Golden.difference(from: "\u{E9}", to: "e\u{301}") != nil)
        #expect(Golden.difference(from: "a", to: "a") == nil)
    }
}
