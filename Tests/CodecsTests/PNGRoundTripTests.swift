import BlueHeartFormats
import BlueHeartPixels
import Testing

@testable import BlueHeartCodecs

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

    @Test(arguments: [(256, PNGColor.palette(bits: 8)), (257, .rgb)])
    func aPaletteHoldsAtMost256Colours(count: Int, color: PNGColor) throws {
        let picture = Bitmap(width: 40, height: 30) { x, y in
            let number = (y * 40 + x) % count
            return Pictures.opaque(number % 256, number / 256, 90)
        }
        let file = try encode(picture, as: EncodeOptions(format: .png))
        #expect(file.coding == .png(color, isReduced: false))
        #expect(try decodeImage(file.bytes).bitmap == picture)
    }

    /// Runs around the 16 pixels of one step, transparent ones among them.
    @Test(arguments: 1...40)
    func runsOfOneColourComeBackUnchanged(length: Int) throws {
        let colors: [UInt32] = [0, 0xFFFF_FFFF, 0xFF3C_1F0A, 0x8000_0000]
        let picture = Bitmap(width: 67, height: 23) { x, y in
            colors[(y * 67 + x) / length % (y > 11 ? 3 : 4)]
        }
        let file = try encode(picture, as: EncodeOptions(format: .png, effort: .fast))
        #expect(try decodeImage(file.bytes).bitmap == picture)
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

/// Bands that are kept from one picture to the next must never show.
@Suite struct BandReuseTests {
    private let options = EncodeOptions(format: .png, effort: .fast)

    /// Tall enough for four bands of 163 rows: drawn, photographed, drawn, photographed.
    private static let ground: Bitmap = {
        let noise = Pictures.noise(width: 400, height: 600)
        return Bitmap(width: 400, height: 600) { x, y in
            y / 163 % 2 == 0 ? Pictures.opaque(y / 4, x / 2, 90) : noise[x, y]
        }
    }()

    /// The picture with some pixels of other colours.
    private func picture(_ places: [(x: Int, y: Int)]) -> Bitmap {
        var picture = Self.ground
        for (x, y) in places { picture[x, y] ^= 0x00FF_FFFF }
        return picture
    }

    @Test func keptBandsGiveTheSameBytesAsFreshOnes() throws {
        let encoder = PNGEncoder()
        let all = (0..<400).map { (x: $0, y: 170) }
        let changes: [[(x: Int, y: Int)]] = [
            [], [], [], [(399, 599)], [(0, 0)], [(7, 162)], [(7, 163)], [(200, 325)], all,
        ]
        for change in changes {
            let card = picture(change)
            let kept = try encode(card, as: options, with: encoder)
            #expect(kept == (try encode(card, as: options)))
        }
        let last = try encode(Self.ground, as: options, with: encoder)
        #expect(try decodeImage(last.bytes).bitmap == Self.ground)
    }

    /// The data of a picture of this size is kept in more memory than a band needs.
    @Test func bandsOfALargePictureAreKept() throws {
        let encoder = PNGEncoder()
        let card = Bitmap(width: 2_400, height: 1_300) { x, y in
            Pictures.opaque(y / 8, x / 16, y / 160)
        }
        let files = try (0..<4).map { _ in try encode(card, as: options, with: encoder) }
        #expect(files.dropFirst().allSatisfy { $0 == files[0] })
        #expect(try decodeImage(files[3].bytes).bitmap == card)
    }

    @Test func picturesOfOtherShapesBetweenDoNotDisturb() throws {
        let encoder = PNGEncoder()
        let cards = [
            Self.ground, Pictures.translucent(width: 60, height: 80),
            Pictures.grays(width: 60, height: 80), Pictures.colors(7, width: 60, height: 80),
            Pictures.colors(8, width: 60, height: 80), Pictures.noise(width: 80, height: 60),
        ]
        for (index, card) in (cards + cards.reversed()).enumerated() {
            let file = try encode(card, as: options, with: encoder).bytes
            let fresh = try encode(card, as: options).bytes
            guard file != fresh else { continue }
            let other = try encode(card, as: options).bytes
            let place = zip(file, fresh).enumerated().first { $1.0 != $1.1 }?.offset
            Issue.record(
                """
                picture \(index): \(file.count) and \(fresh.count) bytes differ from byte \
                \(place ?? -1) on; another fresh encoder agrees with \
                \(other == file ? "the used one" : other == fresh ? "the fresh one" : "neither")
                """)
        }
    }
}
