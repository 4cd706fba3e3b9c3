/// Makes pictures larger and smaller, row by row, in linear light.
///
/// Source rows are turned into 15-bit light once, mixed down the columns, then along the row, and
/// coded again; between these steps only as many rows are kept as a few rows of the result need.
/// What becomes less than a quarter as long is halved first, as often as leaves at least two
/// samples for each one made.
public struct Resampler {
    private let columns: Taps
    private let rows: Taps
    /// Rows of the source's blocks.
    private let sourceHeight: Int
    private var source: ReducedRows
    /// Samples in a kept row: four a pixel, and zeros to the end of the taps.
    private let rowLength: Int
    /// Rows kept at a time.
    private let kept: Int
    private var ring: [Int16]
    private var mixer: PixelMixer
    private var decodedRows = 0

    /// One side of the result.
    public struct Axis: Sendable {
        /// Pixels made.
        public var count: Int
        public var scale: Taps.Scale

        public init(count: Int, scale: Taps.Scale) {
            self.count = count
            self.scale = scale
        }

        fileprivate func taps(_ length: Int, halvings: Int, _ alignment: Taps.Alignment) -> Taps {
            let side = Double(1 << halvings)
            return Taps(
                count: count, length: (length + (1 << halvings) - 1) >> halvings,
                scale: .init(offset: scale.offset / side, step: scale.step / side),
                filter: .catmullRom, alignment: alignment)
        }
    }

    /// What becomes of `source` with one pixel for each of `columns` and `rows`.
    public init(_ source: Bitmap, columns: Axis, rows: Axis) {
        let step = min(abs(columns.scale.step), abs(rows.scale.step))
        var halvings = 0
        while step >= Double(4 << halvings), min(source.width, source.height) >> halvings > 1 {
            halvings += 1
        }
        self.columns = columns.taps(source.width, halvings: halvings, .even)
        self.rows = rows.taps(source.height, halvings: halvings, .any)
        sourceHeight = (source.height + (1 << halvings) - 1) >> halvings
        let first = self.columns.starts.min() ?? 0
        let end = (self.columns.starts.max() ?? 0) + self.columns.width
        self.source = ReducedRows(source, halvings: halvings, columns: first..<end)
        rowLength = (end - first) * 4
        kept = self.rows.width + 2
        ring = [Int16](repeating: 0, count: rowLength * kept)
        mixer = PixelMixer(self.columns, firstColumn: first, rowLength: rowLength)
    }

    /// The pixels of the result, one row of columns after the other.
    public mutating func pixels() -> [UInt32] {
        var result = PixelMemory.filled(with: 0, count: columns.count * rows.count)
        // Rows are decoded in order, so a mirrored picture is made upside down.
        let isMirrored = (rows.starts.first ?? 0) > (rows.starts.last ?? 0)
        var step = 0
        while step < rows.count {
            let together = min(PixelMixer.rowsTogether, rows.count - step)
            let made = (step..<step + together).map { isMirrored ? rows.count - 1 - $0 : $0 }
            for (index, row) in made.enumerated() { mixColumns(row, index) }
            mixer.mix()
            for (index, row) in made.enumerated() {
                mixer.encode(index, into: &result, at: row * columns.count)
            }
            step += together
        }
        return result
    }

    private mutating func mixColumns(_ row: Int, _ index: Int) {
        let start = rows.starts[row]
        let last = min(start + rows.width, sourceHeight)
        // Rows that no result needs are not decoded.
        decodedRows = max(decodedRows, last - kept)
        while decodedRows < last {
            source.decode(decodedRows, into: &ring, at: decodedRows % kept * rowLength)
            decodedRows += 1
        }
        // Past the last row the weight is 0, so any row will do.
        let sources = (start..<start + rows.width).map { min($0, last - 1) % kept * rowLength }
        let half = rows.width / 2
        RowMixer.mix(
            ring, at: sources, rows.pairs[row * half..<(row + 1) * half], count: rowLength,
            into: &mixer.rows, at: index * rowLength)
    }
}
