import BlueHeartGeometry
import BlueHeartTestbench
import Testing

@testable import BlueHeartPixels

@Suite struct ResamplingTests {
    @Test(arguments: [(3, 7), (7, 3), (100, 1), (1, 100), (64, 64), (8, 5)])
    func theWeightsOfEverySampleAddUp(length: Int, count: Int) {
        let scale = FilterWeights.Scale(offset: 0, step: Double(length) / Double(count))
        for alignment in [FilterWeights.Alignment.even, .any] {
            let filter = FilterWeights(
                count: count, length: length, scale: scale, filter: .catmullRom,
                alignment: alignment)
            for index in 0..<count {
                let half = filter.width / 2
                let sum = filter.pairs[index * half..<(index + 1) * half].reduce(0) {
                    $0 + Int(Int16(truncatingIfNeeded: $1))
                        + Int(Int16(truncatingIfNeeded: $1 >> 16))
                }
                #expect(sum == 16384)
                #expect(filter.starts[index] >= 0)
                #expect(filter.starts[index] + filter.width <= filter.paddedLength)
            }
        }
    }

    @Test func everyCodeComesBackFromLight() {
        for code in 0...255 {
            let word = Int(PolynomialTransfer.words[code])
            #expect(PolynomialTransfer.codes[word >> PolynomialTransfer.codeShift] == UInt8(code))
            #expect(SRGBTransfer.code(SRGBTransfer.light[code]) == code)
            #expect(abs(SRGBTransfer.encoded(SRGBTransfer.light[code]) * 255 - Double(code)) < 1e-9)
        }
    }

    @Test func theCurveOfPicturesIsNearTheStandards() {
        #expect(Int(PolynomialTransfer.words[255]) == PolynomialTransfer.full)
        for code in 0...255 {
            let light = Double(PolynomialTransfer.words[code]) / Double(PolynomialTransfer.full)
            #expect(abs(light - SRGBTransfer.light[code]) < 0.001, "code \(code)")
        }
    }

    /// Sides around the blocks of a picture that is halved once, twice and more often.
    @Test(arguments: [31, 32, 33, 63, 65, 130])
    func aPictureBecomesMuchSmallerWithoutMoving(side: Int) {
        // Light grows evenly from left to right, so each pixel made has that of its middle.
        let row = (0..<side).map { column in
            UInt32(SRGBTransfer.code((Double(column) + 0.5) / Double(side))) * 0x01_0101
                | 0xFF00_0000
        }
        let picture = Bitmap(
            width: side, height: side, pixels: (0..<side * side).map { row[$0 % side] })
        for count in [3, 5, 7] {
            let axis = Resampler.Axis(
                count: count, scale: .init(offset: 0, step: Double(side) / Double(count)))
            var resampler = Resampler(CroppedImage(picture), columns: axis, rows: axis)
            let pixels = resampler.pixels().pixels
            for index in pixels.indices where (1..<count - 1).contains(index % count) {
                let exact = SRGBTransfer.code((Double(index % count) + 0.5) / Double(count))
                let found = Int(pixels[index] & 255)
                #expect(abs(found - exact) <= 2, "\(count) of \(side), pixel \(index)")
            }
        }
    }

    /// The blur of one step against the Gaussian itself, whose integral the middle row is.
    @Test(arguments: [0.8, 1.5, 3, 4, 7.5, 18, 40])
    func aBlurIsAGaussian(sigma: Double) {
        let (width, height) = (256, 16)
        let margin = 128
        let bounds = PixelRect(x: 0, y: -margin, width: width, height: height + 2 * margin)
        var mask = Mask(bounds: bounds)
        // Half of the plane is covered; far from its ends only the step counts.
        for y in bounds.y..<bounds.endY {
            for index in mask.range(x: 128, y: y, count: 128) { mask.values[index] = 255 }
        }
        let blurred = Blur.blur(mask, sigma: sigma)
        let kernel = (-1280...1280).map { (step: Int) -> Double in
            let distance = (Double(step) + 0.5) / 10
            return DeterministicMath.exponentialDecay(distance * distance / (2 * sigma * sigma))
        }
        let total = kernel.reduce(0, +)
        for x in stride(
            from: max(0, 128 - 3 * Int(sigma)), to: min(200, 128 + 3 * Int(sigma)), by: 3)
        where Double(255 - x) > 3 * sigma {
            // A pixel's centre lies half a pixel right of its number.
            let edge = (128 - (Double(x) + 0.5)) * 10
            let exact =
                zip(-1280...1280, kernel).reduce(0.0) {
                    $0 + (Double($1.0) + 0.5 > edge ? $1.1 : 0)
                } / total * 255
            let value = Double(blurred.values[blurred.range(x: x, y: 8, count: 1).lowerBound])
            #expect(abs(value - exact) <= 1.5, "sigma \(sigma) at \(x): \(value), \(exact)")
        }
    }

    /// Source: IEC 61966-2-1.
    @Test(arguments: [
        (0.03, 0.03 / 12.92), (0.04045, 0.04045 / 12.92), (0.05, 0.003_935_94), (0.5, 0.214_041_1),
        (0.9, 0.787_412_4),
    ])
    func lightIsThatOfTheStandard(coded: Double, light: Double) {
        #expect(abs(SRGBTransfer.decoded(coded) - light) < 1e-6)
    }

    /// The first of 5 x 5 pixels beside a white one; below 0.05 px a blur is none.
    @Test func aSmallBlurIsVisible() {
        var picture = Bitmap(width: 5, height: 5, filledWith: 0xFF00_0000)
        picture[2, 2] = 0xFFFF_FFFF
        func beside(_ sigma: Double) -> UInt32 {
            Blur.blur(picture, sigma: sigma, edge: .extended)[1, 2] & 255
        }
        #expect(beside(0.45) > 5 && beside(0.04) == 0)
    }

    /// A picture is blurred four channels at a time, a mask by itself.
    @Test(arguments: [0.8, 3, 4, 7.5, 18], [5, 64, 131])
    func aPictureIsBlurredAsItsMask(sigma: Double, side: Int) {
        var random = SplitMix64(seed: UInt64(side))
        let bounds = PixelRect(x: 0, y: 0, width: side, height: side + 3)
        let values = (0..<bounds.area).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        let picture = Bitmap(
            width: side, height: side + 3,
            pixels: values.map { scaledPixel(0xFF40_80FF, by: UInt32($0)) })
        let blurred = Blur.blur(picture, sigma: sigma, edge: .transparent)
        let mask = Blur.blur(Mask(bounds: bounds, values: values), sigma: sigma)
        for (pixel, value) in zip(blurred.pixels, mask.values) {
            #expect(abs(Int(pixel >> 24) - Int(value)) <= 1)
            #expect(pixel & 255 == pixel >> 24)
            #expect(pixel >> 8 & 255 <= pixel >> 24 && pixel >> 16 & 255 <= pixel >> 24)
        }
    }
}
