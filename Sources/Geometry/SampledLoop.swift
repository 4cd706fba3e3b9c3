/// Points at equal distances along a closed outline, with their outward normals.
struct SampledLoop {
    struct Sample {
        var place: Point
        /// A unit vector.
        var outward: Point
    }

    let samples: [Sample]
    /// Length of the whole outline, in px.
    let length: Double

    /// Samples an outline.
    ///
    /// - Parameters:
    ///   - outline: one clockwise contour with a length above 0.
    ///   - spacing: approximate distance of samples, in px.
    init(_ outline: Path, spacing: Double) {
        var pieces: [(from: Point, to: Point)] = []
        outline.forEachLine(tolerance: spacing / 50) { pieces.append(($0, $1)) }
        length = pieces.reduce(0) { $0 + ($1.to - $1.from).length }
        let count = max(8, Int(length / spacing))
        let step = length / Double(count)
        var places: [Point] = []
        var (index, walked) = (0, 0.0)
        for sample in 0..<count {
            let wanted = Double(sample) * step
            while index < pieces.count - 1,
                walked + (pieces[index].to - pieces[index].from).length < wanted
            {
                walked += (pieces[index].to - pieces[index].from).length
                index += 1
            }
            let piece = pieces[index]
            let size = (piece.to - piece.from).length
            places.append(piece.from.lerp(to: piece.to, size > 0 ? (wanted - walked) / size : 0))
        }
        samples = places.indices.map { index in
            let along = places[(index + 1) % count] - places[(index + count - 1) % count]
            // Clockwise on screen, so that outside is to the left.
            let outward = Point(x: along.y, y: -along.x)
            return Sample(place: places[index], outward: outward * (1 / outward.length))
        }
    }

    /// The sample at `distance` px from the start, interpolated between its neighbours.
    func sample(at distance: Double) -> Sample {
        let place = distance / length * Double(samples.count)
        let index = Int(place.rounded(.down))
        let (from, to) = (samples[index % samples.count], samples[(index + 1) % samples.count])
        let fraction = place - Double(index)
        return Sample(
            place: from.place.lerp(to: to.place, fraction),
            outward: from.outward.lerp(to: to.outward, fraction))
    }
}
