/// What hands out rows of 15-bit samples, by pairs of pixels as in `LinearRows`.
protocol SampleRows {
    var height: Int { get }
    /// Puts row `row` into `samples` from `target` on; pixels past its last may stay as they are.
    mutating func decode(_ row: Int, into samples: inout [Int16], at target: Int)
}

/// Mixes the rows and columns of a picture, row by row.
///
/// Source rows are read once, mixed down the columns, then along the row; between these steps
/// only as many are kept as a few rows of the result need.
struct SeparableFilter<Source: SampleRows> {
    private let columns: FilterWeights
    private let rows: FilterWeights
    private var source: Source
    /// Samples in a kept row: four a pixel, and zeros to the end of the weights.
    private let rowLength: Int
    /// Rows kept at a time.
    private let kept: Int
    private var ring: [Int16]
    private var filter: HorizontalFilter
    /// Rows before this one are decoded, or looked at by none of the result.
    private var decodedRows: Int

    /// `source` is asked for the columns that are read; both ends of them are even.
    ///
    /// Precondition: the columns' starts are even.
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

    /// Makes all rows; `take` is told which, and where the filter keeps it.
    mutating func apply(_ take: (_ filter: HorizontalFilter, _ index: Int, _ row: Int) -> Void) {
        // Rows are decoded in order, so a mirrored picture is made upside down.
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
        // Rows that no result needs are not decoded.
        decodedRows = max(decodedRows, last - kept)
        while decodedRows < last {
            source.decode(decodedRows, into: &ring, at: decodedRows % kept * rowLength)
            decodedRows += 1
        }
        // Past the last row the weight is 0, so any row will do.
        let sources = (start..<start + rows.width).map { min($0, last - 1) % kept * rowLength }
        let half = rows.width / 2
        VerticalFilter.apply(
            ring, at: sources, rows.pairs[row * half..<(row + 1) * half], count: rowLength,
            into: &filter.rows, at: HorizontalFilter.target(of: index))
    }
}
