import Diagnostics
import Drawing
import Geometry
import JSON
import Languages
import Scenes

extension Scope {
    /// The nodes that stand for one node of the JSON: none where a condition fails, many for a
    /// repeat, one else.
    ///
    /// - Throws: every fault of the node and all below it.
    func plans(
        _ node: JSONNode, at path: JSONPath, _ notes: Notes
    ) throws(CardError) -> [PlanNode] {
        let way = paths[node.location] ?? path
        let kind = try self.kind(of: node, at: way)
        if kind == .repeat { return try repeated(node, at: way, notes) }
        if let checkedNodes, !checkedNodes.contains(node.location) {
            return try inner(of: node).children(node, kind, at: way, notes)
        }
        var faults: [Diagnostic] = []
        let condition = gather(&faults) { () throws(CardError) in
            try self.when(node, at: way, notes)
        }
        if condition?.isNever == true { return [] }
        try count(node, at: way, notes)
        let json =
            gather(&faults) { () throws(CardError) in
                try styled(node, at: way, as: .node(kind))
            } ?? node
        let outside = notes.dependsOnFilling
        notes.dependsOnFilling = false
        let own = gather(&faults) { () throws(CardError) in
            try self.own(kind, json, at: way, notes)
        }
        let isRecolored = notes.dependsOnFilling
        notes.dependsOnFilling = outside
        let children = gather(&faults) { () throws(CardError) in
            try inner(of: json).children(json, kind, at: way, notes)
        }
        guard faults.isEmpty, var plan = own else { throw CardError(worst(faults), faults) }
        if isRecolored {
            plan.recipe = PlanNode.Recipe(json: json, path: way, kind: kind, scope: self)
        }
        plan.take(children ?? [])
        plan.condition = condition ?? .always
        return [plan]
    }

    /// What `body` gives; nil where it throws, and then its faults are gathered.
    private func gather<Value>(
        _ faults: inout [Diagnostic], _ body: () throws(CardError) -> Value
    ) -> Value? {
        do throws(CardError) {
            return try body()
        } catch {
            faults += error.diagnostics
            return nil
        }
    }

    /// While something is filled in, a missing value is the data's fault.
    private func worst(_ faults: [Diagnostic]) -> CardError.Kind {
        faults.allSatisfy { $0.code == "missing-parameter" } ? .data : .template
    }

    private func kind(of node: JSONNode, at path: JSONPath) throws(CardError) -> NodeKind {
        guard case .object = node.value else {
            throw node.wrongType(expected: "a node, which is an object", at: path)
        }
        guard let type = node["type"] else {
            let names = NodeKind.allCases.map { quoted($0.rawValue) }.joined(separator: ", ")
            throw fault(
                "missing-field", "the field \"type\" is missing", of: node,
                at: path.appending(.key("type")), hint: "write one of " + names)
        }
        return try type.choice(at: path.appending(.key("type")))
    }

    func when(_ node: JSONNode, at path: JSONPath, _ notes: Notes) throws(CardError) -> Condition {
        guard let when = node["when"] else { return .always }
        return try condition(when, at: path.appending(.key("when")), notes)
    }

    private func count(_ node: JSONNode, at path: JSONPath, _ notes: Notes) throws(CardError) {
        notes.nodeCount += 1
        guard notes.nodeCount <= Notes.nodeLimit else {
            throw fault(
                "too-many-nodes",
                "expected at most \(Notes.nodeLimit) nodes, those of a repeat each time, found more",
                of: node, at: path, hint: "repeat less, or use a pattern")
        }
    }

    /// The scope for what lies inside a node.
    private func inner(of node: JSONNode) -> Scope {
        var inner = self
        guard case .string(let text)? = node["mirror"]?.value, !isSameName(text, "auto") else {
            return inner
        }
        inner.direction = .leftToRight
        inner.isFlipped = isFlipped || isSameName(text, "always")
        return inner
    }
}

// MARK: - One node

extension Scope {
    /// A node but for its children.
    func own(
        _ kind: NodeKind, _ json: JSONNode, at path: JSONPath, _ notes: Notes
    ) throws(CardError) -> PlanNode {
        let inner = self.inner(of: json)
        var object = ObjectReader(json, at: path)
        object.allow("type", "style", "when")
        let id = object.optional("id", readName)
        let role = object.optionalChoice("role", of: NodeRole.self)
        let box = self.box(&object)
        let look = inner.appearance(&object, notes, outer: self)
        var plan = PlanNode(
            condition: .always,
            node: Node(
                origin: Origin(location: json.location, path: path), id: id, role: role,
                box: box, appearance: look, content: .frame(Frame(axis: .overlay))),
            open: .nothing)
        inner.content(kind, &object, &plan, notes)
        do throws(CardError) {
            try object.finish()
        } catch {
            throw NodeKind.sayingWhoseFields(error)
        }
        return plan
    }

