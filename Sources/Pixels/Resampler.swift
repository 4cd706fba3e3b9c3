/// Scales images, in linear light unless told otherwise.
///
/// If a side is reduced to less than a quarter, it is halved first, as often as leaves at least two
/// samples per output sample.
public struct Resampler {
    private let columns: FilterWeights
    private let rows: FilterWeights
    private var filter: SeparableFilter<BlockRows>

    private let coding: Coding

    /// Numbers that are averaged: light, or 8-bit codes as they are.
    public enum Coding: Sendable { case light, codes }

    /// One axis of the result.
    public struct Axis: Sendable {
        /// Number of output pixels.
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

    /// Prepares the scaling of `source` to the given columns and rows.
    ///
    /// - Precondition: the pixels within `reach(step:)` of the visible part are available.
    public init(_ source: CroppedImage, columns: Axis, rows: Axis, coding: Coding = .light) {
        self.coding = coding
        let step = min(abs(columns.scale.step), abs(rows.scale.step))
        var halvings = 0
        while step >= Double(4 << halvings), min(source.width, source.height) >> halvings > 1 {
            halvings += 1
        }
        self.columns = columns.weights(source.width, halvings: halvings, .even)
        self.rows = rows.weights(source.height, halvings: halvings, .any)
        filter = SeparableFilter(columns: self.columns, rows: self.rows) { columns in
            BlockRows(
                source, coding: coding == .light ? .light : .codes, halvings: halvings,
                columns: columns)
        }
    }

    /// Distance beyond the visible part of a picture within which pixels may be read, if `step` of
    /// them become one.
    ///
    /// A side may be inside an output pixel, whose filter reaches two further. Samples are read in
    /// pairs and in an even number, which adds up to four, each of them one pixel or at most half
    /// of `step`.
    public static func reach(step: Double) -> Double { 5 * max(1, step) + 4 }

    /// The output pixels, row by row, and true if all are opaque.
    public mutating func pixels() -> (pixels: [UInt32], areOpaque: Bool) {
        let (count, area) = (columns.count, columns.count * rows.count)
        guard coding == .light else { return codedPixels(count: count, area: area) }
        var areOpaque = true
        let pixels = unsafe PixelMemory.written(count: area) { memory in
            filter.apply { filter, index, row in
                // SAFETY: the filter produces each of the rows once.
                let place = memory.extracting(row * count..<(row + 1) * count)
                areOpaque = unsafe filter.encode(index, into: place) && areOpaque
            }
        }
        return (pixels, areOpaque)
    }

    private mutating func codedPixels(
        count: Int, area: Int
    ) -> (pixels: [UInt32], areOpaque: Bool) {
        var pixels = PixelMemory.filled(with: 0, count: area)
        filter.apply { filter, index, row in
            filter.encodeCodes(index, into: &pixels, at: row * count)
        }
        return (pixels, BlueHeartPixels.areOpaque(pixels))
    }
}
