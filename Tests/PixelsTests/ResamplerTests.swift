import BlueHeartTestbench
import Testing

@testable import BlueHeartPixels

/// Resampled pictures against the same in real numbers, pixel by pixel.
@Suite struct ResamplerTests {
    /// A part of a picture of noise, larger and smaller, mirrored and over all its sides.
    @Test(arguments: [0.6, 1, 1.481, 2.6, 3.9, -1.3])
    func aPictureIsResampledAsInRealNumbers(step: Double) {
        let (side, count) = (61, 23)
        let picture = noise(side)
        let scale = FilterWeights.Scale(offset: step < 0 ? 50.3 : -2.7, step: step)
        var resampler = Resampler(
            CroppedImage(picture), columns: .init(count: count, scale: scale),
            rows: .init(count: count, scale: scale))
        let pixels = resampler.pixels().pixels
        let weights = (0..<count).map { realWeights(scale.center(of: $0), scale.step, side) }
        for index in pixels.indices {
            for shift in [UInt32(0), 8, 16] {
                let light = light(
                    of: picture, shift, weights[index % count], weights[index / count])
                let found = Int(pixels[index] >> shift & 255)
                #expect(abs(found - code(light)) <= 1, "pixel \(index)")
            }
        }
    }

    @Test func onePixelThatIsNotOpaqueIsTold() {
        let axis = Resampler.Axis(count: 21, scale: .init(offset: 0, step: 61.0 / 21))
        var picture = noise(61)
        for alpha in [UInt32(0xFF), 0xFE, 0] {
            picture[37, 60] = alpha << 24
            var resampler = Resampler(CroppedImage(picture), columns: axis, rows: axis)
            let (pixels, areOpaque) = resampler.pixels()
            #expect(areOpaque == pixels.allSatisfy { $0 >> 24 == 255 }, "alpha \(alpha)")
        }
    }

    private func noise(_ side: Int) -> Bitmap {
        var random = SplitMix64(seed: 5)
        return Bitmap(
            width: side, height: side,
            pixels: (0..<side * side).map { _ in
                UInt32(truncatingIfNeeded: random.next()) | 0xFF00_0000
            })
    }

    /// The weight of each sample of a row that goes on beyond its ends as at them.
    private func realWeights(_ center: Double, _ step: Double, _ length: Int) -> [Double] {
        let stretch = max(1, abs(step))
        var weights = [Double](repeating: 0, count: length)
        for source in -length..<2 * length {
            weights[max(0, min(source, length - 1))] +=
                Filter.catmullRom.weight((Double(source) - center) / stretch)
        }
        let total = weights.reduce(0, +)
        return weights.map { $0 / total }
    }

    /// Mixed down the columns, then along the row; cut off at black and white after each.
    private func light(
        of picture: Bitmap, _ shift: UInt32, _ across: [Double], _ down: [Double]
    ) -> Double {
        let columns = across.indices.lazy.filter { across[$0] != 0 }
        let sum = columns.reduce(0.0) { sum, x in
            let column = down.indices.reduce(0.0) { column, y in
                let code = Int(picture[x, y] >> shift & 255)
                return down[y] == 0
                    ? column : column + down[y] * Double(PolynomialTransfer.words[code])
            }
            return sum + across[x] * min(max(column, 0), Double(PolynomialTransfer.full))
        }
        return min(max(sum, 0), Double(PolynomialTransfer.full))
    }

    /// The code with the nearest light.
    private func code(_ light: Double) -> Int {
        let distances = PolynomialTransfer.words.map { abs(Double($0) - light) }
        return distances.indices.min { distances[$0] < distances[$1] } ?? 0
    }
}

extension FilterWeights.Scale {
    /// The middle of a sample made, in samples read, counted from the middle of the first.
    fileprivate func center(of index: Int) -> Double { offset + (Double(index) + 0.5) * step - 0.5 }
}
