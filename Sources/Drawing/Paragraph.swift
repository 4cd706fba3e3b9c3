public import Languages

/// A text with all that decides its look, before it has a width.
public struct Paragraph: Hashable, Sendable {
    public enum Alignment: String, Hashable, Sendable, CaseIterable {
        case start, center, end, justify
    }
    /// `balance` makes lines equally long, `pretty` avoids a short last line, `none` never breaks.
    public enum Wrapping: String, Hashable, Sendable, CaseIterable {
        case normal, balance, pretty, none
    }
    /// Where words may be parted at a line's end: nowhere, at soft hyphens, or there and where the
    /// language's dictionary says so.
    public enum Hyphenation: String, Hashable, Sendable, CaseIterable { case none, manual, auto }
    /// Whether commas and full stops may stand outside the box at a line's end.
    public enum Hanging: String, Hashable, Sendable, CaseIterable { case none, end }
    /// What happens to text that does not fit at its smallest size.
    public enum Overflow: String, Hashable, Sendable, CaseIterable { case error, ellipsis, clip }

    /// Whether lines are stacked, or there is one whose characters are placed one by one.
    public enum Flow: Hashable, Sendable { case lines, characters }

    /// In reading order; paragraphs inside are parted by U+000A.
    public var spans: [TextSpan]
    public var language: Language
    /// Smallest and largest font size in px; equal where the size is fixed.
    public var fontSize: ClosedRange<Double>
    /// Distance of baselines in units of the font size.
    public var lineHeight: Double
    public var alignment: Alignment
    public var wrapping: Wrapping
    public var hyphenation: Hyphenation
    public var hanging: Hanging
    /// At least 1; nil for no limit.
    public var maxLines: Int?
    public var overflow: Overflow
    public var flow: Flow = .lines

    public init(
        spans: [TextSpan], language: Language, fontSize: ClosedRange<Double>,
        lineHeight: Double = 1.25, alignment: Alignment = .start, wrapping: Wrapping = .normal,
        hyphenation: Hyphenation = .manual, hanging: Hanging = .none, maxLines: Int? = nil,
        overflow: Overflow = .error
    ) {
        self.spans = spans
        self.language = language
        self.fontSize = fontSize
        self.lineHeight = lineHeight
        self.alignment = alignment
        self.wrapping = wrapping
        self.hyphenation = hyphenation
        self.hanging = hanging
        self.maxLines = maxLines
        self.overflow = overflow
    }

    /// All words without their styles.
    public var text: String { spans.map(\.text).joined() }
}

public struct TextSpan: Hashable, Sendable {
    public var text: String
    public var style: TextStyle

    public init(_ text: String, style: TextStyle) {
        self.text = text
        self.style = style
    }
}

/// The look of a span.
public struct TextStyle: Hashable, Sendable {
    public enum Case: String, Hashable, Sendable, CaseIterable { case none, upper, lower, title }

    /// Tried in order; the chains of the font list follow.
    public var fontFamilies: [String]
    /// 1 to 1000; 400 is regular, 700 bold.
    public var fontWeight: Int
    public var isItalic: Bool
    /// In units of the paragraph's font size.
    public var relativeSize: Double
    /// Added after each cluster, in em.
    public var letterSpacing: Double
    /// Added to each space, in em.
    public var wordSpacing: Double
    /// OpenType features by tag: `tnum` to 1.
    public var features: [String: Int]
    public var textCase: Case
    /// Places in it are in px from the top left corner of the text's box.
    public var paint: Paint
    public var outline: GlyphRun.Outline?
    public var highlight: TextHighlight?
    public var underline: TextRule?
    public var strike: TextRule?

    public init(
        fontFamilies: [String], fontWeight: Int = 400, isItalic: Bool = false,
        relativeSize: Double = 1, letterSpacing: Double = 0, wordSpacing: Double = 0,
        features: [String: Int] = [:], textCase: Case = .none, paint: Paint = .solid(.black),
        outline: GlyphRun.Outline? = nil, highlight: TextHighlight? = nil,
        underline: TextRule? = nil, strike: TextRule? = nil
    ) {
        self.fontFamilies = fontFamilies
        self.fontWeight = fontWeight
        self.isItalic = isItalic
        self.relativeSize = relativeSize
        self.letterSpacing = letterSpacing
        self.wordSpacing = wordSpacing
        self.features = features
        self.textCase = textCase
        self.paint = paint
        self.outline = outline
        self.highlight = highlight
        self.underline = underline
        self.strike = strike
    }

    /// Whether anything is drawn beside the letters.
    public var isDecorated: Bool { highlight != nil || underline != nil || strike != nil }
}
