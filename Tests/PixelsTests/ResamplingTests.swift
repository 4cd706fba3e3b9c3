import Testbench
import Testing

@testable import Pixels

@Suite struct ResamplingTests {
    /// Lengths around the 8 and 16 samples of one step.
    @Test(arguments: 1...35)
    func mixedRowsAgreeWithTheScalar(count: Int) {
        var random = SplitMix64(seed: UInt64(count))
        let length = (count + 7) & ~7
        let samples = (0..<length * 6).map { _ in Int16(random.next() >> 49) }
        let weights = (0..<6).map { _ in Int16(truncatingIfNeeded: random.next()) >> 2 }
        let pairs = stride(from: 0, to: 6, by: 2).map {
            UInt32(UInt16(bitPattern: weights[$0]))
                | UInt32(UInt16(bitPattern: weights[$0 + 1])) << 16
        }
        var output = [Int16](repeating: 0, count: length)
        RowMixer.mix(
            samples, at: (0..<6).map { $0 * length }, pairs[...], count: count, into: &output,
            at: 0)
        for index in 0..<count {
            let column = (0..<6).map { samples[$0 * length + index] }
            #expect(output[index] == RowMixer.mixed(column, weights))
        }
    }

    @Test(arguments: [(3, 7), (7, 3), (100, 1), (1, 100), (64, 64), (8, 5)])
    func theWeightsOfEverySampleAddUp(length: Int, count: Int) {
        let scale = Taps.Scale(offset: 0, step: Double(length) / Double(count))
        for alignment in [Taps.Alignment.even, .any] {
            let taps = Taps(
                count: count, length: length, scale: scale, filter: .catmullRom,
                alignment: alignment)
            for index in 0..<count {
                let half = taps.width / 2
                let sum = taps.pairs[index * half..<(index + 1) * half].reduce(0) {
                    $0 + Int(Int16(truncatingIfNeeded: $1))
                        + Int(Int16(truncatingIfNeeded: $1 >> 16))
                }
                #expect(sum == 16384)
                #expect(taps.starts[index] >= 0)
                #expect(taps.starts[index] + taps.width <= taps.paddedLength)
            }
        }
    }

    @Test func everyCodeComesBackFromLight() {
        for code in 0...255 {
            let word = Int(Transfer.lightWords[code])
            #expect(Transfer.codes[word >> Transfer.codeShift] == UInt8(code))
            #expect(abs(Transfer.encoded(Transfer.light[code]) * 255 - Double(code)) < 1e-9)
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
            return Stable.exponentialDecay(distance * distance / (2 * sigma * sigma))
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

    @Test func stableFunctionsAreRight() {
        #expect(Stable.root(5, of: 32) == 2)
        #expect(abs(Stable.root(3, of: 0.001) - 0.1) < 1e-15)
        #expect(abs(Stable.exponentialDecay(1) - 0.36787944117144233) < 1e-12)
        #expect(Stable.sineOfHalfTurns(3) == 0)
        #expect(abs(Stable.sineOfHalfTurns(0.5) - 1) < 1e-15)
        #expect(abs(Stable.sineOfHalfTurns(1.25) + 0.5.squareRoot()) < 1e-12)
    }
}
