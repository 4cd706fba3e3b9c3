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
    private var decodedRows = 0

    /// What becomes of `source` with one sample of `columns` a column and of `rows` a row.
    public init(_ source: Bitmap, columns: Taps, rows: Taps) {
        self.source = source
        self.columns = columns
        self.rows = rows
        rowLength = (columns.paddedLength * 4 + 7) & ~7
        kept = rows.width + 2
        ring = [Int16](repeating: 0, count: rowLength * kept)
        mixed = [Int16](repeating: 0, count: rowLength)
    }

    /// The pixels of the result, `columns.count * rows.count`.
    public mutating func pixels() -> [UInt32] {
        var result = [UInt32](repeating: 0, count: columns.count * rows.count)
        // Rows are decoded in order, so a mirrored picture is made upside down.
        let isMirrored = (rows.starts.first ?? 0) > (rows.starts.last ?? 0)
        for step in 0..<rows.count {
            let row = isMirrored ? rows.count - 1 - step : step
            mixColumns(row)
            mixRow(into: &result, at: row * columns.count)
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
                source.pixels, from: decodedRows * source.width, count: source.width, into: &ring,
                at: decodedRows % kept * rowLength)
            decodedRows += 1
        }
        // Past the last row the weight is 0, so any row will do.
        let sources = (start..<start + rows.width).map { min($0, last - 1) % kept * rowLength }
        let half = rows.width / 2
        RowMixer.mix(
            ring, at: sources, rows.pairs[row * half..<(row + 1) * half], count: rowLength,
            into: &mixed, at: 0)
    }

    /// Mixes along the row and codes it.
    private mutating func mixRow(into result: inout [UInt32], at target: Int) {
        let half = columns.width / 2
        let (columns, rowLength) = (columns, rowLength)
        // SAFETY: start + width <= paddedLength for every column, and rowLength is four times
        // that; target + columns.count <= result.count as `pixels` made room for all rows.
        unsafe mixed.withUnsafeMutableBufferPointer { row in
            unsafe columns.pairs.withUnsafeBufferPointer { pairs in
                unsafe result.withUnsafeMutableBufferPointer { result in
                    guard let row = row.baseAddress, let pairs = pairs.baseAddress,
                        let output = result.baseAddress
                    else { return }
                    unsafe Resampler.pairUp(row, rowLength)
                    for column in 0..<columns.count {
                        unsafe output[target &+ column] = LightRows.encoded(
                            Resampler.mix(
                                row + columns.starts[column] &* 4, pairs + column &* half, half))
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
