import BlueHeartGeometry
import BlueHeartTestbench
import Testing

@testable import BlueHeartPixels

/// Parts of pictures, resampled as the whole is.
@Suite struct CroppedImageTests {
    private struct Axis {
        var axis: Resampler.Axis
        /// First and last px of the picture that are looked at.
        var looked: Range<Int>

        /// `count` pixels from somewhere of `length`.
        init(length: Int, step: Double, using random: inout SplitMix64) {
            let count = Int.random(in: 1...max(1, Int(Double(length) / step)), using: &random)
            let span = Double(count) * step
            let start = Double.random(
                in: -step...max(0, Double(length) - span) + step, using: &random)
            let isMirrored = Bool.random(using: &random)
            axis = Resampler.Axis(
                count: count,
                scale: .init(
                    offset: isMirrored ? start + span : start, step: isMirrored ? -step : step))
            // As a picture is placed: its sides may lie within the first and the last pixel made,
            // but not beside the picture.
            let sides = (min(start + step, Double(length)), max(start + span - step, 0))
            let reach = Resampler.reach(step: step)
            let low = max(0, Int((sides.0 - reach).rounded(.down)))
            let high = min(length, Int((sides.1 + reach).rounded(.up)))
            looked = min(low, length - 1)..<max(high, min(low, length - 1) + 1)
        }
    }

    @Test func aCroppedImageIsResampledAsTheWhole() {
        var random = SplitMix64()
        for _ in 0..<400 {
            let width = Int.random(in: 1...150, using: &random)
            let height = Int.random(in: 1...150, using: &random)
            let step = Double.random(in: -1.5...3.5, using: &random)
            let stretch = Double.random(in: 1...2, using: &random)
            let columns = Axis(length: width, step: exponential(step), using: &random)
            let rows = Axis(length: height, step: exponential(step) * stretch, using: &random)
            let whole = Bitmap(
                width: width, height: height,
                pixels: (0..<width * height).map { _ in
                    UInt32.random(in: 0...0xFF_FFFF, using: &random) | 0xFF00_0000
                })
            let part = PixelRect(
                x: columns.looked.lowerBound, y: rows.looked.lowerBound,
                width: columns.looked.count, height: rows.looked.count)
            let crop = CroppedImage(
                of: PixelRect(x: 0, y: 0, width: width, height: height), at: (part.x, part.y),
                whole.cut(to: part))
            var one = Resampler(CroppedImage(whole), columns: columns.axis, rows: rows.axis)
            var other = Resampler(crop, columns: columns.axis, rows: rows.axis)
            #expect(one.pixels().pixels == other.pixels().pixels, "\(part) of \(width) x \(height)")
        }
    }

    /// 2 to a power.
    private func exponential(_ power: Double) -> Double {
        let whole = power.rounded(.down)
        let scale = whole < 0 ? 1 / Double(1 << Int(-whole)) : Double(1 << Int(whole))
        return scale * (1 + power - whole)
    }
}
