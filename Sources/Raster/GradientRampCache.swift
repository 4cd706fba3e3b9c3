import BlueHeartDrawing

/// Cache of the most recent gradient ramps.
final class GradientRampCache {
    private var ramps: [(gradient: Gradient, ramp: GradientRamp)] = []
    /// Number of cached ramps; a ramp has at most 16 to 48 KiB.
    private static let limit = 32

    func ramp(_ gradient: Gradient, count: Int) -> GradientRamp {
        let known = ramps.first { entry in
            entry.ramp.count == count && entry.gradient.stops == gradient.stops
                && entry.gradient.interpolation == gradient.interpolation
                && entry.gradient.dithering == gradient.dithering
                && entry.gradient.mixing == gradient.mixing
        }
        if let known { return known.ramp }
        let ramp = GradientRamp(gradient, count: count)
        if ramps.count == GradientRampCache.limit { ramps.removeFirst() }
        ramps.append((gradient, ramp))
        return ramp
    }
}
