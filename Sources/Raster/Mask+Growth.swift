import BlueHeartPixels

extension Mask {
    /// The shape with its edge moved outwards by `distance` px (negative: inwards), with rounded
    /// corners.
    ///
    /// Areas of one opacity keep it: each is grown as a shape of its own, and the most opaque shows.
    /// The edge is at half the coverage of the area. The result is cropped to the bounds.
    func grown(by distance: Double) -> Mask {
        guard distance != 0, !bounds.isEmpty else { return self }
        let levels = plateaus
        guard levels != [255] else { return grownShape(by: distance) }
        var result = Mask(bounds: bounds)
        for (below, level) in zip([0] + levels, levels) {
            let shape = covering(level, above: below).grownShape(by: distance)
            for index in values.indices {
                let value = UInt8((UInt32(shape.values[index]) * UInt32(level) + 127) / 255)
                result.values[index] = max(result.values[index], value)
            }
        }
        return result
    }

    /// The opacities of areas: the highest, and those of a sixteenth of the covered pixels or more;
    /// the values of antialiased edges are rarer.
    private var plateaus: [UInt8] {
        var counts = [Int](repeating: 0, count: 256)
        for value in values { counts[Int(value)] += 1 }
        let covered = values.count - counts[0]
        guard let highest = counts.lastIndex(where: { $0 > 0 }), highest > 0 else { return [255] }
        let others = (1..<highest).filter { 16 * counts[$0] >= covered }
        return (others + [highest]).map { UInt8($0) }
    }

    /// The shape of an area, with coverage from 0 at the opacity of the area below to 255 at its own.
    private func covering(_ level: UInt8, above below: UInt8) -> Mask {
        var shape = self
        let (low, high) = (Int(below), Int(level))
        let table = (0...255).map { UInt8(min(max(0, ($0 - low) * 255 / (high - low)), 255)) }
        for index in values.indices { shape.values[index] = table[Int(values[index])] }
        return shape
    }

    private func grownShape(by distance: Double) -> Mask {
        // Distances to half a pixel inside the edge, and to half a pixel outside it: for partially
        // covered pixels both are known and non-negative.
        let outside = DistanceField(self) { $0 == 0 ? nil : 1 - $0 }
        let inside = DistanceField(self) { $0 == 1 ? nil : $0 }
        var result = self
        for index in values.indices {
            let fromEdge =
                values[index] < 128
                ? outside.squares[index].squareRoot() - 0.5
                : 0.5 - inside.squares[index].squareRoot()
            result.values[index] = UInt8((unit(distance + 0.5 - fromEdge) * 255).rounded())
        }
        return result
    }
}

/// Squared distances from each pixel to a shape.
///
/// Source: Felzenszwalb and Huttenlocher, Distance Transforms of Sampled Functions, 2012: the lower
/// envelope of parabolas, first along the columns, then along the rows.
private struct DistanceField {
    private(set) var squares: [Double]

    /// Larger than the distance of any two pixels of a card.
    private static let infinity = 1e12

    /// Computes the distances; `distance` gives that of a pixel by its coverage, 0 to 1, or nil if
    /// it depends on other pixels only.
    init(_ mask: Mask, distance: (Double) -> Double?) {
        let (width, height) = (mask.bounds.width, mask.bounds.height)
        let table = (0...255).map { code in
            distance(Double(code) / 255).map { $0 * $0 } ?? DistanceField.infinity
        }
        squares = mask.values.map { table[Int($0)] }
        var envelope = Envelope(count: max(width, height))
        for column in 0..<width {
            envelope.transform(&squares, from: column, step: width, count: height)
        }
        for row in 0..<height {
            envelope.transform(&squares, from: row * width, step: 1, count: width)
        }
    }
}

/// The lower envelope of parabolas over a row, with reusable memory.
private struct Envelope {
    private var heights: [Double]
    /// Centres of the envelope's parabolas.
    private var centers: [Int]
    /// Start of the range in which each parabola is the lowest.
    private var starts: [Double]

    init(count: Int) {
        heights = [Double](repeating: 0, count: count)
        centers = [Int](repeating: 0, count: count)
        starts = [Double](repeating: 0, count: count + 1)
    }

    mutating func transform(_ squares: inout [Double], from: Int, step: Int, count: Int) {
        for index in 0..<count { heights[index] = squares[from + index * step] }
        var last = 0
        (centers[0], starts[0]) = (0, -.infinity)
        for index in 1..<max(count, 1) {
            var start = crossing(centers[last], index)
            while start <= starts[last] {
                last -= 1
                start = crossing(centers[last], index)
            }
            last += 1
            (centers[last], starts[last]) = (index, start)
        }
        starts[last + 1] = .infinity
        var part = 0
        for index in 0..<count {
            while starts[part + 1] < Double(index) { part += 1 }
            let away = Double(index - centers[part])
            squares[from + index * step] = away * away + heights[centers[part]]
        }
    }

    /// Position at which the parabola at `right` becomes lower than that at `left`.
    private func crossing(_ left: Int, _ right: Int) -> Double {
        let (low, high) = (Double(left), Double(right))
        return ((heights[right] + high * high) - (heights[left] + low * low)) / (2 * (high - low))
    }
}
