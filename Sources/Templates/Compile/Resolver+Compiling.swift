import BlueHeartDiagnostics
import BlueHeartLanguages
import BlueHeartScenes

/// Counters while the nodes of one layout are compiled.
///
/// Owned by the call that compiles them, with the same lifetime.
final class CompileState {
    /// Nodes so far, those of a repeat each time.
    var nodeCount = 0
}

/// Nodes of a card, those of a repeat each time.
let nodeLimit = 10_000

extension Resolver {
    /// The compiled nodes of one node of a template: none if a condition fails, many for a repeat,
    /// otherwise one.
    ///
    /// - Throws: every fault of the node and its descendants.
    func compiled(
        _ node: TemplateNode, _ state: CompileState
    ) throws(CardError) -> [CompiledNode] {
        let condition = try self.condition(of: node)
        if condition.isNever { return [] }
        if node.kind == .repeat { return try repeated(node, condition, state) }
        state.nodeCount += 1
        guard state.nodeCount <= nodeLimit else { throw tooManyNodes(at: node) }
        var faults = FaultList()
        let styled = faults.gather { () throws(CardError) in
            try self.styled(node.record, by: node.record.styleNames, as: .node(node.kind))
        }
        let shell = faults.gather { () throws(CardError) -> CompiledNode.Shell in
            guard styled?.isComputed != true else { return .computed(node, self) }
            return .built(try built(node))
        }
        let inner = inside((styled ?? node.record).mirroring)
        var children: [CompiledNode] = []
        for child in node.children {
            children +=
                faults.gather { () throws(CardError) in try inner.compiled(child, state) } ?? []
        }
        try faults.finish()
        guard let shell else { preconditionFailure("a node without faults was not compiled") }
        return [CompiledNode(shell, condition: condition, children: children)]
    }

    /// The condition under which a node is there, as far as it is not decided.
    func condition(of node: TemplateNode) throws(CardError) -> Condition {
        let field = NodeFields.fields.when
        guard let written = node.record[field.name], !written.isNull else { return .always }
        return decided(try field.type.value(of: written, self))
    }

    /// A node in a place where just one must be: in a pattern, as a mask.
    func drawing(_ node: TemplateNode) throws(CardError) -> Node {
        var inner = self
        inner.direction = .leftToRight
        let compiled = try inner.compiled(node, CompileState())
        guard let first = compiled.first else { preconditionFailure("a drawing has a condition") }
        if let fixed = first.fixedNode { return fixed }
        guard let arguments else {
            preconditionFailure("a drawing that may differ was resolved without arguments")
        }
        return try first.resolved(arguments, CardFormats(language), self)
    }

    private func tooManyNodes(at node: TemplateNode) -> CardError {
        CardError(
            .template,
            Diagnostic(
                code: "too-many-nodes",
                "expected at most \(nodeLimit) nodes, those of a repeat each time, found more",
                at: node.location, path: node.path, hint: "repeat less, or use a pattern"))
    }
}

// MARK: - Repeats

extension Resolver {
    private func repeated(
        _ node: TemplateNode, _ condition: Condition, _ state: CompileState
    ) throws(CardError) -> [CompiledNode] {
        guard let item = node.item else { return [] }
        let turns = try self.turns(of: node)
        var nodes: [CompiledNode] = []
        for turn in turns {
            var inner = self
            inner.turn = turn.turn
            for var compiled in try inner.compiled(item, state) {
                compiled.condition = compiled.condition.and(turn.condition).and(condition)
                nodes.append(compiled)
            }
        }
        return nodes
    }

    /// The turns of a repeat, as many as there may be, each with its condition.
    private func turns(
        of node: TemplateNode
    ) throws(CardError) -> [(turn: RepeatTurn, condition: Condition)] {
        var reader = RecordReader(node.record, self)
        let fields = RepeatFields.fields
        let count = reader.optional(fields.count)
        let each = reader.optional(fields.each)
        let formats = CardFormats(language)
        func turn(_ index: Int) -> RepeatTurn {
            RepeatTurn(
                index: index + 1, indexText: formats.formats.string(from: Double(index + 1)))
        }
        switch (count, each) {
        case (.times(let count)?, _): return (0..<count).map { (turn($0), .always) }
        case (.value(let reference, let limit)?, _):
            let bound = reference.bound(to: self.turn)
            return (0..<limit).map { (turn($0), .atLeast(bound, $0 + 1)) }
        case (nil, .list(let list, let limit)?):
            return (0..<limit).map { index in
                var turn = turn(index)
                turn.list = list
                return (turn, .atLeast(.parameter(list), index + 1))
            }
        case (nil, let each?):
            return try messages(of: each).enumerated().map { index, message in
                var turn = turn(index)
                turn.item = message
                return (turn, .always)
            }
        case (nil, nil): return []
        }
    }
}

/// Faults of things that are looked at one after the other.
struct FaultList {
    private(set) var faults: [Diagnostic] = []

    /// The value that `body` gives; nil where it throws, and then its faults are kept.
    mutating func gather<Value>(_ body: () throws(CardError) -> Value) -> Value? {
        do throws(CardError) {
            return try body()
        } catch {
            faults += error.diagnostics
            return nil
        }
    }

    mutating func note(_ fault: Diagnostic) { faults.append(fault) }

    /// - Throws: all faults; kind `.data` where nothing but values is missing.
    func finish() throws(CardError) {
        guard !faults.isEmpty else { return }
        let areValues = faults.allSatisfy { $0.code == "missing-parameter" }
        throw CardError(areValues ? .data : .template, faults)
    }
}
