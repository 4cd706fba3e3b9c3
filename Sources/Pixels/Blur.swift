/// Gaussian blurs of masks and bitmaps.
///
/// A wide blur works on a reduced plane: block means, a true Gaussian on them, and a cubic B-spline
/// back to full size, whose own variances are subtracted from the Gaussian's. The result is within
/// 1.5 of 255 of the true Gaussian.
public enum Blur {
    /// Extent of a blur beyond the input, in whole px.
    public static func reach(sigma: Double) -> Int { Int((3.3 * clamped(sigma)).rounded(.up)) + 1 }

    /// Largest `sigma`, in px.
    public static let widest = 256.0

    /// `sigma` clamped to 0 through the largest; NaN is 0.
    private static func clamped(_ sigma: Double) -> Double { sigma > 0 ? min(sigma, widest) : 0 }

    /// The mask after a Gaussian of `sigma` px; outside its bounds there is no coverage.
    ///
    /// The result is cropped to the mask's bounds: give it a margin of `reach(sigma:)`.
    public static func blur(_ mask: Mask, sigma: Double) -> Mask {
        let sigma = clamped(sigma)
        guard sigma > 0.05, !mask.bounds.isEmpty else { return mask }
        let (width, height) = (mask.bounds.width, mask.bounds.height)
        var means = BlockMeans(width: width, height: height, channels: 1, factor: factor(sigma))
        unsafe mask.values.withUnsafeBytes { unsafe means.fill(from: $0) }
        let plane = means.blurred(
            BlurWeights(sigma: sigma, factor: factor(sigma), edge: .transparent))
        var values = [UInt8](repeating: 0, count: mask.bounds.area)
        for index in values.indices { values[index] = coded(plane.samples[index]) }
        return Mask(bounds: mask.bounds, values: values)
    }

    /// The premultiplied pixels after a Gaussian of `sigma` px.
    public static func blur(_ bitmap: Bitmap, sigma: Double, edge: FilterWeights.Edge) -> Bitmap {
        let sigma = clamped(sigma)
        guard sigma > 0.05 else { return bitmap }
        let weights = BlurWeights(sigma: sigma, factor: factor(sigma), edge: edge)
        var pixels = PixelMemory.filled(with: 0, count: bitmap.pixels.count)
        let halvings = weights.factor.trailingZeroBitCount
        let (width, height) = (weights.length(bitmap.width), weights.length(bitmap.height))
        var small = SeparableFilter(
            columns: weights.gaussian(width, .even), rows: weights.gaussian(height, .any)
        ) { BlockRows(CroppedImage(bitmap), coding: .codes, halvings: halvings, columns: $0) }
        let count = bitmap.width
        guard halvings > 0 else {
            small.apply { filter, index, row in
                filter.encodeCodes(index, into: &pixels, at: row * count)
            }
            return Bitmap(width: bitmap.width, height: bitmap.height, pixels: pixels)
        }
        var plane = PlaneRows(width: width, height: height)
        small.apply { filter, index, _ in filter.append(index, to: &plane.samples) }
        var large = SeparableFilter(
            columns: weights.spline(bitmap.width, .even), rows: weights.spline(bitmap.height, .any)
        ) { plane.reading($0) }
        large.apply { filter, index, row in
            filter.encodeCodes(index, into: &pixels, at: row * count)
        }
        return Bitmap(width: bitmap.width, height: bitmap.height, pixels: pixels)
    }

    /// Side of the blocks: a power of two that leaves a Gaussian of at least 2 samples.
    private static func factor(_ sigma: Double) -> Int {
        var factor = 1
        while sigma / Double(factor * 2) >= 2 { factor *= 2 }
        return factor
    }

    /// A 15-bit sample rounded to 8 bits.
    @inline(__always)
    private static func coded(_ sample: Int16) -> UInt8 {
        UInt8(truncatingIfNeeded: (Int32(sample) &* 255 &+ 16384) &>> 15)
    }
}

/// A plane of block means.
private struct BlockMeans {
    private var plane: Plane
    private let width: Int
    private let height: Int
    private let factor: Int

    init(width: Int, height: Int, channels: Int, factor: Int) {
        (self.width, self.height, self.factor) = (width, height, factor)
        plane = Plane(
            width: (width + factor - 1) / factor, height: (height + factor - 1) / factor,
            channels: channels)
    }

