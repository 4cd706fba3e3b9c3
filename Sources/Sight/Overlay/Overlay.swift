public import Geometry

/// Marks laid over a picture, so that a person sees what a report speaks of.
///
/// Places are px of the picture. What it looks like is decided in one place for all who draw
/// over cards: findings, boxes and baselines of layout, safe zones.
public struct Overlay: Hashable, Sendable {
    /// What a mark means, which decides its colour.
    public enum Tone: Hashable, Sendable, CaseIterable {
        case error, warning, note
        /// Where something stands: boxes, baselines.
        case guide
        /// Where things ought to stand: safe zones.
        case zone
    }

    public enum Mark: Hashable, Sendable {
        /// A frame around a place, with a short label at its corner: `3`, `headline`.
        case box(Rect, label: String?, Tone)
        case line(from: Point, to: Point, Tone)
        /// A dashed frame; what lies outside is dimmed.
        case zone(Rect, label: String?)
        /// The same for an ellipse that fills the rectangle.
        case ellipse(Rect, label: String?)
        /// A place that something else covers, hatched: `profile picture`.
        case covered(Rect, Cover, label: String?)
    }

    public enum Cover: Hashable, Sendable { case rectangle, ellipse }

    /// A line below the picture that says what a label stands for.
    public struct Entry: Hashable, Sendable {
        public var label: String
        public var tone: Tone
        /// At most two lines of it are shown.
        public var text: String

        public init(label: String, tone: Tone, text: String) {
            self.label = label
            self.tone = tone
            self.text = text
        }
    }

    /// First drawn first.
    public var marks: [Mark]
    /// Shown in this order; at most `entryLimit` of them, then how many more there are.
    public var legend: [Entry]

    public static let entryLimit = 40

    public init(_ marks: [Mark], legend: [Entry] = []) {
        self.marks = marks
        self.legend = legend
    }
}
