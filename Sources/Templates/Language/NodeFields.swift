import BlueHeartDiagnostics
import BlueHeartJSON
import BlueHeartScenes

/// Fields that every node has.
struct NodeFields: FieldSet {
    static let fields = Self()
    let type = Field<NodeKind>.required(
        "type", .choice(), also: ["kind", "tag"], example: #""frame""#, "The type of the node")
    let id = Field(
        "id", .name, styles: false, also: ["key"], example: #""headline""#,
        "A name, unique in the template, for variants and messages; `scene` is the root")
    let when = Field(
        "when", .condition, styles: false, also: ["if", "visible", "show", "condition"],
        example: #"{ "has": "photo" }"#, "A condition; the node is left out where it does not hold")
}

/// The nodes inside a frame or a group.
struct ChildrenFields: FieldSet {
    static let fields = Self()
    static let owner: String? = "a frame or a group"
    let children = Field(
        "children", .children, styles: false, also: ["nodes", "items", "elements", "layers"],
        example: #"[{ "type": "shape", "shape": "heart", "fill": "reed" }]"#,
        "The nodes inside; in a variant the ids of those that are there, in their order")
}

/// The fields of a repeat.
struct RepeatFields: FieldSet {
    static let fields = Self()
    static let owner: String? = "a repeat"
    static let rules: [ObjectRule] = [.oneOf(["count", "each"]), .anyOf(["item"])]
    let count = Field(
        "count", .repeatCount, styles: false, also: ["times"], example: "3",
        "How often the item stands there, 0 to 1000: a number, or `{name}` of a number parameter that has a `maximum`"
    )
    let each = Field(
        "each", .repeatEach, styles: false, also: ["for", "over", "data", "of"],
        example: #""{people}""#,
        "A list of sentences, a key of the words whose keys `1`, `2`, … are taken in order, or `{name}` of a list parameter"
    )
    let item = Field(
        "item", .item, styles: false, also: ["template", "child", "children"],
        example: #"{ "type": "text", "style": "body", "text": "{index}. {item}" }"#,
        "The node that is repeated; `{index}` counts from 1, `{item}` is the sentence or value, `{item.name}` a field of it"
    )
}

/// The types of node.
enum NodeKind: String, CaseIterable, ExplainedChoice {
    case frame, group, text, image, shape, qr, `repeat`

    var summary: String {
        switch self {
        case .frame: "arranges its children in a row, a column or over one another"
        case .group: "draws its children as one picture"
        case .text: "words"
        case .image: "a picture"
        case .shape: "a rectangle, ellipse, line, path or heart"
        case .qr: "a QR code"
        case .repeat: "stands for one node several times"
        }
    }

    /// The noun in messages: `a text`, `an image`.
    var noun: String { self == .image ? "an image" : self == .qr ? "a qr" : "a \(rawValue)" }
}

extension NodeKind {
    private static let place: [any FieldSet.Type] = [
        NodeFields.self, StyleNameFields.self, BoxFields.self, LookFields.self,
    ]

    /// The fields that a node of this type may have.
    var sets: [any FieldSet.Type] {
        switch self {
        case .frame:
            Self.place + [
                FrameFields.self, FrameWrapFields.self, PaddingFields.self, ChildrenFields.self,
            ]
        case .group: Self.place + [ChildrenFields.self]
        case .text:
            [SentenceFields.self, SpansFields.self] + Self.place + [
                LetterFields.self, RelativeSizeFields.self, ParagraphFields.self,
                TextWrapFields.self, PaddingFields.self,
            ]
        case .image: [SourceFields.self] + Self.place + [ImageFields.self]
        case .shape:
            Self.place + [
                ShapeFields.self, PathFields.self, HeartFields.self, FillRuleFields.self,
            ]
        case .qr: [CodeFields.self] + Self.place + [QRFields.self]
        case .repeat: [NodeFields.self, RepeatFields.self]
        }
    }

    private var rules: [ObjectRule] {
        switch self {
        case .frame, .group: []
        case .text: [.oneOf(["words", "text", "spans"])]
        case .image: [.anyOf(["source"])]
        case .shape: ShapeFields.kinds + [.anyOf(["shape", "style"])]
        case .qr: CodeFields.rules
        case .repeat: RepeatFields.rules
        }
    }

    var table: FieldTable { Self.tables[self]?.table ?? FieldTable([]) }

    private static let tables: [NodeKind: LazyTable] = Dictionary(
        uniqueKeysWithValues: allCases.map { kind in
            (kind, LazyTable { FieldTable(kind.sets, rules: kind.rules) })
        })

    /// The only things that have a field, for a hint; nil where every node or none has it.
    static func owner(of name: String) -> String? {
        guard isName(name) else { return nil }
        return owners[name]
    }

    /// The narrowest owner of each field, by name.
    private static let owners: [String: String] = {
        let sets: [any FieldSet.Type] = [
            HeartFields.self, PathFields.self, ShapeFields.self, FillRuleFields.self,
            FrameFields.self, FrameWrapFields.self, PaddingFields.self, LetterFields.self,
            ParagraphFields.self, TextWrapFields.self,
            SpansFields.self, RelativeSizeFields.self, ImageFields.self, SourceFields.self,
            QRFields.self, RepeatFields.self, ChildrenFields.self,
        ]
        var owners: [String: String] = [:]
        for set in sets {
            for field in set.declared where owners[field.name] == nil {
                owners[field.name] = set.owner
            }
        }
        return owners
    }()
}

// MARK: - Styles

/// The things that styles are applied to.
enum StyledThing: Sendable {
    case node(NodeKind)
    case span

    /// Names of fields that it may take from a style.
    var styleFields: [String] {
        switch self {
        case .node(let kind): kind.table.fields.filter(\.notes.isStylable).map(\.name)
        case .span: SpanTable.look.table.fields.filter(\.notes.isStylable).map(\.name)
        }
    }

    var noun: String {
        switch self {
        case .node(let kind): kind.noun
        case .span: "a span"
        }
    }
}

/// The styles that a style takes the fields of.
struct ExtendsFields: FieldSet {
    static let fields = Self()
    let extends = Field(
        "extends", .styleNames, styles: false, also: ["style", "base", "inherits"],
        example: #"["body", "quiet"]"#, "The styles whose fields come first")
}

/// Fields that mean one thing for a frame and another for a text.
struct SharedStyleFields: FieldSet {
    static let fields = Self()
    let wrap = Field(
        "wrap", .choice(AnyWrap.self), example: #""balance""#,
        "The way in which the lines of a text or the children of a frame break")
}

/// Both ways to wrap, as a style may be meant for a frame or for a text.
enum AnyWrap: String, CaseIterable, ExplainedChoice {
    case none, wrap, normal, balance, pretty

    var summary: String {
        switch self {
        case .none: "one line"
        case .wrap: "children that do not fit begin a new line"
        case .normal: "lines as full as they can be"
        case .balance: "lines of equal length"
        case .pretty: "no short last line"
        }
    }
}

extension ValueType where Value: ExplainedChoice {
    /// A way to wrap, which may come from a style that is meant for something else.
    static func wrapping() -> ValueType {
        stored(.choices(of: Value.self), standIn: Value.first) {
            node, path, _ throws(CardError) -> AnyWrap in
            let choice: Value = try readChoice(node, at: path)
            return AnyWrap(rawValue: choice.rawValue) ?? .normal
        } resolve: { stored, written, _ throws(CardError) in
            if let choice = Value(rawValue: stored.rawValue) { return choice }
            let names = Value.allCases.map { quoted($0.rawValue) }.joined(separator: ", ")
            throw CardError(
                .template,
                Diagnostic(
                    code: "unknown-choice",
                    "expected one of \(names), found \(quoted(stored.rawValue))",
                    at: written.location, path: written.path))
        }
    }
}

enum StyleFieldTable {
    /// Every field that a style may hold.
    static let all = LazyTable {
        FieldTable([
            ExtendsFields.self, SharedStyleFields.self, BoxFields.self, LookFields.self,
            FrameFields.self, PaddingFields.self, LetterFields.self, RelativeSizeFields.self,
            ParagraphFields.self, ImageFields.self, ShapeFields.self, PathFields.self,
            HeartFields.self, FillRuleFields.self, QRFields.self,
        ])
    }
}
