public import Pixels

/// Coverage of some rows of a rectangle, a fixed number apart.
public struct CoveredRows: Sendable {
    /// In px of the card.
    public let bounds: PixelRect
    /// From a row to the next, at least 1.
    public let step: Int
    /// From the card's top to the first of them.
    private let firstY: Int
    /// The rows one below the other, the first at 0.
    private(set) var mask: Mask

    /// Rows that nothing covers, the first in the middle of the first `step`.
    ///
    /// Precondition: `step` is at least 1.
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
    /// Precondition: `step` is at least 1.
    public init(of whole: Mask, step: Int) {
        self.init(whole.bounds, step: step)
        add(whole, x: 0, y: 0)
    }

    public var count: Int { mask.bounds.height }

    /// Where a row lies on the card.
    public func y(of index: Int) -> Int { firstY + index * step }

    /// Row after row, one value for each column of the bounds; 255 is all of a pixel.
    public var values: [UInt8] { mask.values }

    /// Where the values of a row lie.
    public func range(of index: Int) -> Range<Int> {
        index * bounds.width..<(index + 1) * bounds.width
    }

    /// Adds what a mask covers whose corner is moved by `x` and `y`.
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
