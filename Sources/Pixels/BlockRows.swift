import CBlueHeartLanes
import CBlueHeartWideLanes

/// The rows of a picture reduced to means of blocks of pixels.
///
/// Blocks are aligned to the origin of the whole picture, so that a part of it has the same ones;
/// blocks beyond its right and lower side repeat its last column and row.
struct BlockRows: SampleRows {
    private let source: CroppedImage
    private let coding: LinearRows.Coding
    /// Rows of blocks.
    var height: Int { (source.height + (1 << halvings) - 1) >> halvings }
    /// Number of halvings: a block has two to that power pixels per side.
    private let halvings: Int
    /// Index of the first pixel read in each row.
    private let firstPixel: Int
    private let pixelCount: Int
    /// The two rows to be halved, for each halving, rows of pixels first.
    private var pairs: [[Int16]]

    /// Reads `columns` of blocks with `1 << halvings` pixels per side.
    ///
    /// - Precondition: `columns` has even bounds; its first block is inside the picture, and the
    ///   pixels of all blocks inside it are available.
    init(
        _ source: CroppedImage, coding: LinearRows.Coding, halvings: Int, columns: Range<Int>
    ) {
        precondition(
            columns.lowerBound.isMultiple(of: 2) && columns.count.isMultiple(of: 2),
            "rows of light go by pairs of pixels")
        (self.source, self.coding) = (source, coding)
        self.halvings = halvings
        firstPixel = columns.lowerBound << halvings
        pixelCount = min(columns.upperBound << halvings, source.width) - firstPixel
        precondition(
            firstPixel >= source.bounds.x && firstPixel + pixelCount <= source.bounds.endX,
            "\(firstPixel) to \(firstPixel + pixelCount) are not within \(source.bounds)")
        pairs = (0..<halvings).map { done in
            [Int16](repeating: 0, count: (columns.count << (halvings - done)) * 4 * 2)
        }
    }

    /// Decodes row `row` of blocks into `light` from `target` on.
    ///
    /// Without halvings nothing is written beyond the picture's last column.
    mutating func decode(_ row: Int, into light: inout [Int16], at target: Int) {
        decode(row, halved: halvings, into: &light, at: target)
    }

    private mutating func decode(
        _ row: Int, halved: Int, into light: inout [Int16], at target: Int
    ) {
        guard halved > 0 else {
            let (bitmap, bounds) = (source.bitmap, source.bounds)
            let line = min(row, source.height - 1) - bounds.y
            precondition((0..<bounds.height).contains(line), "row \(row) is not within \(bounds)")
            return LinearRows.decode(
                bitmap.pixels, coding, from: line * bounds.width + firstPixel - bounds.x,
                count: pixelCount, ahead: bounds.width, into: &light, at: target)
        }
        // Moved out, so that it is changed in place.
        var rows = [Int16]()
        swap(&rows, &pairs[halved - 1])
        let length = rows.count / 2
        for half in 0..<2 {
            decode(row * 2 + half, halved: halved - 1, into: &rows, at: half * length)
            if halved == 1 { repeatLast(in: &rows, from: half * length, length: length) }
        }
        BlockRows.halve(rows, into: &light, at: target)
        swap(&rows, &pairs[halved - 1])
    }

    /// Repeats the picture's last column up to the end of the row.
    private func repeatLast(in rows: inout [Int16], from start: Int, length: Int) {
        for pixel in pixelCount..<max(pixelCount, length / 4) {
            for channel in 0..<4 {
                rows[start + LinearRows.place(pixel, channel)] =
                    rows[start + LinearRows.place(pixelCount - 1, channel)]
            }
        }
    }

    /// Means of blocks of 2 x 2 in two consecutive rows of `rows`.
    static func halve(
        _ rows: [Int16], into light: inout [Int16], at target: Int, lanes: VectorWidth = .widest
    ) {
        let length = rows.count / 2
        precondition(length.isMultiple(of: 16), "four pixels become a pair")
        precondition(target >= 0 && target + length / 2 <= light.count, "a row leaves its plane")
        unsafe rows.withUnsafeBufferPointer { rows in
            unsafe light.withUnsafeMutableBufferPointer { light in
                guard let upper = rows.baseAddress, let light = light.baseAddress else { return }
                let (lower, output) = unsafe (upper + length, light + target)
                // SAFETY: both rows have `length` samples, and half as many are written.
                let wide = lanes == .wide ? length & ~31 : 0
                if wide > 0 { unsafe wide_halve(upper, lower, wide, output) }
                unsafe halve(upper, lower, wide..<length, into: output)
            }
        }
    }

    /// Halves the samples of a range whose bounds are multiples of 16.
    private static func halve(
        _ upper: UnsafePointer<Int16>, _ lower: UnsafePointer<Int16>, _ range: Range<Int>,
        into output: UnsafeMutablePointer<Int16>
    ) {
        let ones = SIMD8<Int16>(repeating: 1)
        let half = SIMD4<Int32>(repeating: 2)
        var index = range.lowerBound
        while index < range.upperBound {
            let first =
                unsafe half
                &+ lanes_multiply_add(VerticalFilter.lanes(upper + index), ones)
                &+ lanes_multiply_add(VerticalFilter.lanes(lower + index), ones)
            let second =
                unsafe half
                &+ lanes_multiply_add(VerticalFilter.lanes(upper + index + 8), ones)
                &+ lanes_multiply_add(VerticalFilter.lanes(lower + index + 8), ones)
            let means = lanes_narrow(first &>> 2, second &>> 2)
            unsafe VerticalFilter.store(lanes_pair_up(means), output + index / 2)
            index &+= 16
        }
    }
}
