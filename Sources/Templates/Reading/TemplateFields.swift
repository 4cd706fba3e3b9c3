import BlueHeartDiagnostics
import BlueHeartJSON

/// Fields of a template's file.
struct TemplateFields: FieldSet {
    static let fields = Self()
    /// Fields that must be there where no other template gives them.
    static let needed = ["title", "alt", "caption", "placements", "scene"]
    let name = Field<String>.required(
        "name", .name, example: #""pledge""#, "The name of the template, as its file")
    let extends = Field(
        "extends", .name, example: #""pledge""#,
        "Another template of the kit, whose fields this one's replace")
    let title = Field(
        "title", .sentence, example: #"{ "words": "pledge.title" }"#,
        "The title of the picture, for people who make cards")
    let alt = Field(
        "alt", .sentence, also: ["altText", "alternativeText"],
        example: #"{ "words": "pledge.alt" }"#,
        "The text for people who do not see the picture")
    let longAlt = Field(
        "longAlt", .sentence, example: #"{ "words": "pledge.longAlt" }"#, "The same at length")
    let caption = Field(
        "caption", .caption, example: #"{ "words": "pledge.caption" }"#,
        "The text beside the picture")
    let placements = Field(
        "placements", .list(of: .placementUses, count: 1...1_000), also: ["sizes", "formats"],
        example: #"["square", "story"]"#,
        "The placements and families that it is laid out for")
    let parameters = Field(
        "parameters", .parameters, also: ["params", "props", "variables", "fields"],
        example: #"{ "name": { "type": "text" } }"#, "The values it asks for, by name")
    let attributes = Field(
        "attributes", .flag, default: false, example: "true",
        "Whether it puts words into the mouth of a person or organisation that is named, as a quotation does"
    )
    let reference = Field(
        "reference", .reference, shown: "the kit's, or 1080 x 1080",
        example: #"{ "width": 1080, "height": 1080 }"#,
        "The size whose px lengths count in: a width and a height, or `display`")
    let styles = Field(
        "styles", .styleSheet, example: #"{ "note": { "extends": "body", "fontSize": 24 } }"#,
        "Fields for nodes and spans by name")
    let scene = Field(
        "scene", .templateNode, also: ["root", "children", "layers", "design"],
        example: #"{ "type": "frame", "fill": "paper" }"#, "The root node")
    let variants = Field(
        "variants", .variants(of: .template), also: ["breakpoints", "overrides"],
        example:
            #"[{ "when": { "aspect": { "min": 1.5 } }, "set": { "scene": { "direction": "row" } } }]"#,
        "Changes where a condition holds, tried from first to last; at most 64 with the kit's")
}

extension ValueType where Value == [PlacementUse] {
    /// The placements of a name of a placement or a family.
    fileprivate static var placementUses: ValueType {
        constant(.name(.placementUses), standIn: []) { node, path, context throws(CardError) in
            context.kit.placements(try readName(node, at: path), of: node, at: path)
        }
    }
}

extension ValueType where Value == [Parameter] {
    /// Parameters by name.
    fileprivate static var parameters: ValueType {
        constant(
            .map(
                pattern: "(?!(index|item|hashtags)$)" + Form.namePattern,
                .defined("parameter", "A parameter", { .parameter })), standIn: []
        ) { node, path, context throws(CardError) in
            var entries = ObjectReader(node, at: path)
            let parameters = entries.eachMember { member, path throws(CardError) in
                try Parameter.read(member, at: path, context)
            }
            for fault in unknownCompanions(of: parameters, in: node) { entries.note(fault) }
            do throws(CardError) {
                try entries.finish()
            } catch {
                // The rest of them is known, so that no name is reported as unknown.
                context.findings.faults += error.diagnostics
            }
            return parameters
        }
    }

    /// Parameters that are required with one that is not there, or with themselves.
    private static func unknownCompanions(
        of parameters: [Parameter], in node: JSONNode
    ) -> [Diagnostic] {
        guard case .object(let members) = node.value else { return [] }
        return parameters.flatMap { parameter -> [Diagnostic] in
            let others = members.map(\.name).filter { !isSameName($0, parameter.name) }
            guard let companion = parameter.requiredWith,
                !others.contains(where: { isSameName($0, companion) }),
                let place = node[parameter.name]?["requiredWith"]
            else { return [] }
            return unknownName(
                "unknown-parameter", "other parameter", companion, in: others, of: place,
                at: parameter.path.appending(.key("requiredWith"))
            ).diagnostics
        }
    }
}

extension ValueType where Value == TemplateNode {
    fileprivate static var templateNode: ValueType {
        let standIn = TemplateNode(
            kind: .group,
            record: Record(at: SourceLocation(file: "", line: 1, column: 1), path: JSONPath()),
            loop: nil)
        return constant(.singleNode, standIn: standIn) { node, path, context throws(CardError) in
            try TemplateNode.read(node, at: path, context)
        }
    }
}
