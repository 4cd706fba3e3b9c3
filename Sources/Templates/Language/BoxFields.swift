import BlueHeartDiagnostics
import BlueHeartGeometry
import BlueHeartJSON
import BlueHeartScenes

/// Fields of the place that a node takes.
struct BoxFields: FieldSet {
    static let fields = Self()
    let width = Field(
        "width", .length(), shown: "by content", example: "200", "The width of the box")
    let height = Field(
        "height", .length(), shown: "by content", example: #""50%""#, "The height of the box")
    let minWidth = Field(
        "minWidth", .length(), shown: "by content", example: "80", "The least width")
    let maxWidth = Field("maxWidth", .length(), example: #""80%""#, "The greatest width")
    let minHeight = Field(
        "minHeight", .length(), shown: "by content", example: "80", "The least height")
    let maxHeight = Field("maxHeight", .length(), example: #""40vh""#, "The greatest height")
    let aspectRatio = Field(
        "aspectRatio", .number(in: 0.001...1_000), also: ["ratio"], example: "1.1",
        "Width divided by height")
    let grow = Field(
        "grow", .number(in: 0...1e6), default: 0, also: ["flexGrow", "flex"], example: "1",
        "The share of the room that is left over along the parent's direction")
    let shrink = Field(
        "shrink", .number(in: 0...1e6), default: 1, also: ["flexShrink"], example: "0",
        "The share of the room that is missing along the parent's direction")
    let alignSelf = Field(
        "alignSelf", .choice(Frame.Alignment.self), shown: "the parent's `align`",
        example: #""center""#, "The place across the parent's direction")
    let margin = Field(
        "margin", .sides(.margin), shown: "0", example: #"{ "top": 12, "horizontal": 24 }"#,
        "Room around the box: one length for all sides, or one for each; may be below 0")
    let position = Field(
        "position", .choice(), default: PositionKind.flow, example: #""absolute""#,
        "Whether the node stands among its neighbours or where `top`, `end`, `bottom` and `start` say"
    )
    let top = Field(
        "top", .sideLength(.distance), shown: "free", example: #""safe""#,
        "For `absolute`: the distance from the top of the parent's whole box")
    let end = Field(
        "end", .sideLength(.distance), shown: "free", also: ["right"], example: "24",
        "For `absolute`: the distance from the side where lines end")
    let bottom = Field(
        "bottom", .sideLength(.distance), shown: "free", example: #""safe+24""#,
        "For `absolute`: the distance from the bottom")
    let start = Field(
        "start", .sideLength(.distance), shown: "free", also: ["left"], example: #""25%""#,
        "For `absolute`: the distance from the side where lines begin")
}

enum PositionKind: String, CaseIterable, ExplainedChoice {
    case flow, absolute

    var summary: String {
        switch self {
        case .flow: "among its neighbours"
        case .absolute: "by distances from the sides of the parent's whole box"
        }
    }
}

struct SideFields: FieldSet {
    static let fields = Self()
    let use: LengthUse
    let top: Field<OpenLength>
    let end: Field<OpenLength>
    let bottom: Field<OpenLength>
    let start: Field<OpenLength>
    let horizontal: Field<OpenLength>
    let vertical: Field<OpenLength>

    init() { self.init(.margin) }

    init(_ use: LengthUse) {
        self.use = use
        top = Field("top", .sideLength(use), shown: "0", example: "12", "The upper side")
        end = Field(
            "end", .sideLength(use), shown: "0", also: ["right"], example: "24",
            "The side where lines end")
        bottom = Field("bottom", .sideLength(use), shown: "0", example: "12", "The lower side")
        start = Field(
            "start", .sideLength(use), shown: "0", also: ["left"], example: "24",
            "The side where lines begin")
        horizontal = Field(
            "horizontal", .sideLength(use), shown: "0", also: ["x", "inline"], example: "24",
            "`start` and `end`, where these are left out")
        vertical = Field(
            "vertical", .sideLength(use), shown: "0", also: ["y", "block"], example: "12",
            "`top` and `bottom`, where these are left out")
    }
}

/// A length whose side is known only to its user.
struct OpenLength: Sendable {
    var value: LengthValue
    var written: Written?
}

extension ValueType where Value == OpenLength {
    static func sideLength(_ use: LengthUse) -> ValueType {
        let standIn = OpenLength(value: LengthValue(number: .fixed(0), unit: .px, use: use))
        return stored(use.form, standIn: standIn) {
            node, path, context throws(CardError) -> LengthValue in
            try LengthValue.read(node, at: path, context, use)
        } resolve: { stored, written, _ throws(CardError) in
            OpenLength(value: stored, written: written)
        }
    }
}

extension RecordReader {
    /// A length of a side, in px or as a part of the parent; nil where it is left out.
    mutating func length(_ field: Field<OpenLength>, _ side: BoxSide) -> Length? {
        guard let open = optional(field) else { return nil }
        guard let written = open.written else { return .px(0) }
        let resolver = resolver
        return attempt { () throws(CardError) in
            try resolver.length(open.value, side: side, at: written)
        }
    }

    mutating func px(_ field: Field<OpenLength>, _ side: BoxSide) -> Double? {
        guard case .px(let px)? = length(field, side) else { return nil }
        return px
    }
}

extension ValueType where Value == Insets {
    /// One length for all sides, or an object of sides.
    static func sides(_ use: LengthUse) -> ValueType {
        let fields = SideFields(use)
        let table = LazyTable {
            FieldTable(
                fields: Mirror(reflecting: fields).children.compactMap {
                    $0.value as? any DeclaredField
                })
        }
        return ValueType<OpenLength>.sideLength(use).resolved(standIn: .zero) {
            open, resolver throws(CardError) in
            guard let written = open.written else { return .zero }
            return Insets(
                top: try resolver.px(open.value, side: .top, at: written),
                right: try resolver.px(open.value, side: .right, at: written),
                bottom: try resolver.px(open.value, side: .bottom, at: written),
                left: try resolver.px(open.value, side: .left, at: written))
        }.or(
            object: object(table, standIn: .zero) { reader throws(CardError) in
                insets(&reader, fields)
            }
        ).curing(ForeignNames.cure(forSides:)).named(
            use.allowsSafe ? "paddings" : "margins",
            "One length for all sides, or an object of sides")
    }

    private static func insets(_ reader: inout RecordReader, _ fields: SideFields) -> Insets {
        let (startSide, endSide) = reader.resolver.horizontalSides
        let horizontal = (
            reader.px(fields.horizontal, startSide), reader.px(fields.horizontal, endSide)
        )
        let vertical = (reader.px(fields.vertical, .top), reader.px(fields.vertical, .bottom))
        let start = reader.px(fields.start, startSide) ?? horizontal.0 ?? 0
        let end = reader.px(fields.end, endSide) ?? horizontal.1 ?? 0
        let isMirrored = startSide == .right
        return Insets(
            top: reader.px(fields.top, .top) ?? vertical.0 ?? 0,
            right: isMirrored ? start : end,
            bottom: reader.px(fields.bottom, .bottom) ?? vertical.1 ?? 0,
            left: isMirrored ? end : start)
    }
}

// MARK: - Building

extension RecordReader {
    /// The place that a node takes; `outer` knows the direction in which its parent lays out.
    mutating func box(in outer: Resolver) -> Box {
        let inner = resolver
        resolver = outer
        defer { resolver = inner }
        let fields = BoxFields.fields
        var box = Box()
        box.width = optional(fields.width)
        box.height = optional(fields.height)
        box.minWidth = optional(fields.minWidth)
        box.maxWidth = optional(fields.maxWidth)
        box.minHeight = optional(fields.minHeight)
        box.maxHeight = optional(fields.maxHeight)
        box.aspectRatio = optional(fields.aspectRatio)
        box.grow = self[fields.grow]
        box.shrink = self[fields.shrink]
        box.align = optional(fields.alignSelf)
        box.margin = optional(fields.margin) ?? .zero
        box.position = position(fields)
        return box
    }

    private mutating func position(_ fields: BoxFields) -> Box.Position {
        let kind = self[fields.position]
        let (startSide, endSide) = resolver.horizontalSides
        let top = length(fields.top, .top)
        let end = length(fields.end, endSide)
        let bottom = length(fields.bottom, .bottom)
        let start = length(fields.start, startSide)
        guard kind == .absolute else {
            noteIdleDistances(fields)
            return .flow
        }
        let (left, right) = startSide == .left ? (start, end) : (end, start)
        return .absolute(top: top, right: right, bottom: bottom, left: left)
    }

    /// Reports distances without effect; in a style the position may come from another style or
    /// from the node.
    private mutating func noteIdleDistances(_ fields: BoxFields) {
        guard record["type"] != nil else { return }
        for field in [fields.top, fields.end, fields.bottom, fields.start] where has(field) {
            note(
                "idle-field", "\(quoted(field.name)) does nothing for a node in the flow",
                at: field, hint: "add \"position\": \"absolute\", or use margin")
        }
    }
}
