import BlueHeartFormats
import BlueHeartPixels
import Testing

@testable import BlueHeartCodecs

@Suite struct JPEGRoundTripTests {
    @Test func aPhotographComesBackNearly() throws {
        let picture = Pictures.gradient(width: 120, height: 90)
        let file = try encode(picture, as: EncodeOptions(format: .jpeg, quality: 90))
        let decoded = try decodeImage(file.bytes)
        #expect(decoded.header.format == .jpeg)
        // Quality 90 moves a channel by 1 or 2 of 255 in the mean.
        #expect(decoded.bitmap.meanDifference(to: picture) < 3)
    }

    @Test func aTranslucentPictureIsPutOnWhite() throws {
        let clear = Bitmap(width: 16, height: 16)
        let file = try encode(clear, as: EncodeOptions(format: .jpeg))
        #expect(try decodeImage(file.bytes).bitmap.pixels.allSatisfy { $0 == 0xFFFF_FFFF })
        // Rows that are opaque stand between such that are not.
        var mixed = Pictures.translucent()
        for column in 0..<mixed.width { mixed[column, 5] = 0xFF20_4080 }
        let paper = Bitmap(
            width: mixed.width, height: mixed.height,
            pixels: mixed.pixels.map { $0 &+ (255 - $0 >> 24) &* 0x0101_0101 })
        let options = EncodeOptions(format: .jpeg)
        #expect(try encode(mixed, as: options).bytes == encode(paper, as: options).bytes)
    }

    @Test func theQualityFitsTheBudget() throws {
        let picture = Pictures.noise(width: 100, height: 100)
        let free = try encode(picture, as: EncodeOptions(format: .jpeg))
        let budget = free.bytes.count * 3 / 4
        let file = try encode(picture, as: EncodeOptions(format: .jpeg, maxBytes: budget))
        #expect(file.bytes.count <= budget)
        guard case .jpeg(let quality, _) = file.coding else { return }
        let better = try encode(picture, as: EncodeOptions(format: .jpeg, quality: quality + 1))
        #expect(better.bytes.count > budget)
    }

    @Test func aBudgetThatCannotBeMetSaysHowFarOff() {
        #expect {
            try encode(Pictures.noise(), as: EncodeOptions(format: .jpeg, maxBytes: 500))
        } throws: { error in
            guard case .overBudget(let smallest, 500) = error as? EncodeError else { return false }
            return smallest > 500
        }
    }
}
