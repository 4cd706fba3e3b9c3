import BlueHeartDiagnostics
import BlueHeartJSON
import BlueHeartLanguages

struct ConditionFields: FieldSet {
    static let fields = Self()
    static let rules: [ObjectRule] = [.notEmpty]
    let direction = Field(
        "direction", .choice(WrittenDirection.self), example: #""rtl""#,
        "The language runs this way")
    let language = Field(
        "language", .oneOrMore(.languageTag).recorded(.language), also: ["lang", "locale"],
        example: #"["ar", "sk"]"#,
        "The card's language is this one, or one of a list")
    let placement = Field(
        "placement", .oneOrMore(.placement).recorded(.placement), also: ["placements", "format"],
        example: #"["story", "og"]"#,
        "The placement has this name or is of this family of the kit, or one of a list")
    let aspect = Field(
        "aspect", .bounds(1e-3...1e3), also: ["aspectRatio"], example: #"{ "min": 1.5 }"#,
        "Width divided by height of the placement is at least `min` and below `max`")
    let width = Field(
        "width", .bounds(0...1e6), example: #"{ "min": 1000 }"#,
        "The width of the placement in px is at least `min` and below `max`")
    let height = Field(
        "height", .bounds(0...1e6), example: #"{ "max": 700 }"#,
        "The height of the placement in px is at least `min` and below `max`")
    let has = Field(
        "has", .oneOrMore(.parameterName), also: ["present", "exists"], example: #""name""#,
        "A parameter (or all of a list) has a value, its default counted")
    let `is` = Field(
        "is", .equalities, also: ["equals", "where"], example: #"{ "theme": "dark" }"#,
        "Choices have these values")
    let not = Field(
        "not", .condition, example: #"{ "has": "photo" }"#, "Another condition does not hold")
    let any = Field(
        "any", .list(of: .condition), also: ["or", "anyOf"],
        example: #"[{ "direction": "rtl" }, { "has": "name" }]"#, "One of a list holds")
}

struct BoundsFields: FieldSet {
    static let fields = Self()
    static let rules: [ObjectRule] = [.notEmpty]
    private static let range = 0...1e6
    let min = Field("min", .number(in: range), example: "0.5", "The value is at least this")
    let max = Field("max", .number(in: range), example: "1.5", "The value is below this")
}

/// A direction as conditions write it.
enum WrittenDirection: String, CaseIterable, ExplainedChoice {
    case ltr, rtl

    var summary: String { self == .ltr ? "from left to right" : "from right to left" }
    var direction: TextDirection { self == .ltr ? .leftToRight : .rightToLeft }
}

extension ValueType where Value == TemplateCondition {
    /// An object whose fields must all hold.
    static var condition: ValueType {
        object(ConditionFields.self, standIn: .all([])) { reader, fields throws(CardError) in
            var parts: [TemplateCondition] = []
            if let wanted = reader.optional(fields.direction) {
                parts.append(.direction(wanted.direction))
            }
            if let tags = reader.optional(fields.language) { parts.append(.language(tags)) }
            if let names = reader.optional(fields.placement) {
                parts.append(.placement(names.flatMap { $0 }))
            }
            if let bounds = reader.optional(fields.aspect) { parts.append(.aspect(bounds)) }
            if let bounds = reader.optional(fields.width) { parts.append(.width(bounds)) }
            if let bounds = reader.optional(fields.height) { parts.append(.height(bounds)) }
            if let names = reader.optional(fields.has) { parts.append(.has(names)) }
            if let pairs = reader.optional(fields.is) { parts.append(.equals(pairs)) }
            if let other = reader.optional(fields.not) { parts.append(.not(other)) }
            if let others = reader.optional(fields.any) { parts.append(.any(others)) }
            if reader.record.entries.isEmpty {
                reader.note(emptyCondition(reader))
            }
            return .all(parts)
        }.curing(ForeignNames.cure(forCondition:)).named("condition", "All of its fields must hold")
    }

    private static func emptyCondition(_ reader: RecordReader) -> Diagnostic {
        Diagnostic(
            code: "empty-condition", "expected a condition, found an empty object",
            at: reader.location, path: reader.path,
            hint: "write what must hold, like { \"aspect\": { \"min\": 1.5 } }, or leave when out")
    }
}

extension ValueType {
    /// A value or a list of them, at least one.
    fileprivate static func oneOrMore<Element>(
        _ element: ValueType<Element>
    ) -> ValueType where Value == [Element] {
        let list = ValueType.list(of: element, count: 1...1_000)
        return element.map { [$0] }.or(list: list.notEmpty)
    }
}

extension ValueType {
    /// The same names, checked when the whole template is read: one of them must be possible.
    fileprivate func recorded(_ kind: ConditionNames.Kind) -> ValueType {
        let inner = read
        return ValueType(
            form: form,
            read: { node, path, context throws(CardError) in
                let content = try inner(node, path, context)
                context.findings.conditions.append(
                    ConditionNames(kind: kind, names: strings(in: node), node: node, path: path))
                return content
            }, resolve: resolve, standIn: standIn)
    }

    /// A string, or those of an array.
    private func strings(in node: JSONNode) -> [String] {
        switch node.value {
        case .string(let text): [text]
        case .array(let elements): elements.flatMap(strings)
        default: []
        }
    }
}

extension ValueType {
    /// The same list, which must have an element.
    private var notEmpty: ValueType {
        let inner = read
        return ValueType(
            form: form,
            read: { node, path, context throws(CardError) in
                if case .array(let elements) = node.value, elements.isEmpty {
                    throw fault(
                        "empty-list", "expected at least one name, found none", of: node, at: path)
                }
                return try inner(node, path, context)
            }, resolve: resolve, standIn: standIn)
    }
}

extension ValueType where Value == Bounds {
    fileprivate static func bounds(_ range: ClosedRange<Double>) -> ValueType {
        object(BoundsFields.self, standIn: Bounds()) { reader, fields throws(CardError) in
            let low = reader.optional(fields.min)
            let high = reader.optional(fields.max)
            if reader.record.entries.isEmpty {
                reader.note(
                    Diagnostic(
                        code: "empty-condition", "expected min or max, found neither",
                        at: reader.location, path: reader.path, hint: "write { \"min\": 1.5 }"))
            }
            if let low, let high, low >= high {
                reader.note(
                    "min-above-max", "expected a min below the max, which is not reached",
                    at: fields.min)
            }
            return Bounds(low: low ?? -.infinity, high: high ?? .infinity)
        }.curing(ForeignNames.cure(forBounds:))
    }
}

extension ValueType where Value == String {
    fileprivate static var languageTag: ValueType {
        constant(.name(.languages), standIn: "en") { node, path, _ throws(CardError) in
            try readLanguageTag(node, at: path).tag
        }
    }

    fileprivate static var parameterName: ValueType {
        constant(.text(pattern: nil), standIn: "") { node, path, context throws(CardError) in
            let name = try node.string(at: path)
            guard context.toleratesUnknownParameters || context.messages.reference(to: name) != nil
            else { throw context.unknownParameter(name, of: node, at: path) }
            return name
        }
    }
}

extension ValueType where Value == [String] {
    /// The placements of a name.
    fileprivate static var placement: ValueType {
        constant(.name(.placementUses), standIn: []) { node, path, context throws(CardError) in
            let uses = context.kit.placements(try readName(node, at: path), of: node, at: path)
            context.findings.placements += uses
            return uses.map(\.name)
        }
    }
}

// MARK: - Choices

/// A choice and the value that it must have.
struct ChoiceValuePair: Sendable {
    var name: String
    var value: String
}

extension ValueType where Value == [ChoiceValuePair] {
    fileprivate static var equalities: ValueType {
        constant(.map(pattern: Form.namePattern, .text(pattern: nil)), standIn: []) {
            node, path, context throws(CardError) in
            var object = ObjectReader(node, at: path)
            let pairs = object.eachMember { member, way throws(CardError) in
                try context.equality(member, at: way)
            }
            try object.finish()
            return pairs
        }
    }
}

extension ReadContext {
    fileprivate func equality(
        _ member: JSONMember, at path: JSONPath
    ) throws(CardError) -> ChoiceValuePair {
        if toleratesUnknownParameters {
            return ChoiceValuePair(
                name: member.name, value: try readName(member.value, at: path))
        }
        let place = JSONNode(.null, at: member.nameLocation)
        guard let reference = messages.reference(to: member.name),
            let parameter = messages.parameter(of: reference)
        else { throw unknownParameter(member.name, of: place, at: path) }
        guard parameter.kind == .choice else {
            throw fault(
                "wrong-parameter-type",
                "expected a choice, and \(quoted(member.name)) is a \(parameter.kind.rawValue)",
                of: place, at: path, hint: "ask with \"has\" whether it has a value")
        }
        let value = try member.value.string(at: path)
        let values = parameter.choices.map(\.value)
        guard values.contains(where: { isSameName($0, value) }) else {
            throw unknownName(
                "unknown-choice", "choice", value, in: values, of: member.value, at: path)
        }
        return ChoiceValuePair(name: member.name, value: value)
    }
}