    /// Computes the means of `bytes`, rows of `width * channels`.
    ///
    /// Blocks beyond the right and lower side repeat the last column and row.
    mutating func fill(from bytes: UnsafeRawBufferPointer) {
        let length = width * plane.channels
        precondition(bytes.count == length * height, "\(bytes.count) bytes")
        // At most 256 rows of 255 fit 16 bits; a factor is at most 128.
        var sums = [UInt16](repeating: 0, count: length)
        for row in 0..<plane.height {
            for index in sums.indices { sums[index] = 0 }
            for y in row * factor..<(row + 1) * factor {
                // SAFETY: the row begins before `height`, so all of it lies in `bytes`.
                let start = min(y, height - 1) * length
                let line = unsafe UnsafeRawBufferPointer(rebasing: bytes[start..<start + length])
                unsafe add(line, to: &sums)
            }
            gather(sums, into: row)
        }
    }

    private func add(_ line: UnsafeRawBufferPointer, to sums: inout [UInt16]) {
        unsafe sums.withUnsafeMutableBufferPointer { sums in
            var index = 0
            // SAFETY: there are as many sums as bytes in the line.
            while index &+ 8 <= line.count {
                let bytes = unsafe line.loadUnaligned(fromByteOffset: index, as: SIMD8<UInt8>.self)
                let target = UnsafeMutableRawBufferPointer(sums)
                let old = unsafe target.loadUnaligned(
                    fromByteOffset: index &* 2, as: SIMD8<UInt16>.self)
                unsafe target.storeBytes(
                    of: old &+ SIMD8<UInt16>(truncatingIfNeeded: bytes),
                    toByteOffset: index &* 2, as: SIMD8<UInt16>.self)
                index &+= 8
            }
            while index < line.count {
                unsafe sums[index] &+= UInt16(line[index])
                index &+= 1
            }
        }
    }

    /// Adds up the columns of each block: 15-bit means.
    private mutating func gather(_ sums: [UInt16], into row: Int) {
        let channels = plane.channels
        let area = UInt32(factor * factor)
        for block in 0..<plane.width {
            for channel in 0..<channels {
                var sum: UInt32 = 0
                for x in block * factor..<(block + 1) * factor {
                    sum &+= UInt32(sums[min(x, width - 1) * channels + channel])
                }
                let sample = (sum * 257 + area) / (2 * area)
                plane.samples[(row * plane.width + block) * channels + channel] = Int16(
                    min(sample, 32767))
            }
        }
    }

    func blurred(_ weights: BlurWeights) -> Plane {
        let small = plane.filteringColumns(weights.gaussian(plane.height, .any)).transposed()
            .filteringColumns(weights.gaussian(plane.width, .any))
        guard factor > 1 else { return small.transposed() }
        return small.filteringColumns(weights.spline(width, .any)).transposed()
            .filteringColumns(weights.spline(height, .any))
    }
}

/// The filter weights of a blur on block means.
private struct BlurWeights {
    let sigma: Double
    /// Side of the blocks; a power of two.
    let factor: Int
    let edge: FilterWeights.Edge

    /// Blocks along a side of `length` pixels.
    func length(_ length: Int) -> Int { (length + factor - 1) / factor }

    /// Gaussian weights along `length` blocks.
    ///
    /// Variances add up: those of the block mean, the spline and the Gaussian give that of sigma.
    func gaussian(_ length: Int, _ alignment: FilterWeights.Alignment) -> FilterWeights {
        let scale = Double(factor)
        let own = factor == 1 ? 0 : (1 - 1 / (scale * scale)) / 12 + 1.0 / 3
        return FilterWeights(
            count: length, length: length, scale: .init(offset: 0, step: 1),
            filter: .gaussian(sigma: (sigma * sigma / (scale * scale) - own).squareRoot()),
            edge: edge, alignment: alignment)
    }

    /// Spline weights from blocks back to `length` pixels.
    func spline(_ length: Int, _ alignment: FilterWeights.Alignment) -> FilterWeights {
        FilterWeights(
            count: length, length: self.length(length),
            scale: .init(offset: 0, step: 1 / Double(factor)), filter: .spline,
            alignment: alignment)
    }
}

/// Rows of samples in pairs of pixels, stored between two filter passes.
private struct PlaneRows: SampleRows {
    let height: Int
    /// Rows of whole pairs.
    var samples: [Int16] = []
    private let rowLength: Int
    private var read = 0..<0

    init(width: Int, height: Int) {
        self.height = height
        rowLength = (width + 1) / 2 * 8
        samples.reserveCapacity(rowLength * height)
    }

    /// The same rows, restricted to `columns`, whose bounds are even.
    func reading(_ columns: Range<Int>) -> PlaneRows {
        var result = self
        result.read = columns.lowerBound * 4..<min(columns.upperBound * 4, rowLength)
        return result
    }

    func decode(_ row: Int, into samples: inout [Int16], at target: Int) {
        let start = row * rowLength
        for (index, place) in zip(read, target...) { samples[place] = self.samples[start + index] }
    }
}
