public import BlueHeartDiagnostics
public import BlueHeartJSON

/// A file whose schema is made from declared fields.
public struct FileSchema: Sendable {
    /// `template`; the schema's file is `template.schema.json`.
    public let name: String
    private let title: String
    private let content: Content
    /// True if it refers to definitions of the schema of templates.
    private let sharesTemplates: Bool

    private enum Content: Sendable {
        case fields(LazyTable)
        /// A `$schema` line, and members whose names the file's author chooses.
        case members(pattern: String, Form)
    }

    /// - Parameters:
    ///   - title: the kind of file, a colon, and its content.
    ///   - fields: the fields beside the `$schema` line.
    package init(_ name: String, title: String, fields: any FieldSet.Type) {
        self.init(
            name: name, title: title,
            content: .fields(LazyTable { FieldTable([SchemaFields.self, fields]) }))
    }

    /// True if a schema for one kit lists the kit's names.
    public var listsNames: Bool { if case .fields = content { true } else { false } }

    /// The file's own fields; nil where the file's author chooses the names.
    var fields: [any DeclaredField]? {
        guard case .fields(let lazy) = content else { return nil }
        return lazy.table.fields.filter { $0.name != SchemaFields.fields.schema.name }
    }

    private init(name: String, title: String, content: Content, sharesTemplates: Bool = false) {
        self.name = name
        self.title = title
        self.content = content
        self.sharesTemplates = sharesTemplates
    }

    /// The JSON Schema of the file.
    ///
    /// - Parameters:
    ///   - checks: the checks whose severities a kit may change.
    ///   - names: lists a kit's colours, styles and the like; nil fits any kit.
    public func json(checks: [CheckRule], names: SchemaNames? = nil) -> JSONValue {
        let elsewhere = sharesTemplates && names == nil ? Self.definitionsOfTemplates : nil
        return SchemaWriter.write(
            title: title, checks: checks, names: names, elsewhere: elsewhere
        ) { writer in
            switch content {
            case .fields(let lazy): writer.object(lazy.table, isWhole: true)
            case .members(let pattern, let form): writer.file(ofMembers: form, named: pattern)
            }
        }
    }

    /// The text of the schema, in the same bytes every time.
    public func text(checks: [CheckRule], names: SchemaNames? = nil) -> String {
        SchemaText.written(json(checks: checks, names: names))
    }

    private static var definitionsOfTemplates: SchemaWriter.Elsewhere {
        guard case .object(let fields) = FileSchema.template.json(checks: []),
            case .object(let definitions)? = fields.last?.value
        else { preconditionFailure("the schema of templates has no definitions") }
        return SchemaWriter.Elsewhere(
            file: "template.schema.json", names: Set(definitions.map(\.name)))
    }
}

extension FileSchema {
    public static let kit = FileSchema(
        name: "kit", title: "Kit: a campaign's brand and languages",
        content: .fields(LazyTable { FieldTable([SchemaFields.self, KitFields.self]) }),
        sharesTemplates: true)

    public static let template = FileSchema(
        name: "template", title: "Template: a card that can be made again and again",
        content: .fields(
            LazyTable {
                FieldTable([SchemaFields.self, TemplateFields.self], rules: [.unlessExtending])
            }))

    public static let words = FileSchema(
        name: "words", title: "Words: every sentence of a kit in one language",
        content: .members(pattern: WordEntry.namePattern, WordEntry.form))
}

extension ObjectRule {
    /// A template that extends none must have all fields that are needed.
    fileprivate static var unlessExtending: ObjectRule {
        .neededWithout("extends", TemplateFields.needed)
    }
}
