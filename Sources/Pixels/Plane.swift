/// Rows of 15-bit samples between the steps of a blur.
struct Plane {
    /// Pixels in a row.
    let width: Int
    let height: Int
    /// Samples per pixel: 1 or 4.
    let channels: Int
    /// Rows, and 8 more samples, so that a step may read beyond the end.
    var samples: [Int16]

    init(width: Int, height: Int, channels: Int) {
        self.width = width
        self.height = height
        self.channels = channels
        samples = [Int16](repeating: 0, count: width * height * channels + 8)
    }

    /// The plane with its columns filtered to `weights.count` rows.
    func filteringColumns(_ weights: FilterWeights) -> Plane {
        var result = Plane(width: width, height: weights.count, channels: channels)
        let length = width * channels
        let half = weights.width / 2
        for row in 0..<weights.count {
            // Beyond the last row the weight is 0, so any row will do.
            let sources = (0..<weights.width).map {
                min(weights.starts[row] + $0, height - 1) * length
            }
            VerticalFilter.apply(
                samples, at: sources, weights.pairs[row * half..<(row + 1) * half], count: length,
                into: &result.samples, at: .init(start: row * length))
        }
        return result
    }

    /// The plane with rows and columns exchanged.
    func transposed() -> Plane {
        var result = Plane(width: height, height: width, channels: channels)
        // Blocks of 16 pixels keep both sides in the L1 cache.
        for top in stride(from: 0, to: height, by: 16) {
            for left in stride(from: 0, to: width, by: 16) {
                transposeBlock(
                    x: left..<min(left + 16, width), y: top..<min(top + 16, height), into: &result)
            }
        }
        return result
    }

    private func transposeBlock(x: Range<Int>, y: Range<Int>, into result: inout Plane) {
        for row in y {
            for column in x {
                let (from, to) = (
                    (row * width + column) * channels, (column * height + row) * channels
                )
                guard channels == 4 else {
                    result.samples[to] = samples[from]
                    continue
                }
                for channel in 0..<4 {
                    result.samples[to &+ channel] = samples[from &+ channel]
                }
            }
        }
    }
}
