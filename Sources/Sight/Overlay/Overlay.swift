public import BlueHeartGeometry

/// Marks drawn over a picture to show the places that a report names.
///
/// Coordinates are px of the picture. The appearance is defined here for all uses: findings, boxes
/// and baselines of layout, safe zones.
public struct Overlay: Hashable, Sendable {
    /// The meaning of a mark, which determines its colour.
    public enum Tone: Hashable, Sendable, CaseIterable {
        case error, warning, note
        /// The position of something: boxes, baselines.
        case guide
        /// The required position: safe zones.
        case zone
    }

    public enum Mark: Hashable, Sendable {
        /// A frame around a place, with a short label at its corner: `3`, `headline`.
        case box(Rect, label: String?, Tone)
        case line(from: Point, to: Point, Tone)
        /// A dashed frame with a dimmed outside.
        case zone(Rect, label: String?)
        /// A dashed ellipse in the rectangle with a dimmed outside.
        case ellipse(Rect, label: String?)
        /// An area covered by something else, hatched: `profile picture`.
        case covered(Rect, Cover, label: String?)
    }

    public enum Cover: Hashable, Sendable { case rectangle, ellipse }

    /// A line below the picture that explains a label.
    public struct Entry: Hashable, Sendable {
        public var label: String
        public var tone: Tone
        /// Text, of which at most two lines are shown.
        public var text: String

        public init(label: String, tone: Tone, text: String) {
            self.label = label
            self.tone = tone
            self.text = text
        }
    }

    /// Marks in drawing order.
    public var marks: [Mark]
    /// Entries in this order; at most `entryLimit` of them, then the number of the others.
    public var legend: [Entry]

    public static let entryLimit = 40

    public init(_ marks: [Mark], legend: [Entry] = []) {
        self.marks = marks
        self.legend = legend
    }
}
