/// An angle; positive is clockwise, as y grows down.
public struct Angle: Hashable, Sendable {
    public let degrees: Double

    public init(degrees: Double) {
        self.degrees = degrees
    }

    public static let zero = Angle(degrees: 0)

    public var radians: Double { degrees * .pi / 180 }

    /// Exact at every multiple of 90 degrees, and the same on every machine.
    public var sine: Double { Angle.sine(ofQuarters: quarters) }

    /// Exact at every multiple of 90 degrees, and the same on every machine.
    public var cosine: Double { Angle.sine(ofQuarters: quarters + 1) }

    /// Quarter turns modulo one full turn, between -4 and 4; NaN if `degrees` is not finite.
    private var quarters: Double { degrees.truncatingRemainder(dividingBy: 360) / 90 }

    private static func sine(ofQuarters quarters: Double) -> Double {
        guard quarters.isFinite else { return .nan }
        let whole = quarters.rounded()
        guard quarters != whole else { return [0, 1, 0, -1][((Int(whole) % 4) + 4) % 4] }
        return DeterministicMath.sineOfHalfTurns(quarters / 2)
    }
}
