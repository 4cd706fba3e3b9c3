import BlueHeartDiagnostics
import BlueHeartLanguages
import BlueHeartScenes

/// Finds faults in nodes that any card could show, with stand-in values.
///
/// A node of a repeat is checked once: every turn has the same faults.
struct NodeChecker {
    /// The places of the nodes to look at; nil for all.
    var places: Set<SourceLocation>?
    private(set) var faults: [Diagnostic] = []

    /// Checks a scene with all nodes inside it.
    ///
    /// - Throws: every fault.
    static func check(
        _ scene: TemplateNode, _ resolver: Resolver, places: Set<SourceLocation>? = nil
    ) throws(CardError) {
        var checker = NodeChecker(places: places)
        checker.checkRoot(scene)
        checker.check(scene, resolver)
        checker.count(scene)
        if !checker.faults.isEmpty { throw CardError(.template, checker.faults) }
    }

    private init(places: Set<SourceLocation>?) {
        self.places = places
    }

    private mutating func checkRoot(_ scene: TemplateNode) {
        if let when = scene.record["when"], !when.isNull {
            faults.append(
                Diagnostic(
                    code: "not-one-node",
                    "the scene is always there, and cannot have a condition", at: when.location,
                    path: when.path, hint: "put the condition on a node inside it"))
        }
        if scene.kind == .repeat {
            faults.append(
                Diagnostic(
                    code: "not-one-node", "the scene is one node, and cannot be a repeat",
                    at: scene.location, path: scene.path, hint: "put the repeat inside a frame"))
        }
    }

    private mutating func check(_ node: TemplateNode, _ resolver: Resolver) {
        var styled = node.record
        if places?.contains(node.location) != false {
            attempt { () throws(CardError) in
                _ = try resolver.condition(of: node)
            }
            if node.kind == .repeat {
                checkRepeat(node, resolver)
            } else {
                attempt { () throws(CardError) in _ = try resolver.built(node) }
            }
        }
        if node.kind != .repeat {
            let names = node.record.styleNames
            do throws(CardError) {
                styled = try resolver.styled(node.record, by: names, as: .node(node.kind))
            } catch {
                // Told by the node itself.
            }
        }
        let inner = resolver.inside(styled.mirroring)
        for child in node.children { check(child, inner) }
        if let item = node.item { check(item, resolver.inTurn(of: node)) }
    }

    private mutating func checkRepeat(_ node: TemplateNode, _ resolver: Resolver) {
        var reader = RecordReader(node.record, resolver)
        let fields = RepeatFields.fields
        reader.allow(NodeFields.self)
        _ = reader.optional(fields.count)
        if let each = reader.optional(fields.each) {
            reader.attempt { () throws(CardError) in _ = try resolver.messages(of: each) }
        }
        switch (reader.has(fields.count), reader.has(fields.each)) {
        case (true, true):
            reader.note(
                "conflicting-fields", "expected either count or each, found both",
                at: fields.each, hint: "remove one of them")
        case (false, false):
            reader.noteMissing(fields.count, hint: "write how often, or each with sentences")
        default: break
        }
        if !reader.has(fields.item) { reader.noteMissing(fields.item) }
        attempt { () throws(CardError) in try reader.finish() }
    }

    private mutating func attempt(_ body: () throws(CardError) -> Void) {
        do throws(CardError) {
            try body()
        } catch { faults += error.diagnostics }
    }

    private mutating func count(_ scene: TemplateNode) {
        guard let (node, count) = scene.excess() else { return }
        faults.append(
            Diagnostic(
                code: "too-many-nodes",
                "expected at most \(nodeLimit) nodes, those of a repeat each time, found \(count)",
                at: node.location, path: node.path, hint: "repeat less, or use a pattern"))
    }
}

extension Resolver {
    /// The same in the first turn of a repeat.
    fileprivate func inTurn(of node: TemplateNode) -> Resolver {
        var inner = self
        var turn = RepeatTurn(index: 1, indexText: "1")
        let each: RepeatEach? =
            if let written = node.record["each"], case .value(let value) = written.content {
                value as? RepeatEach
            } else {
                nil
            }
        switch each {
        case .list(let list, _)?: turn.list = list
        case .sentences?, .keys?: turn.item = BoundMessage("…")
        case nil: if node.record["each"] != nil { turn.item = BoundMessage("…") }
        }
        inner.turn = turn
        return inner
    }
}

extension TemplateNode {
    /// The first node with which a card would have too many, and how many it has then; nil where a
    /// card has few enough.
    fileprivate func excess() -> (TemplateNode, Int)? {
        var total = 0
        return excess(times: 1, &total)
    }

    private func excess(times: Int, _ total: inout Int) -> (TemplateNode, Int)? {
        if kind == .repeat {
            let most = times.multipliedReportingOverflow(by: mostTurns)
            return item?.excess(
                times: most.overflow ? nodeLimit + 1 : min(most.partialValue, nodeLimit + 1),
                &total)
        }
        total += times
        if total > nodeLimit { return (self, total) }
        for child in children {
            if let excess = child.excess(times: times, &total) { return excess }
        }
        return nil
    }

    private var mostTurns: Int {
        if let written = record["count"], case .value(let value) = written.content,
            let count = value as? RepeatCount
        {
            return count.most
        }
        guard let written = record["each"], case .value(let value) = written.content else {
            return 1
        }
        switch value as? RepeatEach {
        case .sentences(let sentences)?: return sentences.count
        case .list(_, let limit)?: return limit
        case .keys?, nil: return 1
        }
    }
}
