/// Pseudo-random numbers that depend on integers only, with the same bits on every machine.
struct IntegerNoise {
    private let seed: UInt64

    init(seed: UInt64) {
        self.seed = seed
    }

    /// A value in 0..<1.
    ///
    /// Source: the output function of SplitMix64; G. Steele, D. Lea, C. Flood, "Fast Splittable
    /// Pseudorandom Number Generators", OOPSLA 2014.
    func value(_ index: Int) -> Double {
        var bits = UInt64(bitPattern: Int64(index)) &* 0x9E37_79B9_7F4A_7C15 &+ seed
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        bits ^= bits >> 31
        return Double(bits >> 11) * 0x1p-53
    }

    /// Smooth periodic noise between -1 and 1, with a period of `knots` knots.
    ///
    /// - Parameter turn: position in the period, 0 to 1.
    func wave(_ turn: Double, knots: Int) -> Double {
        let place = turn * Double(knots)
        let whole = Int(place.rounded(.down))
        let fraction = place - Double(whole)
        let blend = fraction * fraction * (3 - 2 * fraction)
        let left = value(((whole % knots) + knots) % knots)
        let right = value((((whole + 1) % knots) + knots) % knots)
        return (left + (right - left) * blend) * 2 - 1
    }
}
