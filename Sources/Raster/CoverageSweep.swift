import BlueHeartPixels

/// A consumer of coverage runs, row by row from the top, left to right, in card coordinates.
protocol CoverageRuns {
    /// `count` pixels with the same coverage above 0.
    mutating func run(x: Int, y: Int, count: Int, coverage: UInt8)
    /// Pixels with individual coverage.
    mutating func run(x: Int, y: Int, coverage: Span<UInt8>)
}

/// The rule that converts a winding number to coverage.
enum Winding { case nonZero, evenOdd }

extension CoverageCells {
    /// Emits the coverage of every row to `runs` and clears the cells.
    func sweep<Runs: CoverageRuns>(_ winding: Winding, into runs: inout Runs) {
        guard firstRow <= lastRow else { return }
        unsafe cells.withUnsafeMutableBufferPointer { cells in
            unsafe marks.withUnsafeMutableBufferPointer { marks in
                unsafe coverage.withUnsafeMutableBufferPointer { coverage in
                    guard let cells = cells.baseAddress, let marks = marks.baseAddress,
                        let values = coverage.baseAddress
                    else { return }
                    for row in firstRow...lastRow {
                        // SAFETY: row < height, which `prepare` allocated.
                        let sweep = unsafe RowSweep(
                            cells: cells + row * stride, marks: marks + row * wordsPerRow,
                            values: values, words: wordsPerRow, left: band.x, width: width,
                            winding: winding)
                        sweep.sweep(band.y + row, into: &runs)
                    }
                }
            }
        }
        (firstRow, lastRow) = (height, -1)
    }
}

/// The sweep of one row of cells.
///
/// SAFETY: `cells` holds `words * 256` or at least width + 2 cells rounded up to a quad, and only
/// those are marked; `values` has space for `words * 256`.
@safe
private struct RowSweep {
    let cells: UnsafeMutablePointer<Float>
    let marks: UnsafeMutablePointer<UInt64>
    let values: UnsafeMutablePointer<UInt8>
    let words: Int
    let left: Int
    let width: Int
    let winding: Winding

    /// Emits the runs of the row and clears cells and marks.
    @inline(__always)
    func sweep<Runs: CoverageRuns>(_ row: Int, into runs: inout Runs) {
        var sum: Float = 0
        var x = 0
        while x < width {
            let quad = nextQuad(from: x &>> 2, marked: true)
            let start = min(quad &<< 2, width)
            if start > x {
                let constant = coverage(of: SIMD4(repeating: sum))[0]
                if constant > 0 {
                    runs.run(x: left &+ x, y: row, count: start &- x, coverage: constant)
                }
            }
            guard start < width else { break }
            let endQuad = nextQuad(from: quad, marked: false)
            sum = accumulate(from: quad, to: endQuad, after: sum)
            let count = min(endQuad &<< 2, width) &- start
            let span = unsafe Span(_unsafeStart: values, count: count)
            runs.run(x: left &+ start, y: row, coverage: span)
            x = start &+ count
        }
        clear(from: x)
    }

    /// Clears marks, and cells that a mark right of the width may have kept.
    @inline(__always)
    private func clear(from x: Int) {
        unsafe (cells + width).update(repeating: 0, count: 2)
        unsafe marks.update(repeating: 0, count: words)
    }

    /// The first quad from `start` on with the given mark; the end of the words if there is none.
    @inline(__always)
    private func nextQuad(from start: Int, marked: Bool) -> Int {
        var word = start &>> 6
        guard word < words else { return words &<< 6 }
        let flip: UInt64 = marked ? 0 : ~0
        var bits = unsafe (marks[word] ^ flip) & (~0 &<< UInt64(start & 63))
        while bits == 0 {
            word &+= 1
            guard word < words else { return words &<< 6 }
            bits = unsafe marks[word] ^ flip
        }
        return (word &<< 6) &+ bits.trailingZeroBitCount
    }

    /// Converts quads of cells to coverage and clears them; returns the sum after the last.
    @inline(__always)
    private func accumulate(from quad: Int, to endQuad: Int, after before: Float) -> Float {
        var sum = before
        var index = quad
        let output = unsafe UnsafeMutableRawPointer(values)
        while index < endQuad {
            let cell = unsafe UnsafeMutableRawPointer(cells + (index &<< 2))
            var lanes = unsafe cell.loadUnaligned(as: SIMD4<Float>.self)
            unsafe cell.storeBytes(of: SIMD4<Float>(repeating: 0), as: SIMD4<Float>.self)
            lanes += SIMD4(0, lanes[0], lanes[1], lanes[2])
            lanes += SIMD4(0, 0, lanes[0], lanes[1])
            lanes += SIMD4(repeating: sum)
            sum = lanes[3]
            unsafe output.storeBytes(
                of: coverage(of: lanes), toByteOffset: (index &- quad) &<< 2, as: SIMD4<UInt8>.self)
            index &+= 1
        }
        return sum
    }

    /// Coverage, 0 to 255, of four winding sums.
    @inline(__always)
    private func coverage(of sums: SIMD4<Float>) -> SIMD4<UInt8> {
        // 2^23 leaves the nearest integer in the low bits of a float.
        let rounder = SIMD4<Float>(repeating: 8_388_608)
        var area = absolute(sums)
        switch winding {
        case .nonZero:
            area = area.replacing(with: 1, where: area .> 1)
        case .evenOdd:
            // The distance to the nearest even number.
            let nearest = (area * 0.5 + rounder) - rounder
            area = absolute(area - nearest * 2)
        }
        let rounded = area * CoverageLevels.full + rounder
        return unsafe CoverageLevels.bytes(unsafeBitCast(rounded, to: SIMD4<UInt32>.self) & 0xFF)
    }

    @inline(__always)
    private func absolute(_ lanes: SIMD4<Float>) -> SIMD4<Float> {
        let bits = unsafe unsafeBitCast(lanes, to: SIMD4<UInt32>.self) & 0x7FFF_FFFF
        return unsafe unsafeBitCast(bits, to: SIMD4<Float>.self)
    }
}
