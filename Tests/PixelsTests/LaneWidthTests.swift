import Testbench
import Testing

@testable import Pixels

/// The loops of resampling against one sample at a time, in every width of lanes this machine has.
@Suite struct LaneWidthTests {
    /// Lengths around the 8, 16 and 32 samples of one step, into rows by themselves and four together.
    @Test(arguments: 1...67, [8, 32])
    func mixedRowsAgreeWithTheScalar(count: Int, step: Int) {
        for rows in [2, 4, 6, 8, 10] {
            var random = SplitMix64(seed: UInt64(count + rows))
            let length = (count + 7) & ~7
            let samples = (0..<length * rows).map { _ in random.sample() }
            let weights = (0..<rows).map { _ in Int16(truncatingIfNeeded: random.next()) >> 2 }
            for lanes in LaneWidth.usable {
                var output = [Int16](repeating: 0, count: length / 8 * step)
                RowMixer.mix(
                    samples, at: (0..<rows).map { $0 * length }, pairs(weights)[...], count: count,
                    into: &output, at: .init(start: 0, step: step), lanes: lanes)
                let found = (0..<count).map { output[$0 / 8 * step + $0 % 8] }
                let expected = (0..<count).map { index in
                    RowMixer.mixed((0..<rows).map { samples[$0 * length + index] }, weights)
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

    /// Counts of columns around the two of one step, with 2 pairs of taps and more.
    @Test(arguments: [1, 2, 3, 8, 9], [0.5, 1, 1.5, 3, 5])
    func mixedPixelsAgreeWithTheScalar(count: Int, step: Double) {
        var random = SplitMix64(seed: UInt64(count))
        let taps = Taps(
            count: count, length: Int(Double(count) * step) + 1,
            scale: .init(offset: 0, step: step), filter: .catmullRom, alignment: .even)
        let length = taps.paddedLength * 4
        let rows = (0..<length * PixelMixer.rowsTogether).map { _ in random.sample() }
        for lanes in LaneWidth.usable {
            var mixer = PixelMixer(taps, firstColumn: 0, rowLength: length, lanes: lanes)
            mixer.rows = rows
            mixer.mix()
            for row in 0..<PixelMixer.rowsTogether {
                var mixed: [Int16] = []
                mixer.append(row, to: &mixed)
                let agree = (0..<count * 4).allSatisfy { index in
                    mixed[LightRows.place(index / 4, index % 4)]
                        == sample(of: rows, row, taps, column: index / 4, channel: index % 4)
                }
                #expect(agree, "\(lanes), row \(row)")
            }
        }
    }

    /// What the mixer makes of its rows, one sample of it.
    private func sample(
        of rows: [Int16], _ row: Int, _ taps: Taps, column: Int, channel: Int
    ) -> Int16 {
        let target = PixelMixer.target(of: row)
        let samples = (0..<taps.width).map { tap in
            let place = LightRows.place(taps.starts[column] + tap, channel)
            return rows[target.start + place / 8 * target.step + place % 8]
        }
        let half = taps.width / 2
        let weights = taps.pairs[column * half..<(column + 1) * half].flatMap {
            [Int16(truncatingIfNeeded: $0), Int16(truncatingIfNeeded: $0 >> 16)]
        }
        return RowMixer.mixed(samples, weights)
    }

    /// Rows that are opaque go four or eight pixels at a time, others one by one.
    @Test(arguments: 1...35)
    func everyPixelBecomesTheLightOfItsCodes(count: Int) {
        var random = SplitMix64(seed: UInt64(count))
        let opaque = (0..<count).map { _ in UInt32(truncatingIfNeeded: random.next()) | 0xFF00_0000
        }
        for (lanes, clear) in LaneWidth.usable.flatMap({ [($0, 0), ($0, count / 2), ($0, count)] })
        {
            var row = opaque
            if clear < count { row[clear] = 0 }
            var light = [Int16](repeating: 0, count: (count + 1) / 2 * 8)
            LightRows.decode(
                row, .light, from: 0, count: count, ahead: 1_000, into: &light, at: 0, lanes: lanes)
            for (pixel, place) in zip(row, 0...) {
                for channel in 0..<4 {
                    let code = Int(pixel >> UInt32(8 * channel) & 255)
                    #expect(light[LightRows.place(place, channel)] == LightCurve.words[code])
                }
            }
        }
    }

    /// Four pixels and as many more as one step of wide lanes takes.
    @Test(arguments: [4, 8, 12, 20])
    func halvedRowsAreMeansOfBlocks(width: Int) {
        var random = SplitMix64(seed: 3)
        let samples = (0..<width * 4 * 2).map { _ in random.sample() }
        for lanes in LaneWidth.usable {
            var light = [Int16](repeating: 0, count: width / 2 * 4)
            ReducedRows.halve(samples, into: &light, at: 0, lanes: lanes)
            for pixel in 0..<width / 2 {
                for channel in 0..<4 {
                    let block = [0, width * 4].flatMap { row in
                        (0..<2).map { Int(samples[row + LightRows.place(pixel * 2 + $0, channel)]) }
                    }
                    let mean = (block.reduce(0, +) + 2) / 4
                    #expect(Int(light[LightRows.place(pixel, channel)]) == mean, "\(lanes)")
                }
            }
        }
    }
}

extension SplitMix64 {
    /// Light of 15 bits.
    fileprivate mutating func sample() -> Int16 { Int16(next() >> 49) }
}
