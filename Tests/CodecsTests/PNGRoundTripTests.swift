import Pixels
import Testing

@testable import Codecs

@Suite struct PNGRoundTripTests {
    @Test(arguments: EncodeEffort.allCases)
    func everyKindOfPictureComesBackUnchanged(effort: EncodeEffort) throws {
        let pictures: [(Bitmap, PNGColor)] = [
            (Pictures.gradient(), .rgb), (Pictures.noise(), .rgb), (Pictures.grays(), .gray),
            (Pictures.colors(2), .palette(bits: 1)), (Pictures.colors(4), .palette(bits: 2)),
            (Pictures.colors(16), .palette(bits: 4)), (Pictures.colors(200), .palette(bits: 8)),
            (Pictures.gradient(width: 1, height: 400), .rgb),
        ]
        for (picture, color) in pictures {
            let file = try encode(picture, as: EncodeOptions(format: .png, effort: effort))
            #expect(file.coding == .png(color, isReduced: false))
            #expect(try decodeImage(file.bytes).bitmap == picture)
        }
    }

    @Test func translucentPixelsComeBackUnchanged() throws {
        let picture = Pictures.translucent()
        let file = try encode(picture, as: EncodeOptions(format: .png))
        #expect(file.coding == .png(.rgba, isReduced: false))
        #expect(try decodeImage(file.bytes).bitmap == picture)
    }

    @Test func aTranslucentPaletteComesBackUnchanged() throws {
        let picture = Bitmap(width: 30, height: 20) { x, _ in
            [0xFF00_00FF, 0, 0x8000_8000, 0x4010_2030][x % 4]
        }
        let file = try encode(picture, as: EncodeOptions(format: .png))
        #expect(file.coding == .png(.palette(bits: 2), isReduced: false))
        #expect(try decodeImage(file.bytes).bitmap == picture)
    }

    /// Widths around the 4 pixels and the 16 samples of one step.
    @Test(arguments: 1...40)
    func everyWidthComesBackUnchanged(width: Int) throws {
        for picture in [Pictures.noise(width: width, height: 30), Pictures.gradient(width: width)] {
            for effort in [EncodeEffort.fast, .default] {
                let file = try encode(picture, as: EncodeOptions(format: .png, effort: effort))
                #expect(try decodeImage(file.bytes).bitmap == picture)
            }
        }
    }

    @Test func anEncoderForgetsWhatItEncodedBefore() throws {
        let encoder = PNGEncoder()
        let options = EncodeOptions(format: .png, effort: .fast)
        let alone = try encode(Pictures.gradient(), as: options)
        _ = try encode(Pictures.noise(width: 300, height: 200), as: options, with: encoder)
        #expect(try encode(Pictures.gradient(), as: options, with: encoder) == alone)
    }
}
