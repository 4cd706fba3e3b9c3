public import BlueHeartDiagnostics
public import BlueHeartDrawing
public import BlueHeartGeometry
public import BlueHeartLanguages
public import BlueHeartScenes
public import BlueHeartTypesetting

/// A card ready for rasterizing, with a report of its layout.
public struct LaidOutCard: Hashable, Sendable {
    public var displayList: DisplayList
    /// Every node outside patterns and masks, in paint order: a parent before its children.
    public var nodes: [NodeReport]
    /// Every text among `nodes`, in the same order.
    public var texts: [TextReport]
    /// Every symbol and QR code among `nodes` that is painted, inner ones first.
    public var symbols: [SymbolReport]
    /// Warnings about a card that was made.
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

/// The position of a node.
public struct NodeReport: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case frame, text, rectangle, ellipse, line, path, heart, qr
        case image(ImageReference)
    }

    public var id: String?
    public var origin: Origin
    public var kind: Kind
    /// Its own role, or that of the nearest ancestor with one.
    public var role: NodeRole?
    /// The smallest axis-aligned rectangle around the node's box, in px of the card.
    public var box: Rect
    /// Index of the parent in `LaidOutCard.nodes`; nil for the root.
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

/// The layout of a text.
public struct TextReport: Hashable, Sendable {
    public struct Line: Hashable, Sendable {
        /// The text of the line in logical order.
        public var text: String
        /// Bounds of the line's advances and its height, in px of the card.
        public var box: Rect
        /// Position of the baseline, in px of the card.
        public var baseline: Double

        public init(text: String, box: Rect, baseline: Double) {
            self.text = text
            self.box = box
            self.baseline = baseline
        }
    }

    public var id: String?
    public var origin: Origin
    /// The whole text, including truncated parts.
    public var text: String
    public var direction: TextDirection
    /// Index of the node in `LaidOutCard.nodes`; nodes before it are painted below the text.
    public var node: Int
    /// The smallest axis-aligned rectangle around the node's box, in px of the card.
    public var box: Rect
    /// Font size in px, before transforms.
    public var fontSize: Double
    /// Smallest and largest allowed size, in px.
    public var fontSizeRange: ClosedRange<Double>
    public var lines: [Line]
    /// True if words were cut off at the end.
    public var isTruncated: Bool
    /// The paints of the text, each once, in logical order.
    public var paints: [Paint]
    /// The painted glyphs, in card space by their transforms.
    public var runs: [GlyphRun]
    /// The lightest weight of its spans, 1 to 1000.
    public var fontWeight: Int
    /// Recorded by `layOutWithReasons` only.
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

/// The decisions made in laying out a text.
public struct TextReasons: Hashable, Sendable {
    /// nil if the text cannot be laid out.
    public var trace: TypesettingTrace?
    public var language: Language
    public var wrapping: Paragraph.Wrapping
    public var maxLines: Int?
    public var fitGroup: String?
    /// Available size, in px before transforms; for a text path its length, without a height.
    public var box: Size
    /// Size of the lines, without the part removed by `trim`.
    public var taken: Size
    /// Excess of the text at its smallest size; nil if it fits.
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

/// A node that carries meaning without words.
public struct SymbolReport: Hashable, Sendable {
    /// Index of the node in `LaidOutCard.nodes`.
    public var node: Int
    /// The commands that paint it, in card space, before its opacity, clip, mask and effects.
    public var commands: [DrawCommand]
    /// Ratio of its scales along both axes, relative to its own proportions; 1 if undistorted.
    public var distortion: Double

    public init(node: Int, commands: [DrawCommand], distortion: Double) {
        self.node = node
        self.commands = commands
        self.distortion = distortion
    }
}
