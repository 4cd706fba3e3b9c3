/// Coverage of a rectangle of the card, one byte per pixel, row by row.
public struct Mask: Hashable, Sendable {
    public let bounds: PixelRect
    /// `bounds.area` values; 255 is full coverage.
    public var values: [UInt8]

    /// A mask without coverage.
    public init(bounds: PixelRect) {
        self.bounds = bounds
        values = [UInt8](repeating: 0, count: bounds.area)
    }

    /// A mask of given values.
    ///
    /// - Precondition: as many values as `bounds` has pixels.
    public init(bounds: PixelRect, values: [UInt8]) {
        precondition(values.count == bounds.area, "\(values.count) values for \(bounds)")
        self.bounds = bounds
        self.values = values
    }

    /// Index of the value at (x, y), in card coordinates.
    @inlinable
    public func range(x: Int, y: Int, count: Int) -> Range<Int> {
        let start = (y - bounds.y) * bounds.width + x - bounds.x
        return start..<start + count
    }

    /// Multiplies by another mask; outside its bounds coverage becomes 0, or is kept for a
    /// complement.
    public mutating func multiply(by other: Mask, inverted: Inversion) {
        for y in bounds.y..<bounds.endY {
            for x in bounds.x..<bounds.endX {
                let isInside =
                    x >= other.bounds.x && x < other.bounds.endX && y >= other.bounds.y
                    && y < other.bounds.endY
                let weight =
                    isInside ? other.values[other.range(x: x, y: y, count: 1).lowerBound] : 0
                let index = (y - bounds.y) * bounds.width + x - bounds.x
                let factor = UInt32(inverted == .none ? weight : 255 - weight)
                values[index] = UInt8(truncatingIfNeeded: scaled(UInt32(values[index]), by: factor))
            }
        }
    }

    /// Use of a mask as it is, or of its complement.
    public enum Inversion: Sendable { case none, complement }

    /// Adds coverage to row `y` from `x` on, saturating at 255.
    ///
    /// - Precondition: the run is inside `bounds`.
    public mutating func add(_ coverage: Span<UInt8>, x: Int, y: Int) {
        let range = range(x: x, y: y, count: coverage.count)
        precondition(
            x >= bounds.x && x + coverage.count <= bounds.endX && range.upperBound <= values.count
                && range.lowerBound >= 0, "a run leaves the mask")
        // SAFETY: the range lies inside `values`, as just checked.
        unsafe values.withUnsafeMutableBufferPointer { values in
            unsafe coverage.withUnsafeBufferPointer { coverage in
                guard let sum = values.baseAddress, let from = coverage.baseAddress else { return }
                unsafe BlueHeartPixels.add(from, to: sum + range.lowerBound, count: coverage.count)
            }
        }
    }
}
