import Diagnostics

/// The types of node, and which fields each has.
enum NodeKind: String, CaseIterable, Sendable {
    case frame, group, text, image, shape, qr, `repeat`

    /// Fields that a node of this type may take from a style.
    var styleFields: [String] {
        switch self {
        case .frame: Self.common + Self.frameFields
        case .group: Self.common
        case .text: Self.common + Self.textFields + Self.paragraphFields
        case .image: Self.common + Self.imageFields
        case .shape: Self.common + Self.shapeFields
        case .qr: Self.common + Self.qrFields
        case .repeat: []
        }
    }

    /// What every node but a repeat has.
    static let common = [
        "width", "height", "minWidth", "maxWidth", "minHeight", "maxHeight", "aspectRatio", "grow",
        "shrink", "alignSelf", "margin", "position", "top", "end", "bottom", "start", "fill",
        "stroke", "corner", "cornerSmoothing", "clip", "mask", "opacity", "blend", "shadow",
        "innerShadow", "blur", "rotate", "scale", "translate", "mirror", "role",
    ]
    static let frameFields = ["direction", "gap", "lineGap", "padding", "align", "justify", "wrap"]
    /// What a span has too.
    static let textFields = [
        "fontFamily", "fontWeight", "fontStyle", "letterSpacing", "wordSpacing", "textCase",
        "features", "color", "outline", "highlight", "underline", "strike",
    ]
    static let paragraphFields = [
        "fontSize", "relativeSize", "language", "lineHeight", "textAlign", "verticalAlign", "wrap",
        "maxLines", "overflow", "trim", "spanStyles", "fitGroup", "textPath", "hyphens",
        "hangingPunctuation",
    ]
    static let imageFields = ["fit", "focus", "brightness", "duotone", "tint", "imageBlur"]
    static let shapeFields = [
        "shape", "d", "viewBox", "fillRule", "proportion", "cleft", "softness", "tilt", "brush",
    ]
    static let qrFields = ["correction", "quietZone", "dark", "light"]
}

extension NodeKind {
    /// The same faults; of a field that other nodes have, the hint says which.
    static func sayingWhoseFields(_ error: CardError) -> CardError {
        let diagnostics = error.diagnostics.map { diagnostic in
            var told = diagnostic
            guard told.code == "unknown-field", told.hint == nil,
                case .key(let name)? = told.path.steps.last
            else { return told }
            told.hint = owner(of: name).map { "only \($0) has it" }
            return told
        }
        return CardError(error.kind, diagnostics)
    }

    /// Who has a field that not every node has.
    private static func owner(of field: String) -> String? {
        let owners: [(name: String, fields: [String])] = [
            ("a heart", ["proportion", "cleft", "softness", "tilt", "brush"]),
            ("a path", ["d", "viewBox"]), ("a shape", shapeFields), ("a frame", frameFields),
            ("a text", textFields + paragraphFields + ["spans"]),
            ("an image", imageFields + ["source"]), ("a QR code", qrFields),
            ("a repeat", ["count", "each", "item"]), ("a frame or a group", ["children"]),
        ]
        return owners.first { $0.fields.contains { isSameName($0, field) } }?.name
    }
}

/// What a style is applied to.
enum StyledThing: Sendable {
    case node(NodeKind)
    case span

    var fields: [String] {
        switch self {
        case .node(let kind): kind.styleFields
        case .span: NodeKind.textFields + ["relativeSize"]
        }
    }

    var name: String {
        switch self {
        case .node(let kind): kind == .image ? "an image" : "a \(kind.rawValue)"
        case .span: "a span"
        }
    }
}
