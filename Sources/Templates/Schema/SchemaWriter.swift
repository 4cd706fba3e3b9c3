import BlueHeartDiagnostics
import BlueHeartJSON

/// Writes the JSON Schema of a file from the declarations of its fields.
///
/// Every form with a name, and every set of fields, is defined once under `$defs`.
struct SchemaWriter {
    /// The names that a kit gives; nil for a schema that fits any kit.
    let names: SchemaNames?
    private let rules: [CheckRule]
    /// Definitions of another file, to which this one refers.
    private var elsewhere: Elsewhere?
    private var definitions: [(name: String, value: JSONValue)] = []
    private var known: Set<String> = []

    /// Names of definitions, and the file that has them.
    struct Elsewhere {
        let file: String
        let names: Set<String>
    }

    private init(names: SchemaNames?, rules: [CheckRule], elsewhere: Elsewhere?) {
        self.names = names
        self.rules = rules
        self.elsewhere = elsewhere
    }

    /// The schema of a file.
    ///
    /// - Parameters:
    ///   - elsewhere: definitions that need not be written again.
    ///   - body: the fields of the schema beside its head and its definitions.
    static func write(
        title: String, checks: [CheckRule], names: SchemaNames?, elsewhere: Elsewhere?,
        _ body: (inout SchemaWriter) -> [(String, JSONValue?)]
    ) -> JSONValue {
        var writer = SchemaWriter(names: names, rules: checks, elsewhere: elsewhere)
        var fields: [(String, JSONValue?)] = [
            ("$schema", "https://json-schema.org/draft/2020-12/schema"), ("title", .string(title)),
        ]
        fields += body(&writer)
        guard !writer.definitions.isEmpty else { return .fields(fields) }
        fields.append(
            ("$defs", .object(writer.definitions.map { JSONValue.Field($0.name, $0.value) })))
        return .fields(fields)
    }
}

// MARK: - Forms

extension SchemaWriter {
    /// The schema of a form, as the fields of an object.
    mutating func schema(_ form: Form) -> [(String, JSONValue?)] {
        switch form {
        case .number(let range, _): return number("number", range)
        case .integer(let range, _):
            return number("integer", Double(range.lowerBound)...Double(range.upperBound))
        case .expression(let suffixes): return expression(suffixes)
        case .boolean: return [("type", "boolean")]
        case .constant(let flag): return [("const", .bool(flag))]
        case .null: return [("type", "null")]
        case .text(let pattern):
            guard let pattern else { return [("type", "string")] }
            return [("type", "string"), ("pattern", .string("^(\(pattern))$"))]
        case .choice(let choices):
            return [
                ("enum", .array(choices.map { .string($0.value) })),
                ("enumDescriptions", .array(choices.map { .string($0.summary) })),
            ]
        case .name(let kind): return name(kind)
        case .defined(let name, let definition): return [("$ref", reference(name, definition))]
        case .object(let lazy): return object(lazy.table, isWhole: true)
        case .map(let pattern, let form): return map(pattern, form)
        case .checks: return checks
        case .node(let isSingle): return node(isSingle)
        case .changes(let lazy): return changes(lazy.table)
        case .list(let form, let count): return list(form, count)
        case .anyOf(let forms): return anyOf(forms)
        }
    }

    private mutating func value(_ form: Form) -> JSONValue { .fields(schema(form)) }

    private func number(_ type: String, _ range: ClosedRange<Double>) -> [(String, JSONValue?)] {
        [
            ("type", .string(type)), ("minimum", written(range.lowerBound)),
            ("maximum", written(range.upperBound)),
        ]
    }

    private func written(_ number: Double) -> JSONValue {
        Int(exactly: number).map { .integer($0) } ?? .number(number)
    }

    /// A number that depends on parameters; the plain one is defined once.
    private mutating func expression(_ suffixes: [String]) -> [(String, JSONValue?)] {
        let own: [(String, JSONValue?)] = [("type", "string"), ("pattern", pattern(suffixes))]
        guard suffixes == [""] else { return own }
        define("expression") { _ in
            .fields(
                [("description", "Arithmetic over number parameters: `{share / 100}`")] + own)
        }
        return [("$ref", .string(address("expression")))]
    }

    private func pattern(_ suffixes: [String]) -> JSONValue {
        let ends = suffixes.filter { !$0.isEmpty }
        let end = ends.isEmpty ? "" : "(\(ends.joined(separator: "|")))"
        return .string("^\\{[^{}]+\\}\(end)\(suffixes.contains("") && !ends.isEmpty ? "?" : "")$")
    }

