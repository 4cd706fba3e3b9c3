import BlueHeartGeometry
import BlueHeartPixels
import Testing

@testable import BlueHeartCodecs

/// Files of 13 x 9 px whose samples follow a formula; see `make.py` beside them.
@Suite struct DecodePNGTests {
    /// A sample of the formula, coded in so many bits and widened to 8 again.
    private static func sample(_ x: Int, _ y: Int, _ channel: Int, bits: Int) -> UInt32 {
        let values = [x * 19 + 8, y * 28 + 5, (x ^ y) * 16 + 3, 255 - x * 17]
        let value = (values[channel] % 256 + 256) % 256
        let top = 1 << bits - 1
        return UInt32((Double(value * top / 255) * 255 / Double(top)).rounded())
    }

    private static func picture(_ pixel: (Int, Int) -> UInt32) -> Bitmap {
        Bitmap(width: 13, height: 9, pixel)
    }

    @Test(arguments: [1, 2, 4, 8, 16])
    func grayOfEveryDepth(bits: Int) throws {
        let expected = Self.picture { x, y in
            0xFF00_0000 | Self.sample(x, y, 0, bits: bits) * 0x1_0101
        }
        #expect(try decodeImage(file("gray-\(bits).png")).bitmap == expected)
    }

    private static func rgb(_ x: Int, _ y: Int, bits: Int = 8) -> UInt32 {
        sample(x, y, 0, bits: bits) | sample(x, y, 1, bits: bits) << 8
            | sample(x, y, 2, bits: bits) << 16
    }

    @Test(arguments: ["rgb-8", "rgb-16", "rgb-8-interlaced"])
    func colors(name: String) throws {
        let expected = Self.picture { 0xFF00_0000 | Self.rgb($0, $1) }
        #expect(try decodeImage(file(name + ".png")).bitmap == expected)
    }

    @Test(arguments: ["rgba-8", "rgba-16", "rgba-16-interlaced"])
    func colorsWithAlphaArePremultiplied(name: String) throws {
        let expected = Self.picture { x, y in
            premultiplied(Self.rgb(x, y) | Self.sample(x, y, 3, bits: 8) << 24)
        }
        #expect(try decodeImage(file(name + ".png")).bitmap == expected)
    }

    @Test(arguments: [8, 16])
    func grayWithAlphaIsPremultiplied(bits: Int) throws {
        let expected = Self.picture { x, y in
            premultiplied(
                Self.sample(x, y, 0, bits: 8) * 0x1_0101 | Self.sample(x, y, 3, bits: 8) << 24)
        }
        #expect(try decodeImage(file("gray-alpha-\(bits).png")).bitmap == expected)
    }

    @Test(arguments: ["palette-1", "palette-2", "palette-4", "palette-8", "palette-4-interlaced"])
    func palettes(name: String) throws {
        let count = ["palette-1": 2, "palette-2": 4, "palette-8": 200][name] ?? 16
        let expected = Self.picture { x, y in
            let number = (y * 13 + x) % count
            return Pictures.opaque(number, 255 - number, number * 7 % 256)
        }
        #expect(try decodeImage(file(name + ".png")).bitmap == expected)
    }

    @Test func aPaletteWithAlpha() throws {
        let bitmap = try decodeImage(file("palette-4-clear.png")).bitmap
        #expect(bitmap.pixels.prefix(5).map { $0 >> 24 } == [0, 128, 255, 64, 255])
        #expect(bitmap[0, 0] == 0)
        #expect(bitmap[1, 0] == premultiplied(0x8007_FE01))
    }

    /// Read row by row, in turns where it is interlaced: the same as whole and then made smaller.
    @Test(
        arguments: [
            "gray-1", "rgb-8", "rgb-8-interlaced", "rgb-8-key", "rgba-8", "rgba-16-interlaced",
            "palette-4-clear", "palette-4-interlaced",
        ], [(2, Size(width: 3, height: 2)), (4, Size(width: 1, height: 1))])
    func aSmallShowingGetsTheMeansOfBlocks(name: String, shrinking: (side: Int, Size)) throws {
        let whole = try decodeImage(file(name + ".png")).bitmap
        let small = try decodeImage(file(name + ".png"), covering: shrinking.1).bitmap
        let expected = means(of: whole, side: shrinking.side)
        #expect(small.width == expected.width && small.height == expected.height)
        for (found, mean) in zip(small.pixels, expected.pixels) {
            for shift in [0, 8, 16, 24] as [UInt32] {
                // Colours are kept by their alpha in whole numbers.
                let difference = Int(found >> shift & 0xFF) - Int(mean >> shift & 0xFF)
                #expect(abs(difference) <= 1)
            }
        }
    }

