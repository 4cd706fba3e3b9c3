public import Diagnostics
public import Drawing
public import Geometry
public import Languages
public import Scenes

/// A card ready to be painted, and what was fitted where.
public struct LaidOutCard: Hashable, Sendable {
    public var displayList: DisplayList
    /// Every node outside patterns and masks, in paint order: a parent before its children.
    public var nodes: [NodeReport]
    /// Every text among `nodes`, in the same order.
    public var texts: [TextReport]
    /// What a person should look at, though the card was made.
    public var warnings: [Diagnostic]

    public init(
        displayList: DisplayList, nodes: [NodeReport], texts: [TextReport], warnings: [Diagnostic]
    ) {
        self.displayList = displayList
        self.nodes = nodes
        self.texts = texts
        self.warnings = warnings
    }
}

/// Where a node came to stand.
public struct NodeReport: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case frame, text, rectangle, ellipse, line, path, heart, qr
        case image(ImageReference)
    }

    public var id: String?
    public var origin: Origin
    public var kind: Kind
    /// The smallest upright rectangle around the node's box, in px of the card.
    public var box: Rect
    /// Of the parent in `LaidOutCard.nodes`; nil for the root.
    public var parent: Int?

    public init(id: String?, origin: Origin, kind: Kind, box: Rect, parent: Int?) {
        self.id = id
        self.origin = origin
        self.kind = kind
        self.box = box
        self.parent = parent
    }
}

/// A text as it was set.
public struct TextReport: Hashable, Sendable {
    public struct Line: Hashable, Sendable {
        /// The words of the line in reading order.
        public var text: String
        /// Around the line's glyphs by their advances and its height, in px of the card.
        public var box: Rect
        /// Height of the baseline, in px of the card.
        public var baseline: Double

        public init(text: String, box: Rect, baseline: Double) {
            self.text = text
            self.box = box
            self.baseline = baseline
        }
    }

    public var id: String?
    public var origin: Origin
    /// All words, also those that were cut off.
    public var text: String
    public var direction: TextDirection
    /// Of the node in `LaidOutCard.nodes`; what is painted before it lies below the text.
    public var node: Int
    /// The smallest upright rectangle around the node's box, in px of the card.
    public var box: Rect
    /// In px, before transforms.
    public var fontSize: Double
    /// Smallest and largest size that were allowed, in px.
    public var fontSizeRange: ClosedRange<Double>
    public var lines: [Line]
    /// Whether words were cut off at the end.
    public var isTruncated: Bool
    /// What the words are painted with, each paint once, in reading order.
    public var paints: [Paint]

    public init(
        id: String?, origin: Origin, text: String, direction: TextDirection, node: Int, box: Rect,
        fontSize: Double, fontSizeRange: ClosedRange<Double>, lines: [Line], isTruncated: Bool,
        paints: [Paint]
    ) {
        self.id = id
        self.origin = origin
        self.text = text
        self.direction = direction
        self.node = node
        self.box = box
        self.fontSize = fontSize
        self.fontSizeRange = fontSizeRange
        self.lines = lines
        self.isTruncated = isTruncated
        self.paints = paints
    }
}
