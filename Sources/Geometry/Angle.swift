import Glibc

/// A turn; positive is clockwise, as y grows down.
public struct Angle: Hashable, Sendable {
    public let degrees: Double

    public init(degrees: Double) {
        self.degrees = degrees
    }

    public static let zero = Angle(degrees: 0)

    public var radians: Double { degrees * .pi / 180 }

    /// Exact at every multiple of 90 degrees.
    public var sine: Double { quarterTurn.map { [0, 1, 0, -1][$0] } ?? sin(radians) }

    /// Exact at every multiple of 90 degrees.
    public var cosine: Double { quarterTurn.map { [1, 0, -1, 0][$0] } ?? cos(radians) }

    private var quarterTurn: Int? {
        let quarters = degrees / 90
        guard quarters == quarters.rounded(), abs(quarters) < 1e9 else { return nil }
        return ((Int(quarters) % 4) + 4) % 4
    }
}
