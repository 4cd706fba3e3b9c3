import BlueHeartGeometry
import BlueHeartPixels

/// The first and last covered pixel in rows of a mask.
struct InkOutline: Hashable {
    struct Row: Hashable {
        var y: Int
        /// Columns, half open.
        var columns: Range<Int>
    }

    /// Every second covered row, top to bottom.
    private(set) var rows: [Row] = []

    init(_ mask: Mask) {
        let bounds = mask.bounds
        guard !bounds.isEmpty else { return }
        let values = mask.values.span
        for y in stride(from: bounds.y, to: bounds.endY, by: 2) {
            let row = values.extracting(mask.range(x: bounds.x, y: y, count: bounds.width))
            var (first, end) = (0, row.count)
            while first < end, row[first] < 32 { first += 1 }
            while end > first, row[end - 1] < 32 { end -= 1 }
            if first < end { rows.append(Row(y: y, columns: bounds.x + first..<bounds.x + end)) }
        }
    }

    /// The smallest axis-aligned rectangle around it; nil if nothing is covered.
    var bounds: Rect? {
        guard let top = rows.first, let bottom = rows.last else { return nil }
        let left = rows.reduce(top.columns.lowerBound) { min($0, $1.columns.lowerBound) }
        let right = rows.reduce(top.columns.upperBound) { max($0, $1.columns.upperBound) }
        return Rect(
            minX: Double(left), minY: Double(top.y), maxX: Double(right),
            maxY: Double(bottom.y + 2))
    }

    /// True if all rows have the same columns.
    var isRectangle: Bool {
        guard let first = rows.first?.columns else { return true }
        return rows.allSatisfy {
            abs($0.columns.lowerBound - first.lowerBound) <= 1
                && abs($0.columns.upperBound - first.upperBound) <= 1
        }
    }

    /// The shortest distance from the outline to a rectangle, in px; 0 if they touch.
    func distance(to rect: Rect) -> Double {
        rows.reduce(.infinity) { shortest, row in
            let above = max(rect.minY - Double(row.y), Double(row.y) - rect.maxY, 0)
            guard above < shortest else { return shortest }
            let beside = max(
                rect.minX - Double(row.columns.upperBound),
                Double(row.columns.lowerBound) - rect.maxX, 0)
            return min(shortest, Point(x: beside, y: above).length)
        }
    }

    /// True if it contains a rectangle.
    func holds(_ rect: Rect) -> Bool {
        let touched = rows.filter { Double($0.y) >= rect.minY && Double($0.y) <= rect.maxY }
        guard let first = touched.first, let last = touched.last else { return false }
        return Double(first.y) <= rect.minY + 2 && Double(last.y) >= rect.maxY - 2
            && touched.allSatisfy {
                Double($0.columns.lowerBound) <= rect.minX
                    && Double($0.columns.upperBound) >= rect.maxX
            }
    }
}
