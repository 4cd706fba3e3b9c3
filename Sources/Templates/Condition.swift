import Diagnostics
import Geometry
import JSON
import Languages

/// What must hold, as far as it hangs on what is filled in; the rest is decided while reading.
indirect enum Condition: Sendable {
    case always
    case never
    /// A parameter has a value.
    case has(Int)
    /// A choice has this value.
    case equals(Int, String)
    /// A number is at least this.
    case atLeast(Int, Int)
    case not(Condition)
    case all([Condition])
    case any([Condition])

    func holds(for filled: FilledParameters) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .has(let index): filled.values[index] != nil
        case .equals(let index, let value):
            filled.values[index].map { isSameName($0.raw, value) } ?? false
        case .atLeast(let index, let count):
            (filled.values[index]?.number ?? 0) >= Double(count)
        case .not(let other): !other.holds(for: filled)
        case .all(let others): others.allSatisfy { $0.holds(for: filled) }
        case .any(let others): others.contains { $0.holds(for: filled) }
        }
    }

    static func fixed(_ holds: Bool) -> Condition { holds ? .always : .never }

    func and(_ other: Condition) -> Condition { Condition.allOf([self, other]) }

    static func allOf(_ conditions: [Condition]) -> Condition {
        if conditions.contains(where: \.isNever) { return .never }
        let open = conditions.filter { !$0.isAlways }
        return open.isEmpty ? .always : open.count == 1 ? open[0] : .all(open)
    }

    static func anyOf(_ conditions: [Condition]) -> Condition {
        if conditions.contains(where: \.isAlways) { return .always }
        let open = conditions.filter { !$0.isNever }
        return open.isEmpty ? .never : open.count == 1 ? open[0] : .any(open)
    }

    static func negated(_ condition: Condition) -> Condition {
        condition.isAlways ? .never : condition.isNever ? .always : .not(condition)
    }

    var isAlways: Bool { if case .always = self { true } else { false } }
    var isNever: Bool { if case .never = self { true } else { false } }
}

extension Scope {
    /// Reads a condition and decides what this card decides.
    func condition(
        _ node: JSONNode, at path: JSONPath, _ notes: Notes
    ) throws(CardError) -> Condition {
        var object = ObjectReader(node, at: path)
        var parts: [Condition?] = []
        if let wanted = object.optionalChoice("direction", of: WrittenDirection.self) {
            parts.append(.fixed(wanted.direction == language.direction))
        }
        parts.append(
            names(
                "language", &object,
                read: { node, path throws(CardError) in
                    try readLanguageTag(node, at: path).tag
                }
            ).map { tags in .fixed(tags.contains { isSameName($0, language.tag) }) })
        parts.append(placement(&object, notes))
        parts.append(range("aspect", canvas.width / canvas.height, 1e-3...1e3, &object))
        parts.append(range("width", canvas.width, 0...1e6, &object))
        parts.append(range("height", canvas.height, 0...1e6, &object))
        let having = names("has", &object, read: parameterName)
        parts.append(
            having.map { names in
                .allOf(names.map { parameterIndex($0).map(Condition.has) ?? .never })
            })
        parts.append(object.optional("is", equalities))
        parts.append(
            object.optional("not") { node, path throws(CardError) in
                .negated(try condition(node, at: path, notes))
            })
        let any = object.optionalEach("any") { node, path throws(CardError) in
            try condition(node, at: path, notes)
        }
        parts.append(any.map(Condition.anyOf))
        noteEmptyCondition(&object)
        try object.finish()
        return aim == .checking ? .always : .allOf(parts.compactMap { $0 })
    }

    private func noteEmptyCondition(_ object: inout ObjectReader) {
        guard case .object(let members) = object.node.value, members.isEmpty else { return }
        object.note(
            Diagnostic(
                code: "empty-condition", "expected a condition, found an empty object",
                at: object.location, path: object.path,
                hint:
                    "write what must hold, like { \"aspect\": { \"min\": 1.5 } }, or leave when out"
            ))
    }

