/// Math functions built from + - * / only, with the same bits on every machine.
///
/// Those of C libraries differ in the last bit between versions and processors. Slow; for tables.
public enum DeterministicMath {
    /// The root of `value` of the given degree, to the last bits of a Double; 0 if there is none.
    ///
    /// Newton's method from above.
    public static func root(_ degree: Int, of value: Double) -> Double {
        guard value > 0, value.isFinite else { return 0 }
        var guess = max(1, value)
        while true {
            let power = (1..<degree).reduce(1.0) { product, _ in product * guess }
            let next = guess - (guess - value / power) / Double(degree)
            // Decreases until it reaches the root, then stays or increases.
            guard next < guess else { return guess }
            guess = next
        }
    }

    /// e to the power of `-value`; `value` at least 0.
    public static func exponentialDecay(_ value: Double) -> Double {
        guard value < 700 else { return 0 }
        // Series at a 1024th of the value, then squared ten times.
        let small = -value / 1024
        var (term, sum) = (1.0, 1.0)
        for index in 1...12 {
            term *= small / Double(index)
            sum += term
        }
        for _ in 0..<10 { sum *= sum }
        return sum
    }

    /// sin(pi * value) for |value| up to 2^20.
    public static func sineOfHalfTurns(_ value: Double) -> Double {
        let nearest = value.rounded()
        let angle = (value - nearest) * .pi
        var (term, sum) = (angle, angle)
        for index in 1...10 {
            term *= -angle * angle / Double(2 * index * (2 * index + 1))
            sum += term
        }
        return Int(nearest).isMultiple(of: 2) ? sum : -sum
    }
}
