import Pixels

/// Compares what lies just inside a shape with what lies just outside, along its left and right edges.
///
/// Only the finished picture is looked at: alpha, gradients, groups, lines, shadows and whatever
/// was painted over it count as they are seen. Rows are taken at steps, for edges go on.
struct EdgeScan {
    let mask: Mask
    let bitmap: Bitmap
    /// Rows from one that is looked at to the next, at least 1.
    let rowStep: Int
    /// What shows through where the picture is clear, as an opaque grey.
    let ground: UInt32
    /// How far outside the ground is looked at too, past a soft shadow, in px; 0 for beside it only.
    let reach: Int

    init(
        _ mask: Mask, of bitmap: Bitmap, rowStep: Int, ground: UInt32, reach: Int = 0
    ) {
        self.mask = mask
        self.bitmap = bitmap
        self.rowStep = max(1, rowStep)
        self.ground = ground
        self.reach = reach
    }

    /// Adds every edge to the cells; what lies outside the picture is passed over.
    ///
    /// - Returns: whether any pixel was not opaque.
    func run(into cells: inout EdgeCells) -> Bool {
        let bounds = mask.bounds
        guard !bounds.isEmpty else { return false }
        var hasClear = false
        let values = mask.values.span
        var y = max(0, bounds.y) + min(rowStep, bounds.height) / 2
        while y < min(bounds.endY, bitmap.height) {
            let row = values.extracting(mask.range(x: bounds.x, y: y, count: bounds.width))
            scan(row, y: y, into: &cells, &hasClear)
            y += rowStep
        }
        return hasClear
    }

    private func scan(
        _ row: Span<UInt8>, y: Int, into cells: inout EdgeCells, _ hasClear: inout Bool
    ) {
        var x = 0
        while let start = firstCovered(row, from: x) {
            var end = start
            var (best, firstFull, lastFull) = (start, -1, -1)
            while end < row.count, row[end] != 0 {
                if row[end] == 255 {
                    if firstFull < 0 { firstFull = end }
                    lastFull = end
                } else if row[end] > row[best] {
                    best = end
                }
                end += 1
            }
            let left = firstFull < 0 ? best : firstFull
            let right = lastFull < 0 ? best : lastFull
            let (before, after) = (start - 1, end)
            add(inside: left, outside: before, before - reach, row, y, &cells, &hasClear)
            add(inside: right, outside: after, after + reach, row, y, &cells, &hasClear)
            x = end
        }
    }

    /// The first pixel from `x` on that is covered at all.
    ///
    /// Eight at a time where nothing is, as between lines' ends: a sixth of a scan.
    @inline(__always)
    private func firstCovered(_ row: Span<UInt8>, from x: Int) -> Int? {
        // SAFETY: bytes are what they are.
        let bytes = unsafe row.bytes
        var x = x
        while x + 8 <= row.count {
            // SAFETY: x + 8 <= row.count, the bytes of the row; any bits are a UInt64.
            let eight = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: x, as: UInt64.self)
            if eight != 0 { return x + eight.littleEndian.trailingZeroBitCount / 8 }
            x += 8
        }
        while x < row.count {
            if row[x] != 0 { return x }
            x += 1
        }
        return nil
    }

    @inline(__always)
    private func add(
        inside: Int, outside: Int, _ beyond: Int, _ row: Span<UInt8>, _ y: Int,
        _ cells: inout EdgeCells,
        _ hasClear: inout Bool
    ) {
        let coverage = UInt32(row[inside])
        let (x, far) = (mask.bounds.x + inside, mask.bounds.x + outside)
        let columns = 0..<bitmap.width
        guard coverage >= 128, columns.contains(far), columns.contains(x) else { return }
        let behind = opaque(bitmap[far, y], &hasClear)
        let front = opaque(bitmap[x, y], &hasClear)
        var past: UInt32?
        if reach > 0, columns.contains(mask.bounds.x + beyond),
            !row.indices.contains(beyond) || row[beyond] == 0
        {
            past = opaque(bitmap[mask.bounds.x + beyond, y], &hasClear)
        }
        cells.add(
            inside: coverage == 255 ? front : unmixed(front, behind, coverage),
            outside: behind, beyond: past, isFull: coverage == 255, x: x, y: y)
    }

    @inline(__always)
    private func opaque(_ pixel: UInt32, _ hasClear: inout Bool) -> UInt32 {
        if pixel >> 24 == 255 { return pixel }
        hasClear = true
        return over(pixel, ground)
    }

    /// The colour that, laid over `behind` through `coverage`, gives `mixed`.
    @inline(__always)
    private func unmixed(_ mixed: UInt32, _ behind: UInt32, _ coverage: UInt32) -> UInt32 {
        var pixel: UInt32 = 0xFF00_0000
        for shift in [UInt32(0), 8, 16] {
            let (mix, back) = (Int32(mixed >> shift & 255), Int32(behind >> shift & 255))
            let color = back + ((mix - back) * 255 + Int32(coverage / 2)) / Int32(coverage)
            pixel |= UInt32(max(0, min(255, color))) << shift
        }
        return pixel
    }
}
