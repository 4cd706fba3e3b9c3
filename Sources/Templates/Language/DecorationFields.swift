import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartJSON

struct HighlightFields: FieldSet {
    static let fields = Self()
    let color = Field<Color>.required("color", .color, example: #""reed/30%""#, "The colour")
    let padding = Field(
        "padding", .highlightPadding, shown: "0.12 at the sides, 0 above and below",
        example: #"{ "horizontal": 0.2, "vertical": 0.05 }"#,
        "Room around the words in em: beyond their sides, and above ascender and below descender")
    let corner = Field(
        "corner", .number(in: 0...2, unit: "em"), default: 0, also: ["radius"], example: "0.15",
        "The radius of its corners")
}

struct HighlightPaddingFields: FieldSet {
    static let fields = Self()
    let horizontal = Field(
        "horizontal", .number(in: -1...2, unit: "em"), default: 0, example: "0.2",
        "Beyond the sides of the words")
    let vertical = Field(
        "vertical", .number(in: -1...2, unit: "em"), default: 0, example: "0.05",
        "Above the ascender and below the descender")
}

struct RuleFields: FieldSet {
    static let fields = Self()
    let color = Field("color", .color, shown: "the words'", example: #""reed""#, "The colour")
    let thickness = Field(
        "thickness", .number(in: 0.005...0.5, unit: "em"), shown: "as the font says",
        example: "0.07", "The thickness of the line")
    let offset = Field(
        "offset", .number(in: -1...1, unit: "em"), shown: "as the font says", example: "0.12",
        "From the baseline down to the line's upper edge")
}

struct SkipInkFields: FieldSet {
    static let fields = Self()
    let skipInk = Field(
        "skipInk", .flag, default: true, example: "false",
        "Leaves out the places where letters cross the line")
}

/// Padding of a highlight, in em.
struct HighlightPadding: Sendable {
    var horizontal: Double
    var vertical: Double
}

extension ValueType where Value == HighlightPadding {
    /// One number for all sides, or `{horizontal, vertical}`.
    fileprivate static var highlightPadding: ValueType {
        ValueType<Double>.number(in: -1...2, unit: "em")
            .map { HighlightPadding(horizontal: $0, vertical: $0) }
            .or(
                object: object(
                    HighlightPaddingFields.self,
                    standIn: HighlightPadding(horizontal: 0, vertical: 0)
                ) { reader, fields throws(CardError) in
                    HighlightPadding(
                        horizontal: reader[fields.horizontal], vertical: reader[fields.vertical])
                })
    }
}

extension ValueType where Value == Decoration<TextHighlight> {
    /// A colour, `false`, or an object.
    static var highlight: ValueType {
        let color = ValueType<Color>.color.map { color in
            Decoration.some(
                TextHighlight(
                    color: color, horizontalPadding: 0.12, verticalPadding: 0, cornerRadius: 0))
        }
        return color.orFalse(expected: "a colour, an object or false")
            .or(
                object: object(HighlightFields.self, standIn: .none) {
                    reader, fields throws(CardError) in
                    let color = reader.required(fields.color)
                    let padding = reader.optional(fields.padding)
                    return .some(
                        TextHighlight(
                            color: color, horizontalPadding: padding?.horizontal ?? 0.12,
                            verticalPadding: padding?.vertical ?? 0,
                            cornerRadius: reader[fields.corner]))
                }
            ).named("highlight", "A box behind words")
    }

    /// This type, or `false` for no decoration.
    private func orFalse(expected whole: String) -> ValueType {
        let (inner, resolveInner) = (read, resolve)
        return ValueType(
            form: .anyOf([form, .constant(false)]),
            read: { node, path, context throws(CardError) in
                switch node.value {
                case .bool(false): return .value(NoDecoration())
                case .string: return try inner(node, path, context)
                default: throw node.wrongType(expected: whole, at: path)
                }
            },
            resolve: { written, resolver throws(CardError) in
                if case .value(let value) = written.content, value is NoDecoration { return .none }
                return try resolveInner(written, resolver)
            }, standIn: standIn)
    }
}

private struct NoDecoration: Sendable {}

extension ValueType where Value == Decoration<TextRule> {
    /// `true`, `false`, or an object.
    static func rule(_ crossing: TextRule.Crossing) -> ValueType {
        let sets: [any FieldSet.Type] =
            crossing == .leavesInkOut ? [RuleFields.self, SkipInkFields.self] : [RuleFields.self]
        return ValueType<Bool>.flag.map { $0 ? .some(TextRule(crossing: crossing)) : .none }
            .expecting("true, false or an object")
            .or(
                object: object(LazyTable { FieldTable(sets) }, standIn: .none) {
                    reader throws(CardError) in
                    .some(reader.rule(crossing))
                }
            ).named(
                crossing == .leavesInkOut ? "underline" : "strike",
                crossing == .leavesInkOut ? "A line below words" : "A line through words")
    }
}

extension RecordReader {
    fileprivate mutating func rule(_ crossing: TextRule.Crossing) -> TextRule {
        let fields = RuleFields.fields
        var rule = TextRule(crossing: crossing)
        rule.color = optional(fields.color)
        rule.thickness = optional(fields.thickness)
        rule.offset = optional(fields.offset)
        if crossing == .leavesInkOut, !self[SkipInkFields.fields.skipInk] {
            rule.crossing = .goesThrough
        }
        return rule
    }
}
