package import BlueHeartDiagnostics
package import BlueHeartJSON

/// A field of the template language, declared once: its reader, its schema, its row of the
/// reference and the hints about it come from here.
package struct Field<Value: Sendable>: Sendable {
    package let name: String
    let type: ValueType<Value>
    /// Value of a missing field; nil if there is none, or if it depends on other fields.
    let standard: Value?
    package let notes: FieldNotes
}

/// The facts of a field beside its type.
package struct FieldNotes: Sendable {
    /// One sentence, without a full stop.
    let summary: String
    /// The default as text for the reference; nil if there is none.
    let standardText: String?
    /// JSON text of a value, for the schema.
    let example: String
    /// Names under which other tools know it: `borderRadius`.
    let aliases: [String]
    let isRequired: Bool
    /// True if a style may hold it.
    let isStylable: Bool
}

/// A field whatever the type of its values.
package protocol DeclaredField: Sendable {
    var name: String { get }
    var notes: FieldNotes { get }
    var form: Form { get }

    /// Reads a value; faults go to the context's findings, and the value is then `.invalid`.
    func read(_ node: JSONNode, at path: JSONPath, _ context: ReadContext) -> Written
}

extension Field: DeclaredField {
    package var form: Form { type.form }

    package func read(
        _ node: JSONNode, at path: JSONPath, _ context: ReadContext
    ) -> Written {
        if context.isChange, case .null = node.value {
            return Written(.null, at: node.location, path: path)
        }
        return type.written(node, at: path, context)
    }
}

extension Field {
    /// A field that may be left out.
    package init(
        _ name: String, _ type: ValueType<Value>, default standard: Value? = nil,
        shown standardText: String? = nil, styles isStylable: Bool = true,
        also aliases: [String] = [], example: String, _ summary: String
    ) {
        self.name = name
        self.type = type
        self.standard = standard
        notes = FieldNotes(
            summary: summary, standardText: standardText ?? standard.flatMap(shownDefault),
            example: example, aliases: aliases, isRequired: false, isStylable: isStylable)
    }

    /// A field that must be there.
    static func required(
        _ name: String, _ type: ValueType<Value>, also aliases: [String] = [],
        example: String, _ summary: String
    ) -> Field {
        Field(
            name: name, type: type, standard: nil,
            notes: FieldNotes(
                summary: summary, standardText: nil, example: example, aliases: aliases,
                isRequired: true, isStylable: false))
    }
}

/// A default as the reference shows it; nil where it has no short text.
private func shownDefault<Value>(_ value: Value) -> String? {
    switch value {
    case let number as Double: shortNumber(number)
    case let number as Int: "\(number)"
    case let flag as Bool: "\(flag)"
    case let choice as any RawRepresentable: choice.rawValue as? String
    default: nil
    }
}
