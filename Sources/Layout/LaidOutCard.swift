public import Diagnostics
public import Drawing
public import Geometry
public import Languages
public import Scenes
public import Typesetting

/// A card ready to be painted, and what was fitted where.
public struct LaidOutCard: Hashable, Sendable {
    public var displayList: DisplayList
    /// Every node outside patterns and masks, in paint order: a parent before its children.
    public var nodes: [NodeReport]
    /// Every text among `nodes`, in the same order.
    public var texts: [TextReport]
    /// Every symbol and QR code among `nodes` that is painted, inner ones first.
    public var symbols: [SymbolReport]
    /// What a person should look at, though the card was made.
    public var warnings: [Diagnostic]

    public init(
        displayList: DisplayList, nodes: [NodeReport], texts: [TextReport],
        symbols: [SymbolReport] = [], warnings: [Diagnostic]
    ) {
        self.displayList = displayList
        self.nodes = nodes
        self.texts = texts
        self.symbols = symbols
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
    /// Its own, or that of the nearest node around it that has one.
    public var role: NodeRole?
    /// The smallest upright rectangle around the node's box, in px of the card.
    public var box: Rect
    /// Of the parent in `LaidOutCard.nodes`; nil for the root.
    public var parent: Int?

    public init(
        id: String?, origin: Origin, kind: Kind, role: NodeRole? = nil, box: Rect, parent: Int?
    ) {
        self.id = id
        self.origin = origin
        self.kind = kind
        self.role = role
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
    /// The glyphs as they are painted, in card space by their transforms.
    public var runs: [GlyphRun]
    /// The lightest weight of its spans, 1 to 1000.
    public var fontWeight: Int
    /// Only where reasons were asked for.
    public var reasons: TextReasons?

    public init(
        id: String?, origin: Origin, text: String, direction: TextDirection, node: Int, box: Rect,
        fontSize: Double, fontSizeRange: ClosedRange<Double>, lines: [Line], isTruncated: Bool,
        paints: [Paint], runs: [GlyphRun] = [], fontWeight: Int = 400
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
        self.runs = runs
        self.fontWeight = fontWeight
    }
}

/// Why a text is set as it is.
public struct TextReasons: Hashable, Sendable {
    /// nil where the text cannot be set at all.
    public var trace: TypesettingTrace?
    public var language: Language
    public var wrapping: Paragraph.Wrapping
    public var maxLines: Int?
    public var fitGroup: String?
    /// What the box has, in px before transforms; on a path its length, and no height.
    public var box: Size
    /// What the lines take of it: without what `trim` takes off.
    public var taken: Size
    /// By how much the text is too large at its smallest size; nil where it fits.
    public var misfit: Misfit?

    public init(
        trace: TypesettingTrace?, language: Language, wrapping: Paragraph.Wrapping,
        maxLines: Int?, fitGroup: String?, box: Size, taken: Size, misfit: Misfit?
    ) {
        self.trace = trace
        self.language = language
        self.wrapping = wrapping
        self.maxLines = maxLines
        self.fitGroup = fitGroup
        self.box = box
        self.taken = taken
        self.misfit = misfit
    }
}

/// A node that carries meaning without words, as it is painted.
public struct SymbolReport: Hashable, Sendable {
    /// Of the node in `LaidOutCard.nodes`.
    public var node: Int
    /// What it is painted with, in card space, before its opacity, clip, mask and effects.
    public var commands: [DrawCommand]
    /// How much longer it is drawn one way than the other, in relation to its own proportions;
    /// 1 where it is not distorted.
    public var distortion: Double

    public init(node: Int, commands: [DrawCommand], distortion: Double) {
        self.node = node
        self.commands = commands
        self.distortion = distortion
    }
}
