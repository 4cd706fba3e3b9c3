import CBlueHeartLanes
import CBlueHeartWideLanes

/// Filters along four rows at a time, which share the weights, in pairs of pixels.
///
/// Unsafe because vectors take a fifth of the time of the loop over arrays; four rows at a time
/// take two thirds of the time of one row after the other.
struct HorizontalFilter {
    /// Rows that are filtered together.
    static let rowsTogether = 4

    /// The input rows, in pairs of pixels as in `LinearRows`: the first pair of each row, then the
    /// second, so that wide vectors contain pairs of several rows.
    var rows: [Int16]
    private let weights: FilterWeights
    private let lanes: VectorWidth
    /// Offset of each output column's first sample in the first row.
    private let starts: [Int]
    /// The output rows, four samples per pixel, with space for a last pixel that is computed twice.
    private var light: [Int16]
    private let lightLength: Int

    /// Precondition: the weights' starts are even, and they read columns from `firstColumn` on,
    /// four samples each, at most `rowLength`.
    init(_ weights: FilterWeights, firstColumn: Int, rowLength: Int, lanes: VectorWidth = .widest) {
        self.weights = weights
        self.lanes = lanes
        precondition(
            weights.starts.allSatisfy {
                $0 >= firstColumn && ($0 - firstColumn) % 2 == 0
                    && ($0 - firstColumn + weights.width) * 4 <= rowLength
            }, "weights leave their row")
        starts = weights.starts.map { ($0 - firstColumn) * 4 * HorizontalFilter.rowsTogether }
        rows = [Int16](repeating: 0, count: rowLength * HorizontalFilter.rowsTogether)
        lightLength = (weights.count + 1) / 2 * 8
        light = [Int16](repeating: 0, count: lightLength * HorizontalFilter.rowsTogether)
    }

    /// Position of input row `index` in the interleaved rows.
    static func target(of index: Int) -> VerticalFilter.Target {
        .init(start: index * 8, step: rowsTogether * 8)
    }

    /// Writes output row `index` as pixels, for encoded samples.
    func encodeCodes(_ index: Int, into pixels: inout [UInt32], at target: Int) {
        LinearRows.encodeCodes(
            light, from: index * lightLength, count: weights.count, into: &pixels, at: target)
    }

    /// Appends output row `index` to `samples`, in pairs of pixels again.
    func append(_ index: Int, to samples: inout [Int16]) {
        let start = index * lightLength
        unsafe light.withUnsafeBufferPointer { light in
            guard let light = light.baseAddress else { return }
            // SAFETY: a row has `lightLength` samples, eight a pair.
            for place in stride(from: start, to: start + lightLength, by: 8) {
                let pair = unsafe lanes_pair_up(VerticalFilter.lanes(light + place))
                for lane in 0..<8 { samples.append(pair[lane]) }
            }
        }
    }

    /// Writes output row `index` as pixels, for linear light; returns true if all are opaque.
    func encode(_ index: Int, into row: UnsafeMutableBufferPointer<UInt32>) -> Bool {
        precondition(row.count == weights.count, "\(row.count) pixels for \(weights.count) columns")
        return unsafe LinearRows.encode(light, from: index * lightLength, into: row)
    }

    /// Filters the rows, two output pixels of each per step.
    mutating func apply() {
        let (half, count, lightLength, lanes) = (
            weights.width / 2, weights.count, lightLength, lanes
        )
        let (pairs, starts) = (weights.pairs, starts)
        unsafe rows.withUnsafeBufferPointer { rows in
            unsafe pairs.withUnsafeBufferPointer { pairs in
                unsafe starts.withUnsafeBufferPointer { starts in
                    unsafe light.withUnsafeMutableBufferPointer { light in
                        guard let rows = rows.baseAddress, let pairs = pairs.baseAddress,
                            let starts = starts.baseAddress, let light = light.baseAddress
                        else { return }
                        // SAFETY: `init` checked the starts; `light` has room for even counts.
                        switch lanes {
                        case .narrow:
                            unsafe HorizontalFilter.apply(
                                rows, starts, pairs, half, count: count, into: light, lightLength)
                        case .wide:
                            unsafe wide_filter_pixels(
                                rows, starts, pairs, half, count, light, lightLength)
                        }
                    }
                }
            }
        }
    }

    private static func apply(
        _ rows: UnsafePointer<Int16>, _ starts: UnsafePointer<Int>,
        _ pairs: UnsafePointer<UInt32>, _ half: Int, count: Int,
        into light: UnsafeMutablePointer<Int16>, _ lightLength: Int
    ) {
        var column = 0
        while column < count {
            // The last of an odd count is computed twice.
            let next = min(column &+ 1, count &- 1)
            let low = unsafe apply(rows + starts[column], pairs + column &* half, half)
            let high = unsafe apply(rows + starts[next], pairs + next &* half, half)
            unsafe store(low, high, light + column &* 4, lightLength)
            column &+= 2
        }
    }

    /// A pixel of four channels in each of the rows.
    private typealias Column = (SIMD4<Int32>, SIMD4<Int32>, SIMD4<Int32>, SIMD4<Int32>)

    @inline(__always)
    private static func apply(
        _ rows: UnsafePointer<Int16>, _ pairs: UnsafePointer<UInt32>, _ count: Int
    ) -> Column {
        let half = SIMD4<Int32>(repeating: 1 << 13)
        var (first, second, third, fourth) = (half, half, half, half)
        var place = unsafe rows
        for index in 0..<count {
            let weights = unsafe VerticalFilter.repeated(pairs[index])
            unsafe first &+= lanes_multiply_add(VerticalFilter.lanes(place), weights)
            unsafe second &+= lanes_multiply_add(VerticalFilter.lanes(place + 8), weights)
            unsafe third &+= lanes_multiply_add(VerticalFilter.lanes(place + 16), weights)
            unsafe fourth &+= lanes_multiply_add(VerticalFilter.lanes(place + 24), weights)
            unsafe place += 8 * rowsTogether
        }
        return (first &>> 14, second &>> 14, third &>> 14, fourth &>> 14)
    }

    /// Two pixels of each row, clamped: a sharp filter overshoots black and white.
    @inline(__always)
    private static func store(
        _ low: Column, _ high: Column, _ output: UnsafeMutablePointer<Int16>, _ length: Int
    ) {
        unsafe VerticalFilter.store(lanes_not_below_zero(lanes_narrow(low.0, high.0)), output)
        unsafe VerticalFilter.store(
            lanes_not_below_zero(lanes_narrow(low.1, high.1)), output + length)
        unsafe VerticalFilter.store(
            lanes_not_below_zero(lanes_narrow(low.2, high.2)), output + 2 &* length)
        unsafe VerticalFilter.store(
            lanes_not_below_zero(lanes_narrow(low.3, high.3)), output + 3 &* length)
    }
}
