import BlueHeartPixels

/// Accumulation buffer for the edges of a shape in a band of rows.
///
/// Each cell contains the change of the signed area to its right, so that the running sum along a
/// row is the exact coverage of each pixel. Only cells near edges are touched; one bit marks every
/// four cells. A sweep clears the cells it reads, so that the buffer is empty for the next shape.
final class CoverageCells {
    /// An edge from (x0, y0) to (x1, y1) as a vector, in px of the band: 0 <= x <= width.
    typealias Edge = SIMD4<Float>

    var cells: [Float] = []
    var marks: [UInt64] = []
    var coverage: [UInt8] = []
    private(set) var band = PixelRect(x: 0, y: 0, width: 0, height: 0)
    var width: Int { band.width }
    var height: Int { band.height }
    /// Cells in a row: the pixels, one for the right edge, and padding to a multiple of four.
    private(set) var stride = 0
    private(set) var wordsPerRow = 0
    var firstRow = 0
    var lastRow = -1

    /// Cells of a band: 256 KiB, which fit the L2 cache and cost a new process few pages.
    static let cellsPerBand = 1 << 16

    init() {}

    /// Allocates a band; the previous one must have been swept.
    func prepare(_ band: PixelRect) {
        self.band = band
        stride = (width + 2 + 3) & ~3
        wordsPerRow = (stride / 4 + 63) / 64
        (firstRow, lastRow) = (height, -1)
        grow(&cells, to: stride * height + 4)
        grow(&marks, to: wordsPerRow * height)
        grow(&coverage, to: wordsPerRow * 256)
    }

    private func grow<Element: Numeric>(_ array: inout [Element], to count: Int) {
        if array.count < count { array = [Element](repeating: 0, count: count) }
    }
}

extension CoverageCells {
    /// Adds the part of `edges` inside the `height` rows from `top` on.
    func add(_ edges: [Edge], top: Int) {
        unsafe cells.withUnsafeMutableBufferPointer { cells in
            unsafe marks.withUnsafeMutableBufferPointer { marks in
                guard let cells = cells.baseAddress, let marks = marks.baseAddress else { return }
                for edge in edges {
                    unsafe add(edge, top: Float(top), cells: cells, marks: marks)
                }
            }
        }
    }

    // A kernel: one edge, row by row, in 40 lines that keep its state in registers.
    @inline(__always)
    private func add(
        _ edge: Edge, top: Float, cells: UnsafeMutablePointer<Float>,
        marks: UnsafeMutablePointer<UInt64>
    ) {
        let (fromY, toY) = (edge[1] - top, edge[3] - top)
        guard fromY != toY else { return }
        let falls = fromY < toY
        let (upperX, upperY) = falls ? (edge[0], fromY) : (edge[2], toY)
        let (lowerX, lowerY) = falls ? (edge[2], toY) : (edge[0], fromY)
        let limit = Float(height)
        guard lowerY > 0, upperY < limit else { return }
        let slope = (lowerX - upperX) / (lowerY - upperY)
        let right = Float(width)
        var x = upperX
        var y = upperY
        if y < 0 {
            x = min(max(x - y * slope, 0), right)
            y = 0
        }
        let bottom = min(lowerY, limit)
        let (startRow, endRow) = (floorIndex(y), ceilingIndex(bottom))
        firstRow = min(firstRow, startRow)
        lastRow = max(lastRow, endRow &- 1)
        // SAFETY: 0 <= startRow < endRow <= height and 0 <= x <= width < stride - 1.
        var row = unsafe cells + startRow &* stride
        var bits = unsafe marks + startRow &* wordsPerRow
        var index = startRow
        while index < endRow {
            let nextY = min(Float(index &+ 1), bottom)
            let rise = nextY - y
            let nextX = min(max(x + slope * rise, 0), right)
            unsafe addRow(from: x, to: nextX, weight: falls ? rise : -rise, row: row, bits: bits)
            (x, y) = (nextX, nextY)
            unsafe row += stride
            unsafe bits += wordsPerRow
            index &+= 1
        }
    }

    /// Adds an edge that crosses one row from `from` to `to`; `weight` is the crossed part of the
    /// row's height, with the sign of its direction.
    @inline(__always)
    private func addRow(
        from: Float, to: Float, weight: Float, row: UnsafeMutablePointer<Float>,
        bits: UnsafeMutablePointer<UInt64>
    ) {
        let (left, right) = from < to ? (from, to) : (to, from)
        let (first, last) = (floorIndex(left), ceilingIndex(right))
        guard last > first &+ 1 else {
            let moved = weight * (0.5 * (left + right) - Float(first))
            unsafe row[first] += weight - moved
            unsafe row[first &+ 1] += moved
            return unsafe mark(bits, from: first, to: first &+ 1)
        }
        // The edge spans several pixels: a triangle, whole trapezoids, a triangle.
        let perPixel = 1 / (right - left)
        let start = 1 - (left - Float(first))
        let end = right - Float(last) + 1
        let head = 0.5 * perPixel * start * start
        let tail = 0.5 * perPixel * end * end
        unsafe row[first] += weight * head
        if last == first &+ 2 {
            unsafe row[first &+ 1] += weight * (1 - head - tail)
        } else {
            let second = perPixel * (start + 0.5)
            unsafe row[first &+ 1] += weight * (second - head)
            var index = first &+ 2
            while index < last &- 1 {
                unsafe row[index] += weight * perPixel
                index &+= 1
            }
            let before = second + Float(last &- first &- 3) * perPixel
            unsafe row[last &- 1] += weight * (1 - before - tail)
        }
        unsafe row[last] += weight * tail
        unsafe mark(bits, from: first, to: last)
    }

    /// Marks the quads of the cells `first` to `last`.
    @inline(__always)
    private func mark(_ bits: UnsafeMutablePointer<UInt64>, from first: Int, to last: Int) {
        let (low, high) = (first &>> 2, last &>> 2)
        let (lowWord, highWord) = (low &>> 6, high &>> 6)
        let head = ~UInt64(0) &<< UInt64(low & 63)
        let tail = ~UInt64(0) &>> UInt64(63 &- (high & 63))
        guard lowWord != highWord else {
            unsafe bits[lowWord] |= head & tail
            return
        }
        unsafe bits[lowWord] |= head
        var word = lowWord &+ 1
        while word < highWord {
            unsafe bits[word] = ~0
            word &+= 1
        }
        unsafe bits[highWord] |= tail
    }
}

/// 2^23: added to a value of 0 up to 2^22 it leaves the nearest integer in the low bits.
private let rounder: Float = 8_388_608

@inline(__always)
private func nearestIndex(_ value: Float) -> Int32 {
    Int32(bitPattern: (value + rounder).bitPattern & 0x7F_FFFF)
}

/// The largest integer not above `value`; 0 to 2^22.
@inline(__always)
private func floorIndex(_ value: Float) -> Int {
    let nearest = nearestIndex(value)
    return Int(truncatingIfNeeded: Float(nearest) > value ? nearest &- 1 : nearest)
}

/// The smallest integer not below `value`; 0 to 2^22.
@inline(__always)
private func ceilingIndex(_ value: Float) -> Int {
    let nearest = nearestIndex(value)
    return Int(truncatingIfNeeded: Float(nearest) < value ? nearest &+ 1 : nearest)
}
