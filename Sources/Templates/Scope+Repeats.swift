import Diagnostics
import JSON
import Scenes

/// How often something is repeated, and with which sentences.
private enum Repetition {
    case times(Int)
    /// As often as a number says; `limit` is its maximum.
    case parameter(Int, limit: Int)
    case each([Speech])

    var count: Int {
        switch self {
        case .times(let count), .parameter(_, let count): count
        case .each(let items): items.count
        }
    }
}

extension Scope {
    /// Times a thing may be repeated by one repeat.
    static let repeatLimit = 1_000

    /// The item of a repeat as often as it stands there.
    func repeated(
        _ node: JSONNode, at path: JSONPath, _ notes: Notes
    ) throws(CardError) -> [PlanNode] {
        var object = ObjectReader(node, at: path)
        object.allow("type", "when")
        _ = object.optional("id", readName)
        let condition = object.attempt { () throws(CardError) in
            try when(node, at: path, notes)
        }
        let repetition = self.repetition(&object, notes)
        let item = object.node("item")
        let way = object.path(to: "item")
        var plans: [PlanNode] = []
        if let item, let repetition, condition?.isNever != true {
            object.attempt { () throws(CardError) in
                plans = try items(item, repetition, at: way, notes)
            }
        }
        try object.finish()
        return plans.map { plan in
            var plan = plan
            plan.condition = plan.condition.and(condition ?? .always)
            return plan
        }
    }

    private func items(
        _ item: JSONNode, _ repetition: Repetition, at path: JSONPath, _ notes: Notes
    ) throws(CardError) -> [PlanNode] {
        var plans: [PlanNode] = []
        // Every turn has the same faults, so one is enough to find them.
        let turns = aim == .checking ? 1 : repetition.count
        for turn in 0..<turns {
            var inner = self
            inner.locals.index = turn + 1
            inner.locals.item = nil
            if case .each(let items) = repetition, turn < items.count {
                inner.locals.item = items[turn]
            }
            let before = notes.nodeCount
            for var plan in try inner.plans(item, at: path, notes) {
                if case .parameter(let index, _) = repetition {
                    plan.condition = plan.condition.and(.atLeast(index, turn + 1))
                }
                plans.append(plan)
            }
            if aim == .checking {
                try countTurns(notes.nodeCount - before, repetition.count, item, path, notes)
            }
        }
        return plans
    }

    private func countTurns(
        _ nodes: Int, _ turns: Int, _ item: JSONNode, _ path: JSONPath, _ notes: Notes
    ) throws(CardError) {
        notes.nodeCount += nodes * max(0, turns - 1)
        guard notes.nodeCount <= Notes.nodeLimit else {
            throw fault(
                "too-many-nodes",
                "expected at most \(Notes.nodeLimit) nodes, those of a repeat each time, found "
                    + "\(notes.nodeCount)", of: item, at: path,
                hint: "repeat less, or use a pattern")
        }
    }

    private func repetition(_ object: inout ObjectReader, _ notes: Notes) -> Repetition? {
        let count = object.optional("count", self.count)
        let each = object.optional("each") { node, path throws(CardError) in
            try self.each(node, at: path, notes)
        }
        switch (object.has("count"), object.has("each")) {
        case (true, true):
            object.note(
                "conflicting-fields", "expected either count or each, found both", at: "each",
                hint: "remove one of them")
        case (false, false):
            object.note(
                Diagnostic(
                    code: "missing-field", "the field \"count\" is missing", at: object.location,
                    path: object.path(to: "count"), hint: "write how often, or each with sentences")
            )
        default: break
        }
        return count ?? each
    }

    private func count(_ node: JSONNode, at path: JSONPath) throws(CardError) -> Repetition {
        guard case .string(let text) = node.value else {
            return .times(try node.integer(at: path, in: 0...Self.repeatLimit, unit: "times"))
        }
        guard let name = nameInBraces(text) else {
            throw node.wrongType(expected: "a whole number or a parameter in braces", at: path)
        }
        let index = try parameter(name, of: .number, node, at: path)
        guard let limit = parameters[index].maximum, limit <= Double(Self.repeatLimit) else {
            throw fault(
                "endless-repeat",
                "the number \(quoted(name)) has no maximum up to \(Self.repeatLimit)", of: node,
                at: path, hint: "give the parameter a maximum")
        }
        return .parameter(index, limit: max(0, Int(limit)))
    }

    /// A list of sentences, or a prefix of keys.
    private func each(
        _ node: JSONNode, at path: JSONPath, _ notes: Notes
    ) throws(CardError) -> Repetition {
        if case .string(let prefix) = node.value {
            return .each(try sentences(below: prefix, of: node, at: path, notes))
        }
        guard case .array(let elements) = node.value else {
            throw node.wrongType(expected: "a key of the words or a list of sentences", at: path)
        }
        guard (1...Self.repeatLimit).contains(elements.count) else {
            throw fault("empty-list", "expected at least one sentence", of: node, at: path)
        }
        var items: [Speech] = []
        for (index, element) in elements.enumerated() {
            let way = path.appending(.index(index))
            items.append(try speech(try Sentence.read(element, at: way), notes))
        }
        return .each(items)
    }

    private func sentences(
        below prefix: String, of node: JSONNode, at path: JSONPath, _ notes: Notes
    ) throws(CardError) -> [Speech] {
        guard isKey(prefix) else {
            throw fault(
                "bad-name", "\(quoted(prefix)) cannot be a key of the words", of: node, at: path,
                hint: "write names with dots between them, like \"signs.list\"")
        }
        notes.uses.append(
            WordUse(
                key: prefix, location: node.location, path: path, isPrefix: true,
                locals: localNames))
        guard let words else { return [Speech("…")] }
        var items: [Speech] = []
        while items.count < Self.repeatLimit, let found = words["\(prefix).\(items.count + 1)"] {
            items.append(
                try speech(found.message, of: JSONNode(.null, at: found.location), at: found.path))
        }
        guard !items.isEmpty else {
            throw CardError(
                .template,
                missingWordFault("\(prefix).1", words, at: node.location, path: path))
        }
        return items
    }
}
