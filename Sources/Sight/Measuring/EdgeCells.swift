import Geometry
import Pixels

/// Edges gathered by the place they lie in: small squares over a shape.
///
/// What is seen of a place is the mean of its light, as the eye and a smaller screen mix it.
struct EdgeCells {
    private let bounds: PixelRect
    /// Length of a cell's side, in px.
    private let side: Int
    private let columns: Int
    private var cells: [Sums]
    /// Light of each 8-bit code.
    private let lights = Light.ofCodes

    private struct Sums {
        var full = Light.zero
        var soft = Light.zero
        var outside = Light.zero
        var beyond = Light.zero
        var beyondCount: Float = 0
        var fullCount: Float = 0
        var softCount: Float = 0

        @inline(__always)
        mutating func add(inside: Light, outside: Light, beyond: Light?, isFull: Bool) {
            if isFull {
                full += inside
                fullCount += 1
            } else {
                soft += inside
                softCount += 1
            }
            self.outside += outside
            guard let beyond else { return }
            self.beyond += beyond
            beyondCount += 1
        }
    }

    /// - Parameter side: in px; becomes larger where there would be more than 65,536 cells.
    init(over bounds: PixelRect, side: Int) {
        self.bounds = bounds
        let least = Int((Double(max(1, bounds.area)) / 65_536).squareRoot().rounded(.up))
        self.side = max(1, side, least)
        columns = bounds.width / self.side + 1
        let rows = bounds.height / self.side + 1
        cells = [Sums](repeating: Sums(), count: columns * rows)
    }

    /// Adds what lies just inside and just outside an edge.
    ///
    /// - Parameters:
    ///   - isFull: whether the inner pixel shows nothing but the shape's own colour.
    ///   - beyond: a pixel of the ground, past a shadow.
    ///   - x, y: of the inner pixel.
    @inline(__always)
    mutating func add(
        inside: UInt32, outside: UInt32, beyond: UInt32?, isFull: Bool, x: Int, y: Int
    ) {
        let column = UInt32(truncatingIfNeeded: x &- bounds.x) / UInt32(truncatingIfNeeded: side)
        let row = UInt32(truncatingIfNeeded: y &- bounds.y) / UInt32(truncatingIfNeeded: side)
        cells[Int(row) &* columns &+ Int(column)].add(
            inside: light(of: inside), outside: light(of: outside), beyond: beyond.map(light),
            isFull: isFull)
    }

    @inline(__always)
    private func light(of pixel: UInt32) -> Light {
        Light(
            lights[Int(pixel & 255)], lights[Int(pixel >> 8 & 255)], lights[Int(pixel >> 16 & 255)])
    }

    /// What was seen where there are edges enough to tell; all of them as one where there are few.
    func places() -> [EdgePlace] {
        var places: [EdgePlace] = []
        var all = Sums()
        for (index, sums) in cells.enumerated() where sums.fullCount + sums.softCount > 0 {
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

    private func place(_ sums: Sums, in area: PixelRect) -> EdgePlace {
        let count = sums.fullCount + sums.softCount
        let isFull = sums.fullCount >= 3 || sums.softCount == 0
        let beside = EdgePlace(
            area: area, inside: isFull ? sums.full / sums.fullCount : sums.soft / sums.softCount,
            outside: sums.outside / count, isExact: isFull)
        guard sums.beyondCount > 0 else { return beside }
        var past = beside
        past.outside = sums.beyond / sums.beyondCount
        return past.contrast > beside.contrast ? past : beside
    }
}

/// What is seen at one place along a shape's edges.
struct EdgePlace: Hashable {
    /// In px of the card.
    var area: PixelRect
    var inside: Light
    var outside: Light
    /// Whether pixels were met that show nothing but the shape.
    var isExact: Bool

    var contrast: Float { Sight.contrast(inside.luminance, outside.luminance) }

    /// The contrast for people who see colours this way.
    func contrast(_ vision: ColorVision) -> Float {
        Sight.contrast(vision.seen(inside).luminance, vision.seen(outside).luminance)
    }
}
