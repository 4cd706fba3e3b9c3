/// Makes pictures larger and smaller in linear light.
///
/// What becomes less than a quarter as long is halved first, as often as leaves at least two
/// samples for each one made.
public struct Resampler {
    private let columns: FilterWeights
    private let rows: FilterWeights
    private var filter: SeparableFilter<BlockRows>

    /// One side of the result.
    public struct Axis: Sendable {
        /// Pixels made.
        public var count: Int
        public var scale: FilterWeights.Scale

        public init(count: Int, scale: FilterWeights.Scale) {
            self.count = count
            self.scale = scale
        }

        fileprivate func weights(_ length: Int, halvings: Int, _ alignment: FilterWeights.Alignment)
            -> FilterWeights
        {
            let side = Double(1 << halvings)
            return FilterWeights(
                count: count, length: (length + (1 << halvings) - 1) >> halvings,
                scale: .init(offset: scale.offset / side, step: scale.step / side),
                filter: .catmullRom, alignment: alignment)
        }
    }

    /// What becomes of `source` with one pixel for each of `columns` and `rows`.
    ///
    /// Precondition: the pixels are at hand that `reach(step:)` tells of.
    public init(_ source: CroppedImage, columns: Axis, rows: Axis) {
        let step = min(abs(columns.scale.step), abs(rows.scale.step))
        var halvings = 0
        while step >= Double(4 << halvings), min(source.width, source.height) >> halvings > 1 {
            halvings += 1
        }
        self.columns = columns.weights(source.width, halvings: halvings, .even)
        self.rows = rows.weights(source.height, halvings: halvings, .any)
        filter = SeparableFilter(columns: self.columns, rows: self.rows) { columns in
            BlockRows(source, coding: .light, halvings: halvings, columns: columns)
        }
    }

    /// How far beyond the part of a picture that is shown its pixels may be looked at, where `step`
    /// of them become one.
    ///
    /// A side may lie within a pixel that is made, whose bell goes two further. Samples are read by
    /// pairs and in an even number, which adds up to four, each of them one pixel or at most half
    /// of `step`.
    public static func reach(step: Double) -> Double { 5 * max(1, step) + 4 }

    /// The pixels of the result, one row of columns after the other, and whether all are opaque.
    public mutating func pixels() -> (pixels: [UInt32], areOpaque: Bool) {
        let (count, area) = (columns.count, columns.count * rows.count)
        var areOpaque = true
        let pixels = unsafe PixelMemory.written(count: area) { memory in
            filter.apply { filter, index, row in
                // SAFETY: the filter makes each of the rows once.
                let place = memory.extracting(row * count..<(row + 1) * count)
                areOpaque = unsafe filter.encode(index, into: place) && areOpaque
            }
        }
        return (pixels, areOpaque)
    }
}
