import BlueHeartTestbench
import Testing

@testable import BlueHeartPixels

/// The loops of resampling against one sample at a time, in every width of lanes this machine has.
@Suite struct VectorWidthTests {
    /// Lengths around the 8, 16 and 32 samples of one step, into rows by themselves and four together.
    @Test(arguments: 1...67, [8, 32])
    func filteredRowsAgreeWithTheScalar(count: Int, step: Int) {
        for rows in [2, 4, 6, 8, 10] {
            var random = SplitMix64(seed: UInt64(count + rows))
            let length = (count + 7) & ~7
            let samples = (0..<length * rows).map { _ in random.sample() }
            let weights = (0..<rows).map { _ in Int16(truncatingIfNeeded: random.next()) >> 2 }
            for lanes in VectorWidth.usable {
                var output = [Int16](repeating: 0, count: length / 8 * step)
                VerticalFilter.apply(
                    samples, at: (0..<rows).map { $0 * length }, pairs(weights)[...], count: count,
                    into: &output, at: .init(start: 0, step: step), lanes: lanes)
                let found = (0..<count).map { output[$0 / 8 * step + $0 % 8] }
                let expected = (0..<count).map { index in
                    VerticalFilter.filtered(
                        (0..<rows).map { samples[$0 * length + index] }, weights)
                }
                #expect(found == expected, "\(lanes), \(rows) rows")
            }
        }
    }

    private func pairs(_ weights: [Int16]) -> [UInt32] {
        stride(from: 0, to: weights.count, by: 2).map {
            UInt32(UInt16(bitPattern: weights[$0]))
                | UInt32(UInt16(bitPattern: weights[$0 + 1])) << 16
        }
    }

    /// Counts of columns around the two of one step, with 2 pairs of filter and more.
    @Test(arguments: [1, 2, 3, 8, 9], [0.5, 1, 1.5, 3, 5])
    func filteredPixelsAgreeWithTheScalar(count: Int, step: Double) {
        var random = SplitMix64(seed: UInt64(count))
        let columns = FilterWeights(
            count: count, length: Int(Double(count) * step) + 1,
            scale: .init(offset: 0, step: step), filter: .catmullRom, alignment: .even)
        let length = columns.paddedLength * 4
        let rows = (0..<length * HorizontalFilter.rowsTogether).map { _ in random.sample() }
        for lanes in VectorWidth.usable {
            var filter = HorizontalFilter(columns, firstColumn: 0, rowLength: length, lanes: lanes)
            filter.rows = rows
            filter.apply()
            for row in 0..<HorizontalFilter.rowsTogether {
                var filtered: [Int16] = []
                filter.append(row, to: &filtered)
                let agree = (0..<count * 4).allSatisfy { index in
                    filtered[LinearRows.place(index / 4, index % 4)]
                        == sample(of: rows, row, columns, column: index / 4, channel: index % 4)
                }
                #expect(agree, "\(lanes), row \(row)")
            }
        }
    }

    /// What the filter makes of its rows, one sample of it.
    private func sample(
        of rows: [Int16], _ row: Int, _ columns: FilterWeights, column: Int, channel: Int
    ) -> Int16 {
        let target = HorizontalFilter.target(of: row)
        let samples = (0..<columns.width).map { tap in
            let place = LinearRows.place(columns.starts[column] + tap, channel)
            return rows[target.start + place / 8 * target.step + place % 8]
        }
        let half = columns.width / 2
        let weights = columns.pairs[column * half..<(column + 1) * half].flatMap {
            [Int16(truncatingIfNeeded: $0), Int16(truncatingIfNeeded: $0 >> 16)]
        }
        return VerticalFilter.filtered(samples, weights)
    }

    /// Rows that are opaque go four or eight pixels at a time, others one by one.
    @Test(arguments: 1...35)
    func everyPixelBecomesTheLightOfItsCodes(count: Int) {
        var random = SplitMix64(seed: UInt64(count))
        let opaque = (0..<count).map { _ in UInt32(truncatingIfNeeded: random.next()) | 0xFF00_0000
        }
        for (lanes, clear) in VectorWidth.usable.flatMap({
            [($0, 0), ($0, count / 2), ($0, count)]
        }) {
            var row = opaque
            if clear < count { row[clear] = 0 }
            var light = [Int16](repeating: 0, count: (count + 1) / 2 * 8)
            LinearRows.decode(
                row, .light, from: 0, count: count, ahead: 1_000, into: &light, at: 0, lanes: lanes)
            for (pixel, place) in zip(row, 0...) {
                for channel in 0..<4 {
                    let code = Int(pixel >> UInt32(8 * channel) & 255)
                    #expect(
                        light[LinearRows.place(place, channel)] == PolynomialTransfer.words[code])
                }
            }
        }
    }

    /// Four pixels and as many more as one step of wide lanes takes.
    @Test(arguments: [4, 8, 12, 20])
    func halvedRowsAreMeansOfBlocks(width: Int) {
        var random = SplitMix64(seed: 3)
        let samples = (0..<width * 4 * 2).map { _ in random.sample() }
        for lanes in VectorWidth.usable {
            var light = [Int16](repeating: 0, count: width / 2 * 4)
            BlockRows.halve(samples, into: &light, at: 0, lanes: lanes)
            for pixel in 0..<width / 2 {
                for channel in 0..<4 {
                    let block = [0, width * 4].flatMap { row in
                        (0..<2).map {
                            Int(samples[row + LinearRows.place(pixel * 2 + $0, channel)])
                        }
                    }
                    let mean = (block.reduce(0, +) + 2) / 4
                    #expect(Int(light[LinearRows.place(pixel, channel)]) == mean, "\(lanes)")
                }
            }
        }
    }
}

extension SplitMix64 {
    /// Light of 15 bits.
    fileprivate mutating func sample() -> Int16 { Int16(next() >> 49) }
}
