import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartJSON

/// The changes that a kit or a template makes where a condition holds.
struct Variant: Sendable {
    /// Nil where it always holds.
    var condition: TemplateCondition?
    var look: Look
    /// Changes by node, in the order of the file.
    var changes: [Change] = []
    /// True for a kit's, whose conditions may name parameters that a template does not have; they
    /// fail then.
    var isOfKit = false

    /// The fields for one node.
    struct Change: Sendable {
        var id: String
        var record: Record
    }

    /// The changes that are not of single nodes.
    struct Look: Sendable {
        var reference: Reference?
        var palette: [String: Color] = [:]
        /// Styles, each with the fields that change; nil if there are none.
        var styles: StyleSheet?

        var isEmpty: Bool { reference == nil && palette.isEmpty && styles == nil }
    }
}

/// Fields that the variants of kits and of templates have.
struct VariantFields: FieldSet {
    static let fields = Self()
    let when = Field(
        "when", .condition, also: ["if"], example: #"{ "aspect": { "min": 1.5 } }"#,
        "The condition under which the variant applies; without it, it always does")
    let reference = Field(
        "reference", .reference, example: #"{ "width": 1200, "height": 630 }"#,
        "Another reference size; the last one counts")
    let palette = Field(
        "palette", .changedColors, also: ["colors"], example: #"{ "ground": "ink" }"#,
        "Other values for colours of the kit's palette")
    let styles = Field(
        "styles", .styleChanges, example: #"{ "headline": { "fontSize": { "max": 60 } } }"#,
        "Fields for styles of the kit and the template by name; `null` removes one")
}

/// The changes of single nodes, which only a template makes.
struct SetFields: FieldSet {
    static let fields = Self()
    let set = Field(
        "set", .nodeChanges, also: ["changes", "override", "nodes"],
        example: #"{ "headline": { "fontSize": { "max": 72 }, "maxLines": null } }"#,
        "Fields for nodes by `id` (`scene` is the root): objects are merged one level deep, everything else is replaced, `null` removes a field"
    )
}

extension ValueType where Value == [String: Color] {
    /// New values for colours of the palette: hex, or the names of others.
    fileprivate static var changedColors: ValueType {
        constant(.map(pattern: Form.namePattern, .color), standIn: [:]) {
            node, path, context throws(CardError) in
            let palette = context.kit.palette
            var entries = ObjectReader(node, at: path)
            let pairs = entries.eachMember { member, way throws(CardError) in
                guard palette[safe: member.name] != nil else {
                    throw unknownName(
                        "unknown-color", "colour of the palette", member.name,
                        in: palette.keys.sorted(), of: JSONNode(.null, at: member.nameLocation),
                        at: way, cure: "add it to the palette of the kit")
                }
                return (member.name, try paletteColor(member.value, at: way, among: palette))
            }
            try entries.finish()
            return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        }
    }
}

/// A colour of a palette: hex, or the name of another.
func paletteColor(
    _ node: JSONNode, at path: JSONPath, among palette: [String: Color]
) throws(CardError) -> Color {
    let text = try node.string(at: path)
    if let color = Color(hex: text) { return color }
    guard isName(text), ForeignNames.cure(forColor: text) == nil || palette[text] != nil else {
        throw fault(
            "bad-color", "expected a colour like \"#0A2A5E\", found \(quoted(text))", of: node,
            at: path,
            hint: ForeignNames.cure(forColor: text)
                ?? "write # and 6 hex digits, or 8 with the alpha")
    }
    if let color = palette[text] { return color }
    throw unknownName(
        "unknown-color", "colour of the palette", text, in: palette.keys.sorted(), of: node,
        at: path, cure: "write a colour like \"#0A2A5E\"")
}