    private mutating func list(
        _ form: Form, _ count: ClosedRange<Int>
    ) -> [(String, JSONValue?)] {
        [
            ("type", "array"),
            ("minItems", count.lowerBound > 0 ? .integer(count.lowerBound) : nil),
            ("maxItems", count.upperBound < 1_000 ? .integer(count.upperBound) : nil),
            ("uniqueItems", form.isPlacement ? true : nil),
            ("items", value(form)),
        ]
    }

    private mutating func map(_ pattern: String?, _ form: Form) -> [(String, JSONValue?)] {
        [
            ("type", "object"),
            ("propertyNames", pattern.map { ["pattern": .string("^(\($0))$")] }),
            ("additionalProperties", value(form)),
        ]
    }

    /// Alternatives; those inside one another are laid flat.
    private mutating func anyOf(_ forms: [Form]) -> [(String, JSONValue?)] {
        var flat: [Form] = []
        func add(_ form: Form) {
            if case .anyOf(let inner) = form { inner.forEach(add) } else { flat.append(form) }
        }
        forms.forEach(add)
        guard flat.count > 1 else { return schema(flat[0]) }
        return [("anyOf", .array(flat.map { value($0) }))]
    }

    private mutating func reference(_ name: String, _ definition: Form.Definition) -> JSONValue {
        define(name) { writer in
            .fields(
                [("description", .string(definition.summary))]
                    + writer.schema(definition.form()))
        }
        return .string(address(name))
    }

    private func address(_ name: String) -> String {
        let file = elsewhere.map { $0.names.contains(name) ? $0.file : "" } ?? ""
        return "\(file)#/$defs/\(name)"
    }

    /// Writes a definition, once; what it needs comes after it.
    private mutating func define(_ name: String, _ body: (inout SchemaWriter) -> JSONValue) {
        guard elsewhere?.names.contains(name) != true, known.insert(name).inserted else { return }
        let index = definitions.count
        definitions.append((name, .null))
        definitions[index].value = body(&self)
    }
}

// MARK: - Objects

extension SchemaWriter {
    /// An object with the fields of a table; sets of several fields are defined once.
    ///
    /// - Parameter isWhole: false if other fields are allowed besides these.
    mutating func object(_ table: FieldTable, isWhole: Bool) -> [(String, JSONValue?)] {
        let shared = table.sets.filter { SharedSets.names[String(describing: $0)] != nil }
        let own = table.fields.filter { field in
            !shared.contains { $0.declared.contains { $0.name == field.name } }
        }
        var parts: [JSONValue] = []
        for set in shared {
            let name = SharedSets.names[String(describing: set)] ?? ""
            define(name) { writer in
                ["properties": writer.properties(set.declared)]
            }
            parts.append(["$ref": .string(address(name))])
        }
        for rule in table.rules where !rule.isNotEmpty { parts.append(schema(rule)) }
        return [
            ("type", "object"),
            (
                "required",
                table.required.isEmpty ? nil : .array(table.required.map { .string($0) })
            ),
            ("properties", own.isEmpty ? JSONValue?.none : .some(properties(own))),
            ("allOf", parts.isEmpty ? nil : .array(parts)),
            (shared.isEmpty ? "additionalProperties" : "unevaluatedProperties", false),
            ("minProperties", table.rules.contains { $0.isNotEmpty } ? 1 : nil),
        ]
    }

    /// A file with a `$schema` line, and members whose names its author chooses.
    mutating func file(ofMembers form: Form, named pattern: String) -> [(String, JSONValue?)] {
        [
            ("type", "object"), ("properties", properties(SchemaFields.declared)),
            (
                "propertyNames",
                ["anyOf": [["const": "$schema"], ["pattern": .string("^(\(pattern))$")]]]
            ),
            ("additionalProperties", value(form)),
        ]
    }

    private mutating func properties(_ fields: [any DeclaredField]) -> JSONValue {
        .object(fields.map { JSONValue.Field($0.name, property($0)) })
    }

    /// A field with its sentence, its default and an example.
    private mutating func property(_ field: any DeclaredField) -> JSONValue {
        let standard = field.notes.standardText.map { "; default: \($0)" } ?? ""
        return .fields(
            [
                ("description", .string(field.notes.summary + standard)),
                ("examples", .array([field.notes.exampleValue])),
            ] + schema(field.form))
    }

