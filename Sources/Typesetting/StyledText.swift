import BlueHeartDrawing
import BlueHeartLanguages
import CBlueHeartHarfBuzz

/// All properties of a paragraph on which shaping depends: equal values have equal glyphs.
struct StyledText: Hashable {
    /// The text with its case changed and tabs replaced by spaces.
    let text: [UInt16]
    let language: Language
    let hyphenation: Paragraph.Hyphenation
    let hanging: Paragraph.Hanging
    /// Ranges in the order of the paragraph's spans; empty spans are kept.
    let spans: [Range<Int>]
    /// Indices in `styles`, one per span.
    let styleOfSpan: [Int]
    let styles: [ShapingStyle]

    init(_ paragraph: Paragraph) {
        language = paragraph.language
        hyphenation = paragraph.hyphenation
        hanging = paragraph.hanging
        var text: [UInt16] = []
        var spans: [Range<Int>] = []
        var styleOfSpan: [Int] = []
        var styles: [ShapingStyle] = []
        for span in paragraph.spans {
            let start = text.count
            appendUnits(of: span, language: paragraph.language, to: &text)
            spans.append(start..<text.count)
            let style = ShapingStyle(span.style)
            let known = styles.firstIndex(of: style)
            if known == nil { styles.append(style) }
            styleOfSpan.append(known ?? styles.count - 1)
        }
        self.text = text
        self.spans = spans
        self.styleOfSpan = styleOfSpan
        self.styles = styles
    }

    static func == (left: StyledText, right: StyledText) -> Bool {
        left.text == right.text && left.spans == right.spans && left.styles == right.styles
            && left.styleOfSpan == right.styleOfSpan && left.language.tag == right.language.tag
            && left.language.direction == right.language.direction
            && left.hyphenation == right.hyphenation && left.hanging == right.hanging
    }

    /// Hashes the text only: styles rarely distinguish two paragraphs with the same text.
    func hash(into hasher: inout Hasher) {
        // SAFETY: the bytes are only read, during the call.
        unsafe text.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }
}

private func appendUnits(of span: TextSpan, language: Language, to text: inout [UInt16]) {
    let start = text.count
    switch span.style.textCase {
    case .none: text += span.text.utf16
    case .upper: text += language.changingCase(of: span.text, to: .upper).utf16
    case .lower: text += language.changingCase(of: span.text, to: .lower).utf16
    case .title: text += language.changingCase(of: span.text, to: .title).utf16
    }
    for index in start..<text.count where text[index] == 0x09 { text[index] = 0x20 }
}

/// The part of a style that determines glyphs and advances.
struct ShapingStyle: Hashable {
    var families: [String]
    var weight: Int
    var isItalic: Bool
    var relativeSize: Double
    var letterSpacing: Double
    var wordSpacing: Double
    /// Sorted by tag.
    var features: [FontFeature]

    init(_ style: TextStyle) {
        families = style.fontFamilies
        weight = style.fontWeight
        isItalic = style.isItalic
        relativeSize = style.relativeSize
        letterSpacing = style.letterSpacing
        wordSpacing = style.wordSpacing
        features =
            style.features.isEmpty
            ? []
            : style.features
                .map { FontFeature(tag: Script($0.key).tag, value: $0.value) }
                .sorted { $0.tag < $1.tag }
    }

    /// OpenType features; letter-spaced text has no ligatures, unless they are requested by name.
    func features(spacedOut: Bool) -> [FontFeature] {
        guard spacedOut else { return features }
        let ligatures = ["clig", "liga"].map { FontFeature(tag: Script($0).tag, value: 0) }
        return features + ligatures.filter { off in !features.contains { $0.tag == off.tag } }
    }
}

extension StyledText {
    /// The span of a unit; spans ascend, so that a search from `hint` is short.
    func span(at offset: Int, from hint: Int = 0) -> Int {
        var index = hint
        while index + 1 < spans.count, spans[index].upperBound <= offset { index += 1 }
        return index
    }
}

// MARK: - Kinds of units

/// True for a unit that ends a line and is never drawn.
func endsLine(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
}

/// True for a space that may hang beyond the end of a line.
func isHangingSpace(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x20, 0x09, 0x1680, 0x2000...0x2006, 0x2008...0x200B, 0x205F, 0x3000: true
    default: endsLine(unit)
    }
}
