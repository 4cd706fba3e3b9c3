public import BlueHeartGeometry

/// A curve in the box of a text along which its glyphs are placed, each rotated with the curve.
public struct TextPath: Hashable, Sendable {
    public enum Curve: Hashable, Sendable {
        /// An ellipse `inset` px inside the box; the text is placed at an angle from the top.
        case ellipse(at: Angle, inset: Double, turn: Turn)
        /// The first contour of a path whose part `viewBox` is fitted into the box; the text is
        /// placed at a fraction of its length, or by its alignment: at its start, middle or end.
        case path(Path, viewBox: Rect, at: Double?)
    }

    /// Direction of the text around an ellipse: with letter tops outside, or with letter tops
    /// inside.
    public enum Turn: String, Hashable, Sendable, CaseIterable { case clockwise, counterclockwise }

    /// The part of the text on the curve: the baseline, or half the height of capitals.
    public enum Level: String, Hashable, Sendable, CaseIterable { case baseline, middle }

    public var curve: Curve
    public var level: Level
    /// Fraction of the curve's length that the text may use, above 0 and at most 1.
    public var share: Double

    public init(_ curve: Curve, level: Level = .baseline, share: Double = 1) {
        self.curve = curve
        self.level = level
        self.share = share
    }
}