    private mutating func schema(_ rule: ObjectRule) -> JSONValue {
        switch rule {
        case .limited(let name, let form):
            return ["properties": .object([JSONValue.Field(name, value(form))])]
        case .neededWithout(let name, let needed):
            return ["anyOf": [needing(name), ["required": .array(needed.map { .string($0) })]]]
        case .oneOf(let names): return ["oneOf": .array(names.map(needing))]
        case .anyOf(let names): return ["anyOf": .array(names.map(needing))]
        case .conflict(let name, let others):
            return ["not": ["required": [.string(name)], "anyOf": .array(others.map(needing))]]
        case .together(let names):
            return [
                "dependentRequired": .object(
                    names.map { name in
                        JSONValue.Field(
                            name, .array(names.filter { $0 != name }.map { .string($0) }))
                    })
            ]
        case .notEmpty: return ["minProperties": 1]
        case .only(let names, let field, let values):
            return [
                "if": [
                    "required": [.string(field)],
                    "properties": .object([
                        JSONValue.Field(
                            field, ["not": ["enum": .array(values.map { .string($0) })]])
                    ]),
                ],
                "then": ["properties": .object(names.map { JSONValue.Field($0, false) })],
            ]
        case .needed(let names, let field, let values):
            return [
                "if": [
                    "required": [.string(field)],
                    "properties": .object([
                        JSONValue.Field(field, ["enum": .array(values.map { .string($0) })])
                    ]),
                ],
                "then": ["required": .array(names.map { .string($0) })],
            ]
        }
    }

    private func needing(_ name: String) -> JSONValue { ["required": [.string(name)]] }

    /// A node, whose type decides about its fields.
    private mutating func node(_ isSingle: Bool) -> [(String, JSONValue?)] {
        let kinds = NodeKind.allCases.filter { !isSingle || $0 != .repeat }
        let parts = kinds.map { kind -> JSONValue in
            let form = Form.defined("\(kind.rawValue)Node", kind.summary) {
                .object(LazyTable { kind.table })
            }
            return [
                "if": ["properties": ["type": ["const": .string(kind.rawValue)]]],
                "then": value(form),
            ]
        }
        let type: JSONValue = [
            "enum": .array(kinds.map { .string($0.rawValue) }),
            "enumDescriptions": .array(kinds.map { .string($0.summary) }),
        ]
        return [
            ("type", "object"), ("required", ["type"]),
            ("properties", .fields([("type", type), ("when", isSingle ? false : nil)])),
            ("allOf", .array(parts)),
            ("defaultSnippets", isSingle ? JSONValue?.none : .some(NodeSnippets.json)),
        ]
    }

    /// Fields that may also be `null`, or parts of objects.
    private mutating func changes(_ table: FieldTable) -> [(String, JSONValue?)] {
        var fields: [JSONValue.Field] = []
        for field in table.fields {
            if ["type", "id", "extends"].contains(field.name) {
                fields.append(JSONValue.Field(field.name, false))
            } else if field.name == "children" {
                fields.append(
                    JSONValue.Field(
                        field.name,
                        ["type": ["array", "null"], "items": ["type": "string"]]))
            } else {
                fields.append(
                    JSONValue.Field(
                        field.name,
                        ["anyOf": [part, reference(to: field)]]))
            }
        }
        return [
            ("type", "object"), ("properties", .object(fields)), ("additionalProperties", false),
        ]
    }

    /// `null`, or some fields of an object.
    private var part: JSONValue {
        mutating get {
            define("part") { _ in
                [
                    "description":
                        "`null` takes the field away; an object changes the parts it has",
                    "type": ["null", "object"],
                ]
            }
            return ["$ref": .string(address("part"))]
        }
    }

    /// A field by its place in a set that is defined once, else by its form.
    private mutating func reference(to field: any DeclaredField) -> JSONValue {
        guard let set = SharedSets.set(of: field) else { return value(field.form) }
        let name = SharedSets.names[String(describing: set)] ?? ""
        define(name) { writer in ["properties": writer.properties(set.declared)] }
        return ["$ref": .string(address(name) + "/properties/\(field.name)")]
    }

    private var checks: [(String, JSONValue?)] {
        [
            ("type", "object"),
            (
                "properties",
                .object(rules.map { JSONValue.Field($0.code, change(of: $0)) })
            ),
            ("additionalProperties", false),
        ]
    }

    private func change(of rule: CheckRule) -> JSONValue {
        let levels = ["error", "warning", "note", "off"].filter { level in
            CheckSeverities.Change(
                code: rule.code, severity: Diagnostic.Severity(rawValue: level), reason: ""
            ).isAllowed(for: rule)
        }
        return [
            "type": "object", "required": ["severity", "reason"],
            "properties": [
                "severity": ["enum": .array(levels.map { .string($0) })],
                "reason": ["type": "string", "pattern": "\\S"],
            ], "additionalProperties": false,
        ]
    }
}

extension ObjectRule {
    fileprivate var isNotEmpty: Bool { if case .notEmpty = self { true } else { false } }
}

extension Form {
    fileprivate var isPlacement: Bool {
        if case .name(.placementUses) = self { true } else { false }
    }
}

extension FieldNotes {
    /// The example as a value.
    fileprivate var exampleValue: JSONValue {
        do throws(CardError) {
            return try JSONDocument.read(Array(example.utf8), file: "example").plain
        } catch { preconditionFailure("an example is no JSON: \(example)") }
    }
}