    @Test func theKeyColorIsClear() throws {
        let bitmap = try decodeImage(file("rgb-8-key.png")).bitmap
        #expect(bitmap[0, 0] == 0)
        #expect(bitmap[1, 0] == 0xFF00_0000 | Self.rgb(1, 0))
    }
}

/// Of blocks with `side` pixels a side, rounded to nearest; the last ones may be smaller.
private func means(of bitmap: Bitmap, side: Int) -> Bitmap {
    let width = (bitmap.width + side - 1) / side
    let height = (bitmap.height + side - 1) / side
    return Bitmap(width: width, height: height) { x, y in
        let columns = (x * side)..<min((x + 1) * side, bitmap.width)
        let rows = (y * side)..<min((y + 1) * side, bitmap.height)
        let block = rows.flatMap { y in columns.map { bitmap[$0, y] } }
        return [0, 8, 16, 24].reduce(UInt32(0)) { mean, shift in
            let sum = block.reduce(0) { $0 + Int($1 >> shift & 0xFF) }
            return mean | UInt32((sum + block.count / 2) / block.count) << shift
        }
    }
}

@Suite struct ColorProfileTests {
    /// The profile has red and green in each other's place.
    @Test(arguments: ["rgb-8-profile.png", "profile.webp"])
    func aProfileIsApplied(name: String) throws {
        let plain = name.hasSuffix("png") ? "rgb-8.png" : "lossless.webp"
        let decoded = try decodeImage(file(name))
        let expected = try decodeImage(file(plain)).bitmap.pixels.map {
            $0 & 0xFFFF_0000 | $0 >> 8 & 0xFF | ($0 & 0xFF) << 8
        }
        #expect(decoded.notes.isEmpty)
        let turned = Bitmap(
            width: decoded.bitmap.width, height: decoded.bitmap.height, pixels: expected)
        // A gamma of 2.2 is near sRGB's curve, but for the darkest colours; not turned it is 30.
        #expect(decoded.bitmap.meanDifference(to: turned) < 3)
    }

    @Test func aJPEGsProfileIsApplied() throws {
        let pixel = try decodeImage(file("profile.jpg")).bitmap[4, 4]
        #expect(abs(Int(pixel & 0xFF) - 30) <= 8 && abs(Int(pixel >> 8 & 0xFF) - 200) <= 4)
    }

    @Test(arguments: ["rgb-8-broken-profile.png", "rgb-8-gray-profile.png"])
    func aProfileOfNoUseIsNotedAndPassedOver(name: String) throws {
        let decoded = try decodeImage(file(name))
        let expected: ImageNote = name.contains("broken") ? .brokenProfile : .unfitProfile
        #expect(decoded.notes == [expected])
        #expect(decoded.bitmap == (try decodeImage(file("rgb-8.png")).bitmap))
    }

    /// Half of the light is 188 in sRGB.
    ///
    /// Source: IEC 61966-2-1.
    @Test(arguments: ["gray-8-profile.png", "rgb-8-linear.png"])
    func linearSamplesBecomeLighter(name: String) throws {
        let decoded = try decodeImage(file(name))
        // Red at column 6 is 6 * 19 + 8 = 122: (122 / 255) ^ (1 / 2.4) * 1.055 - 0.055 is 0.723.
        #expect(decoded.notes.isEmpty)
        #expect(abs(Int(decoded.bitmap[6, 0] & 0xFF) - 184) <= 1)
    }

    @Test func displayP3ByCodePointsIsWiderThanSRGB() throws {
        let plain = try decodeImage(file("rgb-8.png")).bitmap
        let wide = try decodeImage(file("rgb-8-display-p3.png")).bitmap
        // A strong red becomes stronger; there is no grey in the picture to stay.
        #expect(wide[12, 1] & 0xFF > plain[12, 1] & 0xFF)
    }
}
