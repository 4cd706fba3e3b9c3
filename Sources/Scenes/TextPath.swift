public import Geometry

/// A line in the box of a text along which its letters stand, each turned as the line runs.
public struct TextPath: Hashable, Sendable {
    public enum Course: Hashable, Sendable {
        /// An ellipse that lies `inset` px inside the box; words stand at an angle from the top.
        case ellipse(at: Angle, inset: Double, turn: Turn)
        /// The first contour of a path whose part `viewBox` is fitted into the box; words stand at
        /// a part of its length, or where their alignment says: at its start, middle or end.
        case path(Path, viewBox: Rect, at: Double?)
    }

    /// Which way the words run around an ellipse: with their heads out, or with their heads in.
    public enum Turn: String, Hashable, Sendable, CaseIterable { case clockwise, counterclockwise }

    /// What lies on the line: the baseline, or half the height of capitals.
    public enum Level: String, Hashable, Sendable, CaseIterable { case baseline, middle }

    public var course: Course
    public var level: Level
    /// The part of the line's length that words may take, above 0 and at most 1.
    public var share: Double

    public init(_ course: Course, level: Level = .baseline, share: Double = 1) {
        self.course = course
        self.level = level
        self.share = share
    }
}
