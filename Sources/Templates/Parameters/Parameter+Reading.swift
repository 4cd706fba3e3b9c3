import BlueHeartDiagnostics
import BlueHeartJSON
import BlueHeartLanguages

extension Parameter {
    /// Numbers that callers may give; a template's own are smaller.
    static let numbers = -1e12...1e12

    /// Reads one member of `parameters`.
    static func read(
        _ member: JSONMember, at path: JSONPath, _ context: ReadContext
    ) throws(CardError) -> Parameter {
        try checkName(member, at: path)
        return try ParameterReader(
            name: member.name, node: member.value, path: path, context: context
        ).read()
    }
}

/// Reads one parameter.
struct ParameterReader {
    /// Empty for the items of a plain list.
    let name: String
    let node: JSONNode
    let path: JSONPath
    let context: ReadContext

    func read() throws(CardError) -> Parameter {
        let record = try FieldTable([ParameterFields.self]).read(node, at: path, context)
        let resolver = Resolver.checking(context.kit, [], context.kit.styles)
        var reader = RecordReader(record, resolver)
        let fields = ParameterFields.fields
        let kind = reader.discriminator(fields.type)
        // Where the type is unknown, fields that belong to one type are no faults of their own.
        if kind == nil { reader.allow(ParameterFields.self) }
        let limits = limits(&reader, kind)
        let items = items(&reader, kind)
        noteReservedName(&reader)
        let parameter = Parameter(
            name: name, kind: kind ?? .text, isRequired: reader[fields.required],
            requiredWith: reader.optional(fields.requiredWith),
            standard: ownValue(fields.standard, kind, items, &reader),
            example: ownValue(fields.example, kind, items, &reader),
            label: reader.optional(fields.label), help: reader.optional(fields.help),
            isPublic: reader[fields.isPublic], allowsLines: limits.allowsLines,
            maxLength: limits.maxLength, minimum: limits.minimum, maximum: limits.maximum,
            choices: choices(&reader, kind), earliest: limits.earliest, latest: limits.latest,
            fields: items, itemCount: itemCount(limits, kind, &reader),
            location: node.location, path: path)
        try reader.finish()
        try parameter.checkOwnValues(node, in: context.kit)
        return parameter
    }

    private func noteReservedName(_ reader: inout RecordReader) {
        guard ["index", "item", "hashtags"].contains(name) else { return }
        reader.note(
            Diagnostic(
                code: "reserved-name", "a parameter cannot be named \(quoted(name))",
                at: reader.location, path: path,
                hint: "sentences use this name already; choose another"))
    }
}

// MARK: - Fields of one type

/// The limits that belong to one type of parameter only.
private struct Limits {
    var allowsLines = false
    var maxLength: Int?
    var minimum: Double?
    var maximum: Double?
    var earliest: CalendarDay?
    var latest: CalendarDay?
}

extension ParameterReader {
    private func limits(_ reader: inout RecordReader, _ kind: Parameter.Kind?) -> Limits {
        let fields = ParameterFields.fields
        var limits = Limits()
        switch kind {
        case .text:
            limits.allowsLines = reader[fields.multiline]
            limits.maxLength = reader.optional(fields.maxLength)
        case .number, .list:
            limits.minimum = reader.optional(fields.minimum)
            limits.maximum = reader.optional(fields.maximum)
            if let low = limits.minimum, let high = limits.maximum, low > high {
                reader.note(
                    "min-above-max", "the minimum is above the maximum", at: fields.minimum)
            }
        case .date:
            limits.earliest = reader.optional(fields.earliest)
            limits.latest = reader.optional(fields.latest)
            if let first = limits.earliest, let last = limits.latest, last < first {
                reader.note(
                    "min-above-max", "the earliest day is after the latest", at: fields.earliest)
            }
        case .color, .image, .choice, .link, .country, nil: break
        }
        return limits
    }

    private func choices(
        _ reader: inout RecordReader, _ kind: Parameter.Kind?
    ) -> [Parameter.Choice] {
        guard kind == .choice else { return [] }
        let field = ParameterFields.fields.choices
        let choices = reader.required(field)
        if reader.written(field)?.list?.isEmpty == true {
            reader.note("empty-list", "a choice needs at least one value", at: field)
        }
        for (index, choice) in choices.enumerated()
        where choices[..<index].contains(where: { isSameName($0.value, choice.value) }) {
            reader.note(
                "duplicate-name", "the value \(quoted(choice.value)) comes twice", at: field)
        }
        return choices
    }

    /// The parameters that an item of a list is made of.
    private func items(_ reader: inout RecordReader, _ kind: Parameter.Kind?) -> [Parameter] {
        guard kind == .list else { return [] }
        let (of, named) = (ParameterFields.fields.of, ParameterFields.fields.fields)
        let (plain, fields) = (reader.optional(of), reader.optional(named))
        switch (reader.has(of), reader.has(named)) {
        case (true, true):
            reader.note(
                "conflicting-fields", "expected either of or fields, found both", at: of,
                hint: "remove one of them")
        case (false, false):
            reader.noteMissing(
                named, hint: "write \"fields\": { \"name\": { \"type\": \"text\" } }")
        default: break
        }
        let items = plain ?? fields ?? []
        if let inner = items.first(where: { $0.kind == .list }) {
            reader.note(
                Diagnostic(
                    code: "wrong-parameter-type", "a list cannot hold lists", at: inner.location,
                    path: inner.path, hint: "give its items fields of other types"))
        }
        if reader.written(named)?.isInvalid == false, fields?.isEmpty == true {
            reader.note("empty-list", "a list needs at least one field", at: named)
        }
        return items
    }

