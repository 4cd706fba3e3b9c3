import BlueHeartGeometry
import BlueHeartPixels

/// Accumulates edge samples in square cells over a shape.
///
/// The colour of a cell is the mean of its light, as the eye and a smaller screen mix it.
struct EdgeCells {
    private let bounds: PixelRect
    /// Side of a cell, in px.
    private let side: Int
    private let columns: Int
    private var cells: [Sums]
    /// `1 / side` as a fixed-point number with 32 fractional bits, rounded up: exact below 65,536
    /// px.
    private let inverse: UInt64

    private struct Sums {
        var full = LinearColor.zero
        var soft = LinearColor.zero
        var outside = LinearColor.zero
        var beyond = LinearColor.zero
        var beyondCount: Float = 0
        var fullCount: Float = 0
        var softCount: Float = 0
        /// The last sample and its repetitions: most samples of a region are equal.
        var last = EdgeSample(inside: 0, outside: 0, beyond: nil, isFull: true)
        var count: Float = 0

        mutating func addLast() {
            guard count > 0 else { return }
            if last.isFull {
                full += LinearColor(pixel: last.inside) * count
                fullCount += count
            } else {
                soft += LinearColor(pixel: last.inside) * count
                softCount += count
            }
            outside += LinearColor(pixel: last.outside) * count
            if let past = last.beyond {
                beyond += LinearColor(pixel: past) * count
                beyondCount += count
            }
            count = 0
        }
    }

    /// Creates empty cells.
    ///
    /// - Parameter side: in px; enlarged if there would be more than 65,536 cells.
    init(over bounds: PixelRect, side: Int) {
        self.bounds = bounds
        let least = Int((Double(max(1, bounds.area)) / 65_536).squareRoot().rounded(.up))
        self.side = max(1, side, least)
        inverse = (1 << 32 + UInt64(self.side) - 1) / UInt64(self.side)
        columns = bounds.width / self.side + 1
        let rows = bounds.height / self.side + 1
        cells = [Sums](repeating: Sums(), count: columns * rows)
    }

    /// Adds the colours just inside and just outside an edge whose inner pixel is at `x` and `y`.
    @inline(__always)
    mutating func add(_ edge: EdgeSample, x: Int, y: Int) {
        let index = cell(y &- bounds.y) &* columns &+ cell(x &- bounds.x)
        if cells[index].last == edge {
            cells[index].count += 1
        } else {
            cells[index].addLast()
            cells[index].last = edge
            cells[index].count = 1
        }
    }

    @inline(__always)
    private func cell(_ distance: Int) -> Int {
        Int(truncatingIfNeeded: (UInt64(truncatingIfNeeded: distance) &* inverse) >> 32)
    }

    /// The colours of regions with enough samples; all samples as one region if there are few.
    func places() -> [EdgeRegion] {
        var places: [EdgeRegion] = []
        var all = Sums()
        for index in cells.indices where cells[index].count > 0 {
            var sums = cells[index]
            sums.addLast()
            all.full += sums.full
            all.soft += sums.soft
            all.outside += sums.outside
            all.beyond += sums.beyond
            all.beyondCount += sums.beyondCount
            all.fullCount += sums.fullCount
            all.softCount += sums.softCount
            guard sums.fullCount >= 3 || sums.softCount >= 4 else { continue }
            let area = PixelRect(
                x: bounds.x + index % columns * side, y: bounds.y + index / columns * side,
                width: side, height: side
            ).intersection(bounds)
            places.append(place(sums, in: area))
        }
        if places.isEmpty, all.fullCount + all.softCount > 0 { return [place(all, in: bounds)] }
        return places
    }

    private func place(_ sums: Sums, in area: PixelRect) -> EdgeRegion {
        let count = sums.fullCount + sums.softCount
        let isFull = sums.fullCount >= 3 || sums.softCount == 0
        let beside = EdgeRegion(
            area: area, inside: isFull ? sums.full / sums.fullCount : sums.soft / sums.softCount,
            outside: sums.outside / count, isExact: isFull)
        guard sums.beyondCount > 0 else { return beside }
        var past = beside
        past.outside = sums.beyond / sums.beyondCount
        return past.contrast > beside.contrast ? past : beside
    }
}

/// Opaque pixels on both sides of an edge.
struct EdgeSample: Equatable {
    var inside: UInt32
    var outside: UInt32
    /// Pixel of the background beyond a shadow.
    private var past: UInt32
    /// True if the inner pixel has the shape's colour only.
    var isFull: Bool

    @inline(__always)
    init(inside: UInt32, outside: UInt32, beyond: UInt32?, isFull: Bool) {
        self.inside = inside
        self.outside = outside
        // An opaque pixel is never 0.
        past = beyond ?? 0
        self.isFull = isFull
    }

    var beyond: UInt32? { past == 0 ? nil : past }
}

/// The mean colours along a shape's edges in one region.
struct EdgeRegion: Hashable {
    /// Bounds in px of the card.
    var area: PixelRect
    var inside: LinearColor
    var outside: LinearColor
    /// True if pixels with the shape's colour only were sampled.
    var isExact: Bool

    var contrast: Float { BlueHeartSight.contrast(inside.luminance, outside.luminance) }

    /// The contrast under a colour-vision deficiency.
    func contrast(_ vision: ColorVision) -> Float {
        BlueHeartSight.contrast(vision.seen(inside).luminance, vision.seen(outside).luminance)
    }
}
