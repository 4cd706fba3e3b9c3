import CLanes

/// Makes pictures larger or smaller, row by row, in linear light.
///
/// Source rows are turned into 15-bit light once, mixed down the columns, then along the row, and
/// coded again; between these steps only as many rows are kept as one row of the result needs.
public struct Resampler {
    private let source: Bitmap
    private let columns: Taps
    private let rows: Taps
    /// Samples in a kept row: four a pixel, and zeros to the end of the taps.
    private let rowLength: Int
    /// Rows kept at a time.
    private let kept: Int
    private var ring: [Int16]
    private var mixed: [Int16]
    private var light: [Int16]
    /// The columns of the source that are read, from an even one on.
    private let firstColumn: Int
    private let columnCount: Int
    private var decodedRows = 0

    /// What becomes of `source` with one sample of `columns` a column and of `rows` a row.
    ///
    /// Precondition: the columns' starts are even.
    public init(_ source: Bitmap, columns: Taps, rows: Taps) {
        self.source = source
        self.columns = columns
        self.rows = rows
        let end = (columns.starts.max() ?? 0) + columns.width
        firstColumn = columns.starts.min() ?? 0
        columnCount = min(end, source.width) - firstColumn
        rowLength = ((end - firstColumn) * 4 + 7) & ~7
        kept = rows.width + 2
        ring = [Int16](repeating: 0, count: rowLength * kept)
        mixed = [Int16](repeating: 0, count: rowLength)
        light = [Int16](repeating: 0, count: columns.count * 4 + 4)
    }

    /// The pixels of the result, `columns.count * rows.count`.
    public mutating func pixels() -> [UInt32] {
        var result = PixelMemory.filled(with: 0, count: columns.count * rows.count)
        // Rows are decoded in order, so a mirrored picture is made upside down.
        let isMirrored = (rows.starts.first ?? 0) > (rows.starts.last ?? 0)
        for step in 0..<rows.count {
            let row = isMirrored ? rows.count - 1 - step : step
            mixColumns(row)
            mixRow()
            LightRows.encode(
                light, count: columns.count, into: &result, at: row * columns.count)
        }
        return result
    }

    private mutating func mixColumns(_ row: Int) {
        let start = rows.starts[row]
        let last = min(start + rows.width, source.height)
        // Rows that no result needs are not decoded.
        decodedRows = max(decodedRows, last - kept)
        while decodedRows < last {
            LightRows.decode(
                source.pixels, from: decodedRows * source.width + firstColumn,
                count: columnCount, into: &ring, at: decodedRows % kept * rowLength)
            decodedRows += 1
        }
        // Past the last row the weight is 0, so any row will do.
        let sources = (start..<start + rows.width).map { min($0, last - 1) % kept * rowLength }
        let half = rows.width / 2
        RowMixer.mix(
            ring, at: sources, rows.pairs[row * half..<(row + 1) * half], count: rowLength,
            into: &mixed, at: 0)
    }

    /// Mixes along the row: two pixels made, eight samples, a step.
    private mutating func mixRow() {
        let half = columns.width / 2
        let (columns, rowLength, firstColumn) = (columns, rowLength, firstColumn)
        // SAFETY: (start - firstColumn + width) * 4 <= rowLength for every column, and `light` has
        // room for one pixel more than there are columns.
        unsafe mixed.withUnsafeMutableBufferPointer { row in
            unsafe columns.pairs.withUnsafeBufferPointer { pairs in
                unsafe light.withUnsafeMutableBufferPointer { light in
                    guard let row = row.baseAddress, let pairs = pairs.baseAddress,
                        let output = light.baseAddress
                    else { return }
                    unsafe Resampler.pairUp(row, rowLength)
                    unsafe columns.starts.withUnsafeBufferPointer { starts in
                        var column = 0
                        while column < columns.count {
                            // The last of an odd count is made twice.
                            let next = min(column &+ 1, columns.count &- 1)
                            let low = unsafe Resampler.mix(
                                row + (starts[column] &- firstColumn) &* 4,
                                pairs + column &* half, half)
                            let high = unsafe Resampler.mix(
                                row + (starts[next] &- firstColumn) &* 4,
                                pairs + next &* half, half)
                            unsafe RowMixer.store(
                                lanes_not_below_zero(lanes_narrow(low, high)),
                                output + column &* 4)
                            column &+= 2
                        }
                    }
                }
            }
        }
    }

    /// Puts the channels of every two pixels side by side.
    private static func pairUp(_ row: UnsafeMutablePointer<Int16>, _ rowLength: Int) {
        var index = 0
        while index < rowLength {
            let lanes = unsafe lanes_pair_up(RowMixer.lanes(row + index))
            unsafe UnsafeMutableRawPointer(row + index).storeBytes(of: lanes, as: SIMD8<Int16>.self)
            index &+= 8
        }
    }

    /// One pixel of four 15-bit channels.
    @inline(__always)
    private static func mix(
        _ row: UnsafePointer<Int16>, _ pairs: UnsafePointer<UInt32>, _ count: Int
    ) -> SIMD4<Int32> {
        var sum = SIMD4<Int32>(repeating: 1 << 13)
        var index = 0
        while index < count {
            sum &+= unsafe lanes_multiply_add(
                RowMixer.lanes(row + index &* 8), RowMixer.repeated(pairs[index]))
            index &+= 1
        }
        return sum &>> 14
    }
}