    private func content(
        _ kind: NodeKind, _ object: inout ObjectReader, _ plan: inout PlanNode, _ notes: Notes
    ) {
        switch kind {
        case .frame:
            object.allow("children")
            plan.node.content = .frame(frameFields(&object, readsWrap: true))
        case .group, .repeat:
            object.allow("children")
            plan.node.content = .frame(Frame(axis: .overlay, direction: direction))
        case .text: text(&object, &plan, notes)
        case .image: image(&object, &plan, notes)
        case .shape: shape(&object, &plan)
        case .qr: qr(&object, &plan, notes)
        }
    }

    private func text(_ object: inout ObjectReader, _ plan: inout PlanNode, _ notes: Notes) {
        noteFlipped("a text", &object)
        let fields = textFields(&object, notes)
        var whole = paragraphFields(&object, readsWrap: true, notes)
        if let size = whole.fontSize {
            whole.paragraph.fontSize = size
        } else if !object.has("fontSize") {
            object.note(
                Diagnostic(
                    code: "missing-field", "the field \"fontSize\" is missing",
                    at: object.location, path: object.path(to: "fontSize"),
                    hint: "write it here or in a style of the text"))
        }
        let families = kit.fonts["text"] ?? []
        let style = fields.style(over: TextStyle(fontFamilies: families))
        if let paint = fields.paint, !paint.isSolid { whole.block.paint = paint }
        var spans = self.spans(&object, style: style, notes)
        let marks = spans.reduce(into: Set<Mark>()) { $0.formUnion($1.speech.marks) }
        let looks = looks(
            of: marks, own: whole.looks, &object, language: whole.paragraph.language, notes)
        for index in spans.indices { spans[index].looks = looks }
        if whole.block.path != nil {
            let styles = spans.flatMap { span in
                [span.style] + marks.map { looks[$0]?.style(over: span.style) ?? span.style }
            }
            noteWhatPathsLack(&object, styles, paint: fields.paint)
        }
        let words = spans.compactMap(\.speech.fixedWords)
        if words.count == spans.count {
            whole.paragraph.spans = zip(spans, words).flatMap { $0.spans(of: $1) }
        } else {
            plan.open = .spans(spans)
        }
        plan.node.content = .text(whole.paragraph, whole.block)
    }

    private func image(_ object: inout ObjectReader, _ plan: inout PlanNode, _ notes: Notes) {
        var block = imageFields(&object, notes)
        let source = object.optional("source") { node, path throws(CardError) in
            try self.source(node, at: path, notes)
        }
        if source == nil { _ = object.node("source") }
        if case .path(let speech)? = source, let name = speech.fixedText {
            block.image = ImageReference(name: name)
        } else if let source {
            plan.open = .source(source)
        }
        plan.node.content = .image(block)
    }

    private func shape(_ object: inout ObjectReader, _ plan: inout PlanNode) {
        plan.node.appearance.fillRule = object.choice(
            "fillRule", of: FillRule.self, default: .nonZero)
        let corners = plan.node.appearance.corners
        let outline = self.outline(&object, corners: corners)
        plan.node.content = .shape(ShapeBlock(outline: outline ?? .rectangle(corners)))
    }

    private func qr(_ object: inout ObjectReader, _ plan: inout PlanNode, _ notes: Notes) {
        noteFlipped("a QR code", &object)
        var block = qrFields(&object, notes)
        let speech = Sentence.read(from: &object, markup: .literal).flatMap { sentence in
            object.attempt { () throws(CardError) in try self.speech(sentence, notes) }
        }
        if let text = speech?.fixedText {
            block.text = text
        } else if let speech {
            plan.open = .code(speech)
        }
        plan.node.content = .qr(block)
    }

    private func noteFlipped(_ thing: String, _ object: inout ObjectReader) {
        guard isFlipped else { return }
        object.note(
            Diagnostic(
                code: "mirrored-text", "\(thing) would be flipped in right-to-left languages",
                at: object.location, path: object.path,
                hint: "take \"mirror\": \"always\" away from it and what is around it"))
    }
}

// MARK: - Children

extension Scope {
    private func children(
        _ json: JSONNode, _ kind: NodeKind, at path: JSONPath, _ notes: Notes
    ) throws(CardError) -> [PlanNode] {
        guard kind == .frame || kind == .group, let list = json["children"] else { return [] }
        let way = path.appending(.key("children"))
        var plans: [PlanNode] = []
        var faults: [Diagnostic] = []
        for (index, child) in try list.array(at: way).enumerated() {
            plans +=
                gather(&faults) { () throws(CardError) in
                    try self.plans(child, at: way.appending(.index(index)), notes)
                } ?? []
        }
        if !faults.isEmpty { throw CardError(.template, faults) }
        return plans
    }
}

extension PlanNode {
    /// Puts the children into a frame; they stay open if one of them is.
    fileprivate mutating func take(_ children: [PlanNode]) {
        guard case .frame(var frame) = node.content, !children.isEmpty else { return }
        if children.allSatisfy({ $0.isFixed && $0.condition.isAlways }) {
            frame.children = children.map(\.node)
            node.content = .frame(frame)
        } else {
            open = .children(children)
        }
    }
}
