/// A source of rows of 15-bit samples, in pairs of pixels as in `LinearRows`.
protocol SampleRows {
    var height: Int { get }
    /// Decodes row `row` into `samples` from `target` on; pixels beyond its last may stay
    /// unchanged.
    mutating func decode(_ row: Int, into samples: inout [Int16], at target: Int)
}

/// Filters the columns and rows of a picture, one output row at a time.
///
/// Source rows are read once, filtered vertically, then horizontally; only as many rows are
/// buffered as a few output rows need.
struct SeparableFilter<Source: SampleRows> {
    private let columns: FilterWeights
    private let rows: FilterWeights
    private var source: Source
    /// Samples in a buffered row: four per pixel, with zeros up to the end of the filter.
    private let rowLength: Int
    /// Number of buffered rows.
    private let kept: Int
    private var ring: [Int16]
    private var filter: HorizontalFilter
    /// Rows before this one are decoded, or not used by any output row.
    private var decodedRows: Int

    /// `source` is called with the columns that are read; both bounds are even.
    ///
    /// - Precondition: the columns' starts are even.
    init(columns: FilterWeights, rows: FilterWeights, source: (Range<Int>) -> Source) {
        (self.columns, self.rows) = (columns, rows)
        let first = columns.starts.min() ?? 0
        let end = (columns.starts.max() ?? 0) + columns.width
        self.source = source(first..<end)
        rowLength = (end - first) * 4
        kept = rows.width + 2
        decodedRows = rows.starts.min() ?? 0
        ring = [Int16](repeating: 0, count: rowLength * kept)
        filter = HorizontalFilter(columns, firstColumn: first, rowLength: rowLength)
    }

    /// Produces all rows; `take` gets each row's index and its position in the filter's buffer.
    mutating func apply(_ take: (_ filter: HorizontalFilter, _ index: Int, _ row: Int) -> Void) {
        // Rows are decoded in order, so a mirrored picture is produced upside down.
        let isMirrored = (rows.starts.first ?? 0) > (rows.starts.last ?? 0)
        var step = 0
        while step < rows.count {
            let together = min(HorizontalFilter.rowsTogether, rows.count - step)
            let made = (step..<step + together).map { isMirrored ? rows.count - 1 - $0 : $0 }
            for (index, row) in made.enumerated() { filterColumns(row, index) }
            filter.apply()
            for (index, row) in made.enumerated() { take(filter, index, row) }
            step += together
        }
    }

    private mutating func filterColumns(_ row: Int, _ index: Int) {
        let start = rows.starts[row]
        let last = min(start + rows.width, source.height)
        // Rows that no output row uses are not decoded.
        decodedRows = max(decodedRows, last - kept)
        while decodedRows < last {
            source.decode(decodedRows, into: &ring, at: decodedRows % kept * rowLength)
            decodedRows += 1
        }
        // Beyond the last row the weight is 0, so any row will do.
        let sources = (start..<start + rows.width).map { min($0, last - 1) % kept * rowLength }
        let half = rows.width / 2
        VerticalFilter.apply(
            ring, at: sources, rows.pairs[row * half..<(row + 1) * half], count: rowLength,
            into: &filter.rows, at: HorizontalFilter.target(of: index))
    }
}