    private func itemCount(
        _ limits: Limits, _ kind: Parameter.Kind?, _ reader: inout RecordReader
    ) -> ClosedRange<Int> {
        guard kind == .list else { return 0...0 }
        let field = ParameterFields.fields.maximum
        guard let most = limits.maximum, (1...Double(repeatLimit)).contains(most) else {
            reader.note(
                "endless-repeat", "the list \(quoted(name)) has no maximum up to \(repeatLimit)",
                at: field, hint: "give it a maximum, like 9")
            return 0...repeatLimit
        }
        return Int(min(max(limits.minimum ?? 0, 0), most))...Int(most)
    }
}

// MARK: - Defaults and examples

extension ParameterReader {
    private func ownValue(
        _ field: Field<WrittenOwnValue>, _ kind: Parameter.Kind?, _ items: [Parameter],
        _ reader: inout RecordReader
    ) -> OwnValue? {
        guard let value = reader.optional(field), reader.written(field)?.isInvalid == false else {
            return nil
        }
        switch (value, kind) {
        case (.literal(let text), .list):
            reader.note(
                "wrong-type", "expected a list of items, found \(quoted(text))", at: field)
            return nil
        case (.literal(let text), _): return .literal(text)
        case (.sentence(let sentence), .text), (.sentence(let sentence), nil):
            return .sentence(sentence)
        case (.items(let nodes, let path), .list):
            return reader.attempt { () throws(CardError) in
                .items(try ownItems(nodes, at: path, items))
            }
        case (.sentence, _), (.items, _):
            reader.note(
                "wrong-type", "expected a string or a number, found \(found(value))", at: field)
            return nil
        }
    }

    private func found(_ value: WrittenOwnValue) -> String {
        if case .items = value { "an array" } else { "an object" }
    }

    private func ownItems(
        _ nodes: [JSONNode], at path: JSONPath, _ fields: [Parameter]
    ) throws(CardError) -> [[OwnItem]] {
        var items: [[OwnItem]] = []
        for (index, node) in nodes.enumerated() {
            let way = path.appending(.index(index))
            items.append(try ownItem(node, at: way, fields))
        }
        return items
    }

    private func ownItem(
        _ node: JSONNode, at path: JSONPath, _ fields: [Parameter]
    ) throws(CardError) -> [OwnItem] {
        guard case .object(let members) = node.value else {
            guard fields.count == 1, fields[0].name.isEmpty else {
                throw node.wrongType(expected: "an item, which is an object", at: path)
            }
            return [OwnItem(field: 0, text: try text(of: node, at: path))]
        }
        var values: [OwnItem] = []
        for member in members {
            let way = path.appending(.key(member.name))
            guard let field = fields.firstIndex(where: { isSameName($0.name, member.name) }) else {
                throw unknownName(
                    "unknown-field", "field of the items", member.name, in: fields.map(\.name),
                    of: JSONNode(.null, at: member.nameLocation), at: way)
            }
            values.append(OwnItem(field: field, text: try text(of: member.value, at: way)))
        }
        return values
    }

    private func text(of node: JSONNode, at path: JSONPath) throws(CardError) -> String {
        switch node.value {
        case .string(let text): return text
        case .number(let number): return number.text
        default: throw node.wrongType(expected: "a string or a number", at: path)
        }
    }
}

extension Parameter {
    /// Sees that default and example are values the parameter would take.
    fileprivate func checkOwnValues(_ node: JSONNode, in kit: Kit) throws(CardError) {
        var faults: [Diagnostic] = []
        for (field, value) in [("default", standard), ("example", example)] {
            guard let value, let place = node[field] else { continue }
            for fault in self.faults(of: value, in: kit) {
                faults.append(
                    Diagnostic(
                        code: fault.code, fault.message, at: place.location,
                        path: path.appending(.key(field)), hint: fault.hint))
            }
        }
        if !faults.isEmpty { throw CardError(.template, faults) }
    }

    private func faults(of value: OwnValue, in kit: Kit) -> [Diagnostic] {
        var faults = FaultList()
        switch value {
        case .sentence: break
        case .literal(let text):
            // A number's may be an expression, which is read when all parameters are known.
            if kind == .number, BracedText(text) != nil { break }
            _ = faults.gather { () throws(CardError) in try check(text, in: kit) }
        case .items(let items):
            for item in items.joined() {
                _ = faults.gather { () throws(CardError) in
                    try element(item.field).check(item.text, in: kit)
                }
            }
            if !itemCount.contains(items.count) { faults.note(wrongCount(items.count)) }
        }
        return faults.faults
    }

    /// The fault that a list has too few or too many items.
    func wrongCount(_ count: Int) -> Diagnostic {
        let isShort = count < itemCount.lowerBound
        let bound = isShort ? itemCount.lowerBound : itemCount.upperBound
        return Diagnostic(
            code: isShort ? "list-too-short" : "list-too-long",
            "\(quoted(name)): expected \(isShort ? "at least" : "at most") \(bound) "
                + "item\(bound == 1 ? "" : "s"), found \(count)", path: valuePath,
            hint: isShort ? "add \(name(ofItem: count + 1, field: 0))" : "remove the last ones")
    }
}
