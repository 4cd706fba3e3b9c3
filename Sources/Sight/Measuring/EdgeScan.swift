import BlueHeartPixels
import BlueHeartRaster

/// Samples the colours just inside and just outside a shape, along its left and right edges.
///
/// Reads the finished picture only, so that alpha, gradients, groups, lines, shadows and everything
/// painted above are included. Rows are sampled at a step, because edges are continuous.
struct EdgeScan {
    /// The sampled rows.
    let rows: CoveredRows
    let bitmap: Bitmap
    /// Opaque gray behind transparent pixels.
    let ground: UInt32
    /// Distance outside at which the background beyond a soft shadow is also sampled, in px; 0 for
    /// adjacent pixels only.
    let reach: Int

    init(_ rows: CoveredRows, of bitmap: Bitmap, ground: UInt32, reach: Int = 0) {
        self.rows = rows
        self.bitmap = bitmap
        self.ground = ground
        self.reach = reach
    }

    /// Adds every edge to the cells; edges outside the picture are skipped.
    ///
    /// - Returns: true if any pixel was not opaque.
    func run(into cells: inout EdgeCells) -> Bool {
        var hasClear = false
        let all = rows.values
        let values = all.span
        for index in 0..<rows.count where (0..<bitmap.height).contains(rows.y(of: index)) {
            scan(
                values.extracting(rows.range(of: index)), y: rows.y(of: index), into: &cells,
                &hasClear)
        }
        return hasClear
    }

    private func scan(
        _ row: Span<UInt8>, y: Int, into cells: inout EdgeCells, _ hasClear: inout Bool
    ) {
        var x = 0
        while let start = firstCovered(row, from: x) {
            let run = run(in: row, from: start)
            let (before, after) = (start - 1, run.end)
            add(inside: run.left, outside: before, before - reach, row, y, &cells, &hasClear)
            add(inside: run.right, outside: after, after + reach, row, y, &cells, &hasClear)
            x = run.end
        }
    }

    /// Adjacent covered pixels.
    private struct Run {
        /// The index after the last pixel.
        var end: Int
        /// The first and last pixel with the largest coverage.
        var left: Int
        var right: Int
    }

    @inline(__always)
    private func run(in row: Span<UInt8>, from start: Int) -> Run {
        var run = Run(end: start, left: -1, right: -1)
        while run.end < row.count {
            let eight = eight(of: row, from: run.end)
            let gaps = zeroBytes(of: eight)
            let count = min(8, gaps.trailingZeroBitCount / 8)
            let whole = zeroBytes(of: ~eight) & (count == 8 ? ~0 : (1 << (count * 8)) - 1)
            if whole != 0 {
                if run.left < 0 { run.left = run.end + whole.trailingZeroBitCount / 8 }
                run.right = run.end + 7 - whole.leadingZeroBitCount / 8
            }
            run.end += count
            if count < 8 { break }
        }
        if run.left < 0 {
            run.left = strongest(row, start..<run.end)
            run.right = run.left
        }
        return run
    }

    /// The first of the pixels with the largest coverage.
    private func strongest(_ row: Span<UInt8>, _ run: Range<Int>) -> Int {
        var best = run.lowerBound
        for x in run where row[x] > row[best] { best = x }
        return best
    }

    /// The first covered pixel from `x` on.
    @inline(__always)
    private func firstCovered(_ row: Span<UInt8>, from x: Int) -> Int? {
        var x = x
        while x < row.count {
            let eight = eight(of: row, from: x)
            if eight != 0 { return x + eight.trailingZeroBitCount / 8 }
            x += 8
        }
        return nil
    }

    /// The coverage of eight pixels, the first in the lowest byte; 0 beyond the row's end.
    @inline(__always)
    private func eight(of row: Span<UInt8>, from x: Int) -> UInt64 {
        guard x + 8 <= row.count else {
            return (x..<row.count).reduce(0) { $0 | UInt64(row[$1]) << (($1 - x) * 8) }
        }
        // SAFETY: 0 <= x and x + 8 <= row.count, the bytes of the row; any bits are a UInt64.
        let bits = unsafe row.bytes.unsafeLoadUnaligned(fromByteOffset: x, as: UInt64.self)
        return UInt64(littleEndian: bits)
    }

    /// The highest bit of each byte that is 0.
    ///
    /// Source: H. Warren, Hacker's Delight, 2012, section 6-1.
    @inline(__always)
    private func zeroBytes(of eight: UInt64) -> UInt64 {
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        return ~((eight & low) &+ low | eight | low)
    }

    @inline(__always)
    private func add(
        inside: Int, outside: Int, _ beyond: Int, _ row: Span<UInt8>, _ y: Int,
        _ cells: inout EdgeCells,
        _ hasClear: inout Bool
    ) {
        let coverage = UInt32(row[inside])
        let (x, far) = (rows.bounds.x + inside, rows.bounds.x + outside)
        let columns = 0..<bitmap.width
        guard coverage >= 128, columns.contains(far), columns.contains(x) else { return }
        let behind = opaque(bitmap[far, y], &hasClear)
        let front = opaque(bitmap[x, y], &hasClear)
        var past: UInt32?
        if reach > 0, columns.contains(rows.bounds.x + beyond),
            !row.indices.contains(beyond) || row[beyond] == 0
        {
            past = opaque(bitmap[rows.bounds.x + beyond, y], &hasClear)
        }
        cells.add(
            EdgeSample(
                inside: coverage == 255 ? front : unmixed(front, behind, coverage),
                outside: behind, beyond: past, isFull: coverage == 255), x: x, y: y)
    }

    @inline(__always)
    private func opaque(_ pixel: UInt32, _ hasClear: inout Bool) -> UInt32 {
        if pixel >> 24 == 255 { return pixel }
        hasClear = true
        return over(pixel, ground)
    }

    /// The colour that gives `mixed` when composited over `behind` with `coverage`.
    @inline(__always)
    private func unmixed(_ mixed: UInt32, _ behind: UInt32, _ coverage: UInt32) -> UInt32 {
        let (mix, back) = (channels(mixed), channels(behind))
        // Exact: numerators are below 2^17, and a Float quotient is correctly rounded.
        let moved = ((mix &- back) &* 255 &+ Int32(coverage / 2))
        let quotient = SIMD4<Float>(moved) / Float(coverage)
        let color = (back &+ SIMD4<Int32>(quotient)).clamped(
            lowerBound: .zero, upperBound: SIMD4(repeating: 255))
        let codes = SIMD4<UInt32>(truncatingIfNeeded: color)
        return codes.x | codes.y << 8 | codes.z << 16 | 0xFF00_0000
    }

    @inline(__always)
    private func channels(_ pixel: UInt32) -> SIMD4<Int32> {
        SIMD4(truncatingIfNeeded: SIMD4(pixel & 255, pixel >> 8 & 255, pixel >> 16 & 255, 0))
    }
}
