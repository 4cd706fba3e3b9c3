/// Gaussian blurs of masks and pictures.
///
/// A wide blur is done on a smaller plane: the mean of blocks, a true Gaussian there, and a cubic
/// B-spline back up, whose own widths are taken off the Gaussian's. Within 1 of 255 of the true
/// Gaussian.
public enum Blur {
    /// How far a blur reaches, in whole px.
    public static func reach(sigma: Double) -> Int { Int((3.3 * held(sigma)).rounded(.up)) + 1 }

    /// Widest blur, in px.
    public static let widest = 256.0

    /// `sigma` from 0 to the widest; NaN is 0.
    private static func held(_ sigma: Double) -> Double { sigma > 0 ? min(sigma, widest) : 0 }

    /// The mask after a Gaussian of `sigma` px; outside of it there is no coverage.
    ///
    /// What leaves the mask's bounds is cut off: give it a margin of `reach(sigma:)`.
    public static func blur(_ mask: Mask, sigma: Double) -> Mask {
        let sigma = held(sigma)
        guard sigma > 0.05, !mask.bounds.isEmpty else { return mask }
        let plane = Shrunk(
            width: mask.bounds.width, height: mask.bounds.height, channels: 1,
            factor: factor(sigma)
        ) { mask.values[$0] }
        let blurred = plane.blurred(sigma: sigma, edge: .transparent)
        return Mask(
            bounds: mask.bounds,
            values: (0..<mask.bounds.area).map { coded(blurred.samples[$0]) })
    }

    /// The premultiplied pixels after a Gaussian of `sigma` px.
    public static func blur(_ bitmap: Bitmap, sigma: Double, edge: Taps.Edge) -> Bitmap {
        let sigma = held(sigma)
        guard sigma > 0.05 else { return bitmap }
        let plane = Shrunk(
            width: bitmap.width, height: bitmap.height, channels: 4, factor: factor(sigma)
        ) { UInt8(truncatingIfNeeded: bitmap.pixels[$0 >> 2] >> UInt32(($0 & 3) * 8)) }
        let samples = plane.blurred(sigma: sigma, edge: edge).samples
        let pixels = (0..<bitmap.pixels.count).map { index in
            let alpha = coded(samples[index * 4 + 3])
            // Rounding must not leave a channel above its alpha.
            return (0..<3).reduce(UInt32(alpha) << 24) { pixel, channel in
                let value = min(coded(samples[index * 4 + channel]), alpha)
                return pixel | UInt32(value) << UInt32(8 * channel)
            }
        }
        return Bitmap(width: bitmap.width, height: bitmap.height, pixels: pixels)
    }

    /// Side of the blocks: a power of two that leaves a Gaussian of at least 2.2 samples.
    private static func factor(_ sigma: Double) -> Int {
        var factor = 1
        while sigma / Double(factor * 2) >= 2.2 { factor *= 2 }
        return factor
    }

    /// 0 to 255 of a 15-bit sample.
    @inline(__always)
    private static func coded(_ sample: Int16) -> UInt8 {
        UInt8(truncatingIfNeeded: (Int32(sample) &* 255 &+ 16384) &>> 15)
    }
}

/// A plane of block means.
private struct Shrunk {
    let plane: Plane
    let width: Int
    let height: Int
    let factor: Int

    /// Blocks past the right and lower side are filled with the last column and row.
    init(width: Int, height: Int, channels: Int, factor: Int, value: (Int) -> UInt8) {
        (self.width, self.height, self.factor) = (width, height, factor)
        var plane = Plane(
            width: (width + factor - 1) / factor, height: (height + factor - 1) / factor,
            channels: channels)
        let length = plane.width * channels
        let area = UInt32(factor * factor)
        var sums = [UInt32](repeating: 0, count: length)
        for row in 0..<plane.height {
            for index in sums.indices { sums[index] = 0 }
            for y in row * factor..<(row + 1) * factor {
                let source = min(y, height - 1) * width
                for x in 0..<plane.width * factor {
                    let from = (source + min(x, width - 1)) * channels
                    let to = x / factor * channels
                    for channel in 0..<channels {
                        sums[to + channel] &+= UInt32(value(from + channel))
                    }
                }
            }
            for index in sums.indices {
                let sample = (sums[index] * 257 + area) / (2 * area)
                plane.samples[row * length + index] = Int16(min(sample, 32767))
            }
        }
        self.plane = plane
    }

    func blurred(sigma: Double, edge: Taps.Edge) -> Plane {
        let scale = Double(factor)
        // Variances add: that of the block mean, of the spline, and the Gaussian's make sigma's.
        let (square, own) = (
            sigma * sigma / (scale * scale),
            factor == 1 ? 0 : (1 - 1 / (scale * scale)) / 12 + 1.0 / 3
        )
        let filter = Filter.gaussian(sigma: (square - own).squareRoot())
        func bell(_ length: Int) -> Taps {
            Taps(
                count: length, length: length, scale: .init(offset: 0, step: 1), filter: filter,
                edge: edge)
        }
        let small = plane.mixingColumns(bell(plane.height)).transposed()
            .mixingColumns(bell(plane.width))
        guard factor > 1 else { return small.transposed() }
        let back = Taps.Scale(offset: 0, step: 1 / scale)
        return small.mixingColumns(
            Taps(count: width, length: plane.width, scale: back, filter: .spline)
        ).transposed().mixingColumns(
            Taps(count: height, length: plane.height, scale: back, filter: .spline))
    }
}
