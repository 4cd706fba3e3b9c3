public import BlueHeartDiagnostics
public import BlueHeartJSON

/// The files whose schemas are made from declared fields.
public enum FileSchema: String, CaseIterable, Sendable {
    case kit, template

    /// The JSON Schema of the file.
    ///
    /// - Parameters:
    ///   - checks: the checks whose severities a kit may change.
    ///   - names: lists a kit's colours, styles and the like; nil fits any kit.
    public func json(checks: [CheckRule], names: SchemaNames? = nil) -> JSONValue {
        switch self {
        case .kit:
            SchemaWriter.write(
                title: "Kit: a campaign's brand and languages",
                table: FieldTable([SchemaFields.self, KitFields.self]), checks: checks,
                names: names, elsewhere: names == nil ? Self.ofTemplates : nil)
        case .template:
            SchemaWriter.write(
                title: "Template: a card that can be made again and again",
                table: FieldTable(
                    [SchemaFields.self, TemplateFields.self], rules: [.unlessExtending]),
                checks: checks, names: names)
        }
    }

    /// The text of the schema, in the same bytes every time.
    public func text(checks: [CheckRule], names: SchemaNames? = nil) -> String {
        SchemaText.written(json(checks: checks, names: names))
    }

    private static var ofTemplates: SchemaWriter.Elsewhere {
        guard case .object(let fields) = FileSchema.template.json(checks: []),
            case .object(let definitions)? = fields.last?.value
        else { preconditionFailure("the schema of templates has no definitions") }
        return SchemaWriter.Elsewhere(
            file: "template.schema.json", names: Set(definitions.map(\.name)))
    }
}

extension ObjectRule {
    /// A template that extends none must have all fields that are needed.
    fileprivate static var unlessExtending: ObjectRule {
        .neededWithout("extends", TemplateFields.needed)
    }
}
