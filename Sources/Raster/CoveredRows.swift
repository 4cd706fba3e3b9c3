public import BlueHeartPixels

/// Coverage of some rows of a rectangle, at a fixed distance.
public struct CoveredRows: Sendable {
    /// Bounds in px of the card.
    public let bounds: PixelRect
    /// Distance of rows, at least 1.
    public let step: Int
    /// Position of the first row on the card.
    private let firstY: Int
    /// The rows, contiguous, the first at 0.
    private(set) var mask: Mask

    /// Rows without coverage, the first in the middle of the first `step`.
    ///
    /// - Precondition: `step` is at least 1.
    init(_ bounds: PixelRect, step: Int) {
        self.bounds = bounds
        self.step = step
        let offset = min(step, bounds.height) / 2
        firstY = bounds.y + offset
        let count = bounds.isEmpty ? 0 : (bounds.height - offset + step - 1) / step
        mask = Mask(bounds: PixelRect(x: bounds.x, y: 0, width: bounds.width, height: count))
    }

    /// The rows of a mask.
    ///
    /// - Precondition: `step` is at least 1.
    public init(of whole: Mask, step: Int) {
        self.init(whole.bounds, step: step)
        add(whole, x: 0, y: 0)
    }

    public var count: Int { mask.bounds.height }

    /// Position of a row on the card.
    public func y(of index: Int) -> Int { firstY + index * step }

    /// Values row by row, one for each column of the bounds; 255 is full coverage.
    public var values: [UInt8] { mask.values }

    /// Range of a row's values.
    public func range(of index: Int) -> Range<Int> {
        index * bounds.width..<(index + 1) * bounds.width
    }

    /// Adds the coverage of a mask moved by `x` and `y`.
    mutating func add(_ other: Mask, x: Int, y: Int) {
        var moved = other.bounds
        (moved.x, moved.y) = (moved.x + x, moved.y + y)
        let shared = moved.intersection(bounds)
        guard !shared.isEmpty else { return }
        let values = other.values.span
        var index = max(0, (shared.y - firstY + step - 1) / step)
        while index < count, self.y(of: index) < shared.endY {
            let row = self.y(of: index) - y
            let range = other.range(x: shared.x - x, y: row, count: shared.width)
            mask.add(values.extracting(range), x: shared.x, y: index)
            index += 1
        }
    }
}
