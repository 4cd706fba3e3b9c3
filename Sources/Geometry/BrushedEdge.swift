/// Heart of width 1 whose edge looks painted with a broad, half-dry brush.
///
/// The outline sways in long waves, like a trembling hand. Bristles run along the stroke: near the
/// edge they leave thin slits unpainted, and outside it thin threads of paint. All three run along
/// the edge, which distinguishes paint from noise.
struct BrushedEdge {
    private let edge: SampledLoop
    private let roughness: Double

    init(_ outline: Path, roughness: Double) {
        edge = SampledLoop(outline, spacing: 0.004)
        self.roughness = roughness
    }

    /// The painted body, then the threads outside, both clockwise, then the slits inside,
    /// anticlockwise; no two slits intersect, so that both fill rules give the same result.
    var path: Path {
        var path = smoothLoop(swayed)
        for lane in threadLanes { appendStreaks(of: lane, to: &path) }
        for lane in slitLanes { appendStreaks(of: lane, to: &path) }
        return path
    }
}

// MARK: - The outline

extension BrushedEdge {
    /// Distance of the paint beyond the clean edge, in widths of the heart.
    private func sway(_ turn: Double) -> Double {
        let slow = IntegerNoise(seed: 11).wave(turn, knots: 14) * 0.008
        let quick = IntegerNoise(seed: 12).wave(turn, knots: 52) * 0.0035
        // In places the brush runs dry, and single bristles end the stroke.
        let dry = max(0, IntegerNoise(seed: 13).wave(turn, knots: 17) - 0.2)
        let bristles = IntegerNoise(seed: 14).wave(turn, knots: 190) * 0.006 * dry
        return (slow + quick + bristles) * roughness
    }

    private var swayed: [Point] {
        stride(from: 0, to: edge.samples.count, by: 2).map { index in
            let turn = Double(index) / Double(edge.samples.count)
            let sample = edge.samples[index]
            // Zero where the edge turns sharply, so that the two sides do not cross.
            let calm = min(1, max(0, (abs(sample.place.x) - 0.004) / 0.04))
            return sample.place + sample.outward * (sway(turn) * calm)
        }
    }

    /// Closed curve through all points; the tangent at each is parallel to its neighbours' chord.
    private func smoothLoop(_ points: [Point]) -> Path {
        var path = Path()
        let count = points.count
        path.move(to: points[0])
        for index in 0..<count {
            let before = points[(index + count - 1) % count]
            let (from, to) = (points[index], points[(index + 1) % count])
            let after = points[(index + 2) % count]
            path.cubic(
                from + (to - before) * (1.0 / 6), to - (after - from) * (1.0 / 6), to: to)
        }
        path.close()
        return path
    }
}

// MARK: - The streaks

/// A line parallel to the edge that carries streaks of paint or of bare background.
private struct Lane {
    var seed: UInt64
    /// Distance inside the edge, in widths of the heart; negative outside.
    var depth: Double
    var lengths: ClosedRange<Double>
    /// Half the thickness of the thickest streak.
    var reach: Double
    /// Dry part of the lane, 0 to 1.
    var share: Double
}

extension BrushedEdge {
    /// The distance between lanes exceeds twice the thickness of a streak.
    private var slitLanes: [Lane] {
        (0..<7).map { index in
            Lane(
                seed: UInt64(100 + index), depth: 0.0125 + 0.0085 * Double(index),
                lengths: 0.03...0.16, reach: 0.0028 * roughness.squareRoot(),
                share: roughness * (0.75 - 0.09 * Double(index)))
        }
    }

    private var threadLanes: [Lane] {
        (0..<2).map { index in
            Lane(
                seed: UInt64(200 + index), depth: -0.007 - 0.006 * Double(index),
                lengths: 0.03...0.12, reach: 0.0024 * roughness.squareRoot(),
                share: roughness * (0.4 - 0.2 * Double(index)))
        }
    }

    private func appendStreaks(of lane: Lane, to path: inout Path) {
        let noise = IntegerNoise(seed: lane.seed)
        let dryness = IntegerNoise(seed: 13)
        var place = noise.value(0) * 0.1
        var draw = 1
        while place < edge.length - 0.1 {
            let size = noise.value(draw)
            let length =
                lane.lengths.lowerBound
                + (lane.lengths.upperBound - lane.lengths.lowerBound) * size * size
            let turn = (place + length / 2) / edge.length
            // Streaks cluster where the brush is dry.
            let chance = lane.share * (0.55 + 0.6 * dryness.wave(turn, knots: 17))
            if noise.value(draw + 1) < chance {
                appendStreak(
                    from: place, length: length, lane: lane,
                    thickness: 0.35 + 0.65 * noise.value(draw + 2), to: &path)
            }
            place += length + 0.012 + 0.05 * noise.value(draw + 3)
            draw += 4
        }
    }

    /// A thin shape, pointed at both ends, along the lane.
    private func appendStreak(
        from start: Double, length: Double, lane: Lane, thickness: Double, to path: inout Path
    ) {
        let steps = max(6, Int(length / 0.008))
        var (outer, inner): ([Point], [Point]) = ([], [])
        for step in 0...steps {
            let share = Double(step) / Double(steps)
            let sample = edge.sample(at: start + length * share)
            // A thread leaves the painted body and diverges from it.
            let spread = lane.depth < 0 ? 1.4 * share - 0.4 : 1
            let depth = lane.depth * spread - sway((start + length * share) / edge.length)
            // At the axis the lanes of both halves would cross.
            guard abs(sample.place.x) > abs(lane.depth) * 1.6 + 0.012 else { return }
            // Thick in its first third, then thinning, as bristles lift.
            let swell = 6.75 * share * (1 - share) * (1 - share)
            let half = lane.reach * thickness * swell
            outer.append(sample.place - sample.outward * (depth - half))
            inner.append(sample.place - sample.outward * (depth + half))
        }
        let clockwise = outer + inner.reversed().dropFirst().dropLast()
        path.append(.polygon(lane.depth < 0 ? clockwise : clockwise.reversed()))
    }
}
