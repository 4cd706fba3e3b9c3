import BlueHeartDiagnostics
import BlueHeartJSON
import BlueHeartScenes

extension TemplateNode {
    /// Reads a node and its descendants.
    ///
    /// - Throws: if there is no node here; other faults are recorded.
    static func read(
        _ node: JSONNode, at path: JSONPath, _ context: ReadContext
    ) throws(CardError) -> TemplateNode {
        let kind = try kind(of: node, at: path)
        var context = context
        context.isChange = false
        if kind == .repeat { context.loop = loop(of: node, context) ?? context.loop }
        let record = try kind.table.read(node, at: path, context)
        return TemplateNode(kind: kind, record: record, loop: context.loop)
    }

    private static func kind(
        of node: JSONNode, at path: JSONPath
    ) throws(CardError) -> NodeKind {
        guard case .object(let members) = node.value else {
            throw node.wrongType(expected: "a node, which is an object", at: path)
        }
        guard let type = node["type"] else { throw missingType(of: node, members, at: path) }
        do throws(CardError) {
            return try type.choice(at: path.appending(.key("type")))
        } catch {
            guard case .string(let text) = type.value else { throw error }
            throw error.hinting(ForeignNames.cure(forType: text))
        }
    }

    private static func missingType(
        of node: JSONNode, _ members: [JSONMember], at path: JSONPath
    ) -> CardError {
        if let near = members.first(where: { nearestName(to: $0.name, in: ["type"]) != nil }) {
            return CardError(
                .template,
                unknownField(
                    near.name, at: near.nameLocation, path: path, hint: "write \"type\""))
        }
        let path = path.appending(.key("type"))
        let names = NodeKind.allCases.map { quoted($0.rawValue) }.joined(separator: ", ")
        return fault(
            "missing-field", "the field \"type\" is missing", of: node, at: path,
            hint: "write one of " + names)
    }

    /// The names available to the item of a repeat; nil if its count or list is faulty.
    private static func loop(of node: JSONNode, _ context: ReadContext) -> ReadContext.Loop? {
        guard let each = node["each"] else { return .counted }
        guard case .string(let text) = each.value, let name = nameInBraces(text) else {
            return .sentences
        }
        guard case .parameter(let index)? = context.messages.reference(to: name),
            context.parameters[index].kind == .list
        else { return .sentences }
        return .list(index)
    }
}

// MARK: - Nodes as values

extension ValueType where Value == ChildrenValue {
    /// A list of nodes; in a variant, of ids.
    static var children: ValueType {
        let form = Form.list(.node, count: 0...10_000)
        return constant(form, standIn: .nodes([])) { node, path, context throws(CardError) in
            let elements = try node.array(at: path)
            if context.isChange { return .ids(try ids(elements, at: path)) }
            var nodes: [TemplateNode] = []
            for (index, element) in elements.enumerated() {
                do throws(CardError) {
                    nodes.append(
                        try TemplateNode.read(element, at: path.appending(.index(index)), context))
                } catch { context.findings.faults += error.diagnostics }
            }
            return .nodes(nodes)
        }
    }

    private static func ids(
        _ elements: [JSONNode], at path: JSONPath
    ) throws(CardError) -> [StyleName] {
        var ids: [StyleName] = []
        for (index, element) in elements.enumerated() {
            let way = path.appending(.index(index))
            guard case .string(let id) = element.value else {
                throw element.wrongType(expected: "the id of a child", at: way)
            }
            ids.append(StyleName(name: id, location: element.location, path: way))
        }
        return ids
    }
}

extension ValueType where Value == ItemValue {
    static var item: ValueType {
        let standIn = ItemValue(
            node: TemplateNode(
                kind: .group,
                record: Record(
                    at: SourceLocation(file: "", line: 1, column: 1), path: JSONPath()), loop: nil))
        return constant(.node, standIn: standIn) { node, path, context throws(CardError) in
            ItemValue(node: try TemplateNode.read(node, at: path, context))
        }
    }
}

extension ValueType where Value == Node {
    /// A node in a place where just one must be: in a pattern, as a mask.
    static var drawing: ValueType {
        let standIn = Node(
            origin: Origin(
                location: SourceLocation(file: "", line: 1, column: 1), path: JSONPath()),
            content: .frame(Frame(axis: .overlay)))
        return stored(.singleNode, standIn: standIn) {
            node, path, context throws(CardError) -> DrawingValue in
            let drawing = try TemplateNode.read(node, at: path, context)
            guard drawing.kind != .repeat, node["when"] == nil else {
                throw fault(
                    "not-one-node", "expected a node that is always there", of: node, at: path,
                    hint: "put a repeat or a condition inside a group")
            }
            return DrawingValue(node: drawing)
        } resolve: { stored, _, resolver throws(CardError) in
            try resolver.drawing(stored.node)
        }
    }
}

extension Form {
    /// A node of any type.
    static var node: Form { .defined("node", "A node") { .node(isSingle: false) } }

    /// A node that is always there, and not a repeat.
    static var singleNode: Form {
        .defined("singleNode", "A node that is always there, and not a `repeat`") {
            .node(isSingle: true)
        }
    }
}
