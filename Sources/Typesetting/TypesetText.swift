public import Drawing
public import Geometry
public import Languages

/// A paragraph set into lines of placed glyphs; places are in px from the top left of its box.
public struct TypesetText: Hashable, Sendable {
    /// The words as they are set, their case changed; parts that were cut off included.
    public var text: String
    /// In px, inside the paragraph's range.
    public var fontSize: Double
    /// From top to bottom; none for a text without characters.
    public var lines: [TypesetLine]
    /// Width of the widest line and height of all lines.
    public var size: Size
    /// Height of capitals and of small letters of the first line, in px.
    public var capHeight: Double
    public var xHeight: Double
    /// Whether words are missing because there was no room.
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

/// One line; its box reaches from `top` to `top + height`.
public struct TypesetLine: Hashable, Sendable {
    public var top: Double
    /// The paragraph's line height times the largest font size of the line.
    public var height: Double
    /// Below the top of the text's box.
    public var baseline: Double
    /// Left edge of the first visible glyph's advance.
    public var x: Double
    /// From first to last visible advance; spaces at the line's end do not count.
    public var width: Double
    /// Of the tallest font on the line, above and below the baseline.
    public var ascent: Double
    public var descent: Double
    public var direction: TextDirection
    /// In visual order, left to right; places as those of the text.
    public var runs: [GlyphRun]
    /// Boxes behind the words, then lines along them.
    public var decorations: [LineDecoration]
    /// Only of a paragraph that flows as characters, from left to right.
    public var characters: [LineCharacter] = []
    /// What stands on the line, in UTF-16 units of the text, spaces at its end included.
    public var range: Range<Int>
    /// The visible words in reading order, with the hyphen or ellipsis that was added.
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

/// What is drawn beside the letters of a line.
public struct LineDecoration: Hashable, Sendable {
    public enum Kind: Hashable, Sendable { case highlight, underline, strike }

    public var kind: Kind
    /// From left to right; places as those of the text.
    public var boxes: [Rect]
    /// In px; 0 for lines.
    public var cornerRadius: Double
    public var paint: Paint

    public init(kind: Kind, boxes: [Rect], cornerRadius: Double = 0, paint: Paint) {
        self.kind = kind
        self.boxes = boxes
        self.cornerRadius = cornerRadius
        self.paint = paint
    }
}

/// Glyphs that belong together: a letter with its marks.
public struct LineCharacter: Hashable, Sendable {
    /// Of the line's runs, and of its glyphs.
    public var run: Int
    public var glyphs: Range<Int>
    /// Where its advance begins and ends.
    public var minX: Double
    public var maxX: Double
    /// Of a script whose letters hang together, so that they can be bent with their line; places
    /// as those of the text.
    public var outline: Path?

    public init(run: Int, glyphs: Range<Int>, minX: Double, maxX: Double) {
        self.run = run
        self.glyphs = glyphs
        self.minX = minX
        self.maxX = maxX
    }
}