    /// A name or a list of names.
    private func names(
        _ field: String, _ object: inout ObjectReader, read: NodeBody<String>
    ) -> [String]? {
        guard let node = object.optionalNode(field) else { return nil }
        guard case .array(let elements) = node.value else {
            return object.optional(field, read).map { [$0] }
        }
        if elements.isEmpty {
            object.note("empty-list", "expected at least one name, found none", at: field)
        }
        return object.optionalEach(field, read)
    }

    private func placement(_ object: inout ObjectReader, _ notes: Notes) -> Condition? {
        let wanted = names("placement", &object) { node, path throws(CardError) in
            let name = try readName(node, at: path)
            notes.placements += kit.placements(name, of: node, at: path)
            return name
        }
        return wanted.map { names in
            .fixed(
                names.contains { name in
                    let family = kit.families[safe: name]?.map(\.name) ?? [name]
                    return family.contains { isSameName($0, canvas.placement) }
                })
        }
    }

    private func range(
        _ field: String, _ value: Double, _ limits: ClosedRange<Double>,
        _ object: inout ObjectReader
    ) -> Condition? {
        object.optional(field) { node, path throws(CardError) in
            var bounds = ObjectReader(node, at: path)
            let low = bounds.optionalNumber("min", in: limits)
            let high = bounds.optionalNumber("max", in: limits)
            if bounds.members.isEmpty, case .object = node.value {
                bounds.note(
                    Diagnostic(
                        code: "empty-condition", "expected min or max, found neither",
                        at: node.location, path: path, hint: "write { \"min\": 1.5 }"))
            }
            if let low, let high, low >= high {
                bounds.note(
                    "min-above-max", "expected a min below the max, which is not reached",
                    at: "min")
            }
            try bounds.finish()
            return .fixed(value >= low ?? -.infinity && value < high ?? .infinity)
        }
    }

    private func parameterName(_ node: JSONNode, at path: JSONPath) throws(CardError) -> String {
        let name = try node.string(at: path)
        guard toleratesUnknownParameters || parameterIndex(name) != nil else {
            throw unknownParameter(name, of: node, at: path)
        }
        return name
    }

    func unknownParameter(_ name: String, of node: JSONNode, at path: JSONPath) -> CardError {
        unknownName(
            "unknown-parameter", "parameter", name, in: parameters.map(\.name), of: node, at: path,
            cure: "add it to parameters")
    }

    private func equalities(_ node: JSONNode, at path: JSONPath) throws(CardError) -> Condition {
        var object = ObjectReader(node, at: path)
        let parts = object.eachMember { member, way throws(CardError) in
            try equality(member, at: way)
        }
        try object.finish()
        return .allOf(parts)
    }

    private func equality(
        _ member: JSONMember, at path: JSONPath
    ) throws(CardError) -> Condition {
        let place = JSONNode(.null, at: member.nameLocation)
        guard let index = parameterIndex(member.name) else {
            guard toleratesUnknownParameters else {
                throw unknownParameter(member.name, of: place, at: path)
            }
            _ = try readName(member.value, at: path)
            return .never
        }
        let parameter = parameters[index]
        guard parameter.kind == .choice else {
            if toleratesUnknownParameters { return .never }
            throw fault(
                "wrong-parameter-type",
                "expected a choice, and \(quoted(member.name)) is a \(parameter.kind.rawValue)",
                of: place, at: path, hint: "ask with \"has\" whether it has a value")
        }
        let value = try member.value.string(at: path)
        let values = parameter.choices.map(\.value)
        guard values.contains(where: { isSameName($0, value) }) else {
            if toleratesUnknownParameters { return .never }
            throw unknownName(
                "unknown-choice", "choice", value, in: values, of: member.value, at: path)
        }
        return .equals(index, value)
    }
}

/// A direction as conditions write it.
private enum WrittenDirection: String, CaseIterable {
    case ltr, rtl

    var direction: TextDirection { self == .ltr ? .leftToRight : .rightToLeft }
}
