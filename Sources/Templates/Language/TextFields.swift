import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartJSON
import BlueHeartLanguages
import BlueHeartScenes

/// Fields of letters, which texts and spans have.
struct LetterFields: FieldSet {
    static let fields = Self()
    static let owner: String? = "a text"
    let fontFamily = Field(
        "fontFamily", .families, shown: "the kit's `text`", also: ["font", "typeface"],
        example: #"["headline", "Noto Sans"]"#,
        "A name of the kit's `fonts`, a family, or a list of both")
    let fontWeight = Field(
        "fontWeight", .integer(in: 1...1_000), shown: "400", also: ["weight"], example: "700",
        "400 is regular, 700 bold")
    let fontStyle = Field(
        "fontStyle", .choice(FontStyle.self), shown: "`normal`", also: ["italic"],
        example: #""italic""#, "Upright or slanted letters")
    let letterSpacing = Field(
        "letterSpacing", .number(in: -1...5, unit: "em"), shown: "0", also: ["tracking"],
        example: "-0.01", "Room added after each letter")
    let wordSpacing = Field(
        "wordSpacing", .number(in: -1...5, unit: "em"), shown: "0", example: "0.1",
        "Room added to each space")
    let textCase = Field(
        "textCase", .choice(TextStyle.Case.self), shown: "`none`",
        also: ["textTransform", "uppercase"], example: #""upper""#,
        "Capitals or small letters, as the language writes them")
    let features = Field(
        "features", .features, shown: "none", also: ["fontFeatureSettings", "fontVariant"],
        example: #"{ "tnum": 1 }"#, "OpenType features by tag")
    let color = Field(
        "color", .paint, shown: "black", also: ["textColor", "fontColor", "colour"],
        example: #""ink""#, "The paint of the letters; in a span a colour")
    let outline = Field(
        "outline", .textOutline, shown: "none", also: ["textStroke", "webkitTextStroke"],
        example: #"{ "width": 2, "paint": "ink" }"#,
        "A line along the letters; its paint is a colour")
    let highlight = Field(
        "highlight", .highlight, shown: "none", also: ["mark", "textBackground"],
        example: #""reed/30%""#, "A box behind the words, on each line by itself; `false` for none")
    let underline = Field(
        "underline", .rule(.leavesInkOut), shown: "none", also: ["textDecoration"],
        example: "true", "A line below the words; `false` for none")
    let strike = Field(
        "strike", .rule(.goesThrough), shown: "none", also: ["lineThrough", "strikethrough"],
        example: "true", "A line through the words; `false` for none")
}

enum FontStyle: String, CaseIterable, ExplainedChoice {
    case normal, italic

    var summary: String { self == .normal ? "upright" : "slanted" }
}

/// The size of letters relative to the text around them.
struct RelativeSizeFields: FieldSet {
    static let fields = Self()
    static let owner: String? = "a text"
    let relativeSize = Field(
        "relativeSize", .number(in: 0.1...10), default: 1, example: "1.2",
        "Times the font size, for scripts that look larger or smaller; of a span, times the text's")
}

/// Fields of a text as a whole.
struct ParagraphFields: FieldSet {
    static let fields = Self()
    static let owner: String? = "a text"
    let fontSize = Field(
        "fontSize", .fontSize, also: ["size"], example: #"{ "min": 40, "max": 96 }"#,
        "The size of letters, or a range of which the largest that fits is taken; needed, here or in a style"
    )
    let language = Field(
        "language", .language, shown: "the card's", also: ["lang"], example: #""ar""#,
        "The BCP 47 tag of a text that is not in the card's language")
    let lineHeight = Field(
        "lineHeight", .number(in: 0.5...5), default: 1.25, also: ["leading"], example: "1.1",
        "The distance of baselines, times the font size")
    let textAlign = Field(
        "textAlign", .choice(), default: Paragraph.Alignment.start, example: #""center""#,
        "The place of lines in the box")
    let verticalAlign = Field(
        "verticalAlign", .choice(), default: TextBlock.VerticalAlignment.top,
        example: #""center""#, "The place of the lines in a box that is higher")
    let hyphens = Field(
        "hyphens", .choice(), default: Paragraph.Hyphenation.manual, also: ["hyphenate"],
        example: #""auto""#, "The places at which words may be parted at a line's end")
    let hangingPunctuation = Field(
        "hangingPunctuation", .choice(), default: Paragraph.Hanging.none, example: #""end""#,
        "Whether commas and full stops may stand outside the box at a line's end")
    let maxLines = Field(
        "maxLines", .integer(in: 1...1_000), shown: "no limit", also: ["lines", "lineClamp"],
        example: "3", "The most lines")
    let minLines = Field(
        "minLines", .integer(in: 1...1_000), shown: "as many as there are", example: "2",
        "The lines for which the box has room even where the words take fewer; gives way where there is no room"
    )
    let overflow = Field(
        "overflow", .choice(), default: Paragraph.Overflow.error, also: ["textOverflow"],
        example: #""ellipsis""#, "The outcome where the smallest size does not fit")
    let trim = Field(
        "trim", .choice(), default: TextBlock.Trim.none, also: ["textBoxTrim"],
        example: #""capHeight""#, "The upper and lower edge of the box")
    let fitGroup = Field(
        "fitGroup", .name, shown: "none", example: #""pair""#,
        "Texts with the same name have one size, the smallest that any of them would have")
    let textPath = Field(
        "textPath", .textPath, shown: "straight lines",
        example: #"{ "shape": "ellipse", "inset": 40 }"#, "The line that the words stand on")
    let spanStyles = Field(
        "spanStyles", .spanStyles, shown: "the styles of these names",
        example: #"{ "bold": { "fontWeight": 800 } }"#, "The look of marked words")
}

/// The wrapping of a text.
struct TextWrapFields: FieldSet {
    static let fields = Self()
    static let owner: String? = "a text"
    let wrap = Field(
        "wrap", .wrapping(), default: Paragraph.Wrapping.normal, also: ["textWrap", "whiteSpace"],
        example: #""balance""#, "The way in which lines break")
}

/// The fields of letters that a text, a style or a span gives.
struct Letters: Sendable {
    var fontFamilies: [String]?
    var fontWeight: Int?
    var isItalic: Bool?
    var letterSpacing: Double?
    var wordSpacing: Double?
    var textCase: TextStyle.Case?
    var features: [String: Int]?
    var paint: BoxPaint?
    var outline: BoxStroke?
    var highlight: Decoration<TextHighlight>?
    var underline: Decoration<TextRule>?
    var strike: Decoration<TextRule>?
}

/// A decoration of words, or none where a style gives one.
enum Decoration<Value: Sendable>: Sendable {
    case none
    case some(Value)

    var value: Value? { if case .some(let value) = self { value } else { nil } }
}

extension RecordReader {
    mutating func letters() -> Letters {
        let fields = LetterFields.fields
        return Letters(
            fontFamilies: optional(fields.fontFamily), fontWeight: optional(fields.fontWeight),
            isItalic: optional(fields.fontStyle).map { $0 == .italic },
            letterSpacing: optional(fields.letterSpacing),
            wordSpacing: optional(fields.wordSpacing), textCase: optional(fields.textCase),
            features: optional(fields.features), paint: optional(fields.color),
            outline: optional(fields.outline), highlight: optional(fields.highlight),
            underline: optional(fields.underline), strike: optional(fields.strike))
    }
}

extension Letters {
    /// The style with the fields that are given in place of its own.
    func style(over base: TextStyle) -> TextStyle {
        var style = base
        if let fontFamilies { style.fontFamilies = fontFamilies }
        if let fontWeight { style.fontWeight = fontWeight }
        if let isItalic { style.isItalic = isItalic }
        if let letterSpacing { style.letterSpacing = letterSpacing }
        if let wordSpacing { style.wordSpacing = wordSpacing }
        if let textCase { style.textCase = textCase }
        if let features { style.features = features }
        if let paint { style.paint = .solid(paint.firstColor) }
        if let outline {
            style.outline = GlyphRun.Outline(
                stroke: outline.stroke, paint: .solid(outline.paint.firstColor))
        }
        if let highlight { style.highlight = highlight.value }
        if let underline { style.underline = underline.value }
        if let strike { style.strike = strike.value }
        return style
    }
}

extension BoxPaint {
    var isSolid: Bool { if case .solid = self { true } else { false } }

    /// The colour used instead of the paint if there is no box.
    var firstColor: Color {
        switch self {
        case .solid(let color): color
        case .gradient(let gradient): gradient.stops.first?.color ?? .black
        case .pattern: .black
        }
    }
}

// MARK: - The whole text

/// A text but for its words.
struct TextFrame: Sendable {
    /// Nil where no field and no style gives one.
    var fontSize: ClosedRange<Double>?
    var paragraph: Paragraph
    var block: TextBlock
    var looks: [Mark: MarkLook]
}

extension RecordReader {
    /// - Parameter readsWrap: false where `wrap` may be meant for a frame.
    mutating func paragraph(readsWrap: Bool = true) -> TextFrame {
        let fields = ParagraphFields.fields
        let factor = self[RelativeSizeFields.fields.relativeSize]
        let fontSize = optional(fields.fontSize).map { size in
            size.lowerBound * factor...size.upperBound * factor
        }
        var paragraph = Paragraph(spans: [], language: resolver.language, fontSize: 1...1)
        paragraph.language = optional(fields.language) ?? resolver.language
        paragraph.lineHeight = self[fields.lineHeight]
        paragraph.alignment = self[fields.textAlign]
        if readsWrap { paragraph.wrapping = self[TextWrapFields.fields.wrap] }
        paragraph.hyphenation = self[fields.hyphens]
        paragraph.hanging = self[fields.hangingPunctuation]
        paragraph.maxLines = optional(fields.maxLines)
        paragraph.overflow = self[fields.overflow]
        let block = TextBlock(
            verticalAlignment: self[fields.verticalAlign], trim: self[fields.trim],
            fitGroup: optional(fields.fitGroup), path: optional(fields.textPath),
            minLines: optional(fields.minLines) ?? 0)
        return TextFrame(
            fontSize: fontSize, paragraph: paragraph, block: block,
            looks: optional(fields.spanStyles) ?? [:])
    }
}

// MARK: - Types

struct FontSizeFields: FieldSet {
    static let fields = Self()
    /// The end that is left out comes from a style.
    static let rules: [ObjectRule] = [.notEmpty]
    let min = Field("min", .px(.fontSize), example: "40", "The smallest size")
    let max = Field("max", .px(.fontSize), example: "96", "The largest size")
}

extension ValueType where Value == ClosedRange<Double> {
    /// A length, or `{min, max}`.
    fileprivate static var fontSize: ValueType {
        ValueType<Double>.px(.fontSize).map { $0...$0 }
            .or(
                object: object(FontSizeFields.self, standIn: 1...8_192) {
                    reader, fields throws(CardError) in
                    let (low, high) = (reader.required(fields.min), reader.required(fields.max))
                    let areGiven = reader.has(fields.min) && reader.has(fields.max)
                    if low > high, areGiven, !reader.hasFaults, !reader.hasStandIns {
                        reader.note(
                            "min-above-max", "expected a min up to the max, found a larger one",
                            at: fields.min)
                    }
                    return low...max(low, high)
                })
    }
}

extension ValueType where Value == [String] {
    /// A name of the kit's fonts, a family, or a list of both.
    static var families: ValueType {
        constant(
            .anyOf([
                .name(.fonts), .text(pattern: nil),
                .list(.anyOf([.name(.fonts), .text(pattern: nil)]), count: 1...32),
            ]), standIn: []
        ) { node, path, context throws(CardError) in
            try readFamilies(node, at: path).flatMap { name in
                (isName(name) ? context.kit.fonts[name] : nil) ?? [name]
            }
        }
    }
}

extension ValueType where Value == [String: Int] {
    /// OpenType features by tag.
    static var features: ValueType {
        constant(.map(pattern: "[A-Za-z0-9]{4}", .integer(0...100, unit: "")), standIn: [:]) {
            node, path, _ throws(CardError) in
            var object = ObjectReader(node, at: path)
            let pairs = object.eachMember { member, way throws(CardError) in
                let tag = member.name.utf8
                guard tag.count == 4, tag.allSatisfy({ isKeyByte($0) && $0 != 0x2D && $0 != 0x5F })
                else {
                    throw CardError(
                        .template,
                        Diagnostic(
                            code: "bad-name", "\(quoted(member.name)) is no OpenType feature",
                            at: member.nameLocation, path: way,
                            hint: "write four letters or digits, like \"tnum\""))
                }
                return (member.name, try member.value.integer(at: way, in: 0...100))
            }
            try object.finish()
            return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        }
    }
}
