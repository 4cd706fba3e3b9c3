public import BlueHeartDrawing
public import BlueHeartGeometry
public import BlueHeartLanguages

/// A paragraph laid out in lines of positioned glyphs, in px from the top left of its box.
public struct TypesetText: Hashable, Sendable {
    /// The text after the change of case, including truncated parts.
    public var text: String
    /// Font size in px, inside the paragraph's range.
    public var fontSize: Double
    /// Lines from top to bottom; none for a text without characters.
    public var lines: [TypesetLine]
    /// Width of the widest line, and height of all lines.
    public var size: Size
    /// Height of capitals and of small letters of the first line, in px.
    public var capHeight: Double
    public var xHeight: Double
    /// True if words were cut off.
    public var isTruncated: Bool

    public init(
        text: String, fontSize: Double, lines: [TypesetLine], size: Size, capHeight: Double,
        xHeight: Double, isTruncated: Bool
    ) {
        self.text = text
        self.fontSize = fontSize
        self.lines = lines
        self.size = size
        self.capHeight = capHeight
        self.xHeight = xHeight
        self.isTruncated = isTruncated
    }
}

/// One line; its box extends from `top` to `top + height`.
public struct TypesetLine: Hashable, Sendable {
    public var top: Double
    /// The paragraph's line height times the largest font size of the line.
    public var height: Double
    /// Baseline below the top of the text's box.
    public var baseline: Double
    /// Left edge of the first visible glyph's advance.
    public var x: Double
    /// Width from the first to the last visible advance; trailing spaces do not count.
    public var width: Double
    /// Extent of the tallest font on the line above and below the baseline.
    public var ascent: Double
    public var descent: Double
    public var direction: TextDirection
    /// Runs in visual order, left to right; positions in the text's box.
    public var runs: [GlyphRun]
    /// Highlights behind the text, then rules.
    public var decorations: [LineDecoration]
    /// Characters from left to right; only for a paragraph whose `flow` is `characters`.
    public var characters: [LineCharacter] = []
    /// Range of the line in UTF-16 units of the text, including trailing spaces.
    public var range: Range<Int>
    /// The visible text in logical order, with an added hyphen or ellipsis.
    public var text: String

    public init(
        top: Double, height: Double, baseline: Double, x: Double, width: Double, ascent: Double,
        descent: Double, direction: TextDirection, runs: [GlyphRun],
        decorations: [LineDecoration] = [], range: Range<Int>, text: String
    ) {
        self.top = top
        self.height = height
        self.baseline = baseline
        self.x = x
        self.width = width
        self.ascent = ascent
        self.descent = descent
        self.direction = direction
        self.runs = runs
        self.decorations = decorations
        self.range = range
        self.text = text
    }
}

/// A highlight or rule of a line.
public struct LineDecoration: Hashable, Sendable {
    public enum Kind: Hashable, Sendable { case highlight, underline, strike }

    public var kind: Kind
    /// Boxes from left to right, in the text's box.
    public var boxes: [Rect]
    /// Radius in px; 0 for rules.
    public var cornerRadius: Double
    public var paint: Paint

    public init(kind: Kind, boxes: [Rect], cornerRadius: Double = 0, paint: Paint) {
        self.kind = kind
        self.boxes = boxes
        self.cornerRadius = cornerRadius
        self.paint = paint
    }
}

/// Glyphs of one cluster: a letter with its marks.
public struct LineCharacter: Hashable, Sendable {
    /// Index of the run in the line, and range of glyphs in the run.
    public var run: Int
    public var glyphs: Range<Int>
    /// Start and end of its advance.
    public var minX: Double
    public var maxX: Double
    /// Outline of a connected script, so that it can be bent along a curve; in the text's box.
    public var outline: Path?

    public init(run: Int, glyphs: Range<Int>, minX: Double, maxX: Double) {
        self.run = run
        self.glyphs = glyphs
        self.minX = minX
        self.maxX = maxX
    }
}
