public import BlueHeartLanguages

/// A text with all its properties, before it gets a width.
public struct Paragraph: Hashable, Sendable {
    public enum Alignment: String, Hashable, Sendable, CaseIterable {
        case start, center, end, justify
    }
    /// `balance` makes lines equally long, `pretty` avoids a short last line, `none` never breaks.
    public enum Wrapping: String, Hashable, Sendable, CaseIterable {
        case normal, balance, pretty, none
    }
    /// Hyphenation: none, at soft hyphens only, or also at the dictionary's hyphenation points.
    public enum Hyphenation: String, Hashable, Sendable, CaseIterable { case none, manual, auto }
    /// Hanging punctuation: commas and full stops may stand outside the box at a line's end.
    public enum Hanging: String, Hashable, Sendable, CaseIterable { case none, end }
    /// Treatment of text that does not fit at its smallest size.
    public enum Overflow: String, Hashable, Sendable, CaseIterable { case error, ellipsis, clip }

    /// Arrangement: stacked lines, or one line whose characters are placed one by one.
    public enum Flow: Hashable, Sendable { case lines, characters }

    /// Spans in logical order; lines are separated by U+000A.
    public var spans: [TextSpan]
    public var language: Language
    /// Smallest and largest font size in px; equal for a fixed size.
    public var fontSize: ClosedRange<Double>
    /// Distance of baselines in units of the font size.
    public var lineHeight: Double
    public var alignment: Alignment
    public var wrapping: Wrapping
    public var hyphenation: Hyphenation
    public var hanging: Hanging
    /// Line limit, at least 1; nil for none.
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

    /// The text of all spans.
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

/// The style of a span.
public struct TextStyle: Hashable, Sendable {
    public enum Case: String, Hashable, Sendable, CaseIterable { case none, upper, lower, title }

    /// Families tried in order, before the fallback chains of the font list.
    public var fontFamilies: [String]
    /// 1 to 1000; 400 is regular, 700 bold.
    public var fontWeight: Int
    public var isItalic: Bool
    /// Size in units of the paragraph's font size.
    public var relativeSize: Double
    /// Space added after each cluster, in em.
    public var letterSpacing: Double
    /// Space added to each space character, in em.
    public var wordSpacing: Double
    /// OpenType features by tag: `tnum` to 1.
    public var features: [String: Int]
    public var textCase: Case
    /// The paint; its coordinates are in px from the top left corner of the text's box.
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

    /// True if anything is drawn besides the glyphs.
    public var isDecorated: Bool { highlight != nil || underline != nil || strike != nil }
}
