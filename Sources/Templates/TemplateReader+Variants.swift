import Diagnostics
import JSON

extension TemplateReader {
    func variants(
        _ object: inout ObjectReader, _ scope: Scope, _ nodes: NodeIndex
    ) -> [Variant] {
        object.variants(atMost: Self.variantLimit - kit.variants.count) {
            node, path throws(CardError) in
            try variant(node, at: path, scope, nodes)
        }
    }

    private func variant(
        _ node: JSONNode, at path: JSONPath, _ scope: Scope, _ nodes: NodeIndex
    ) throws(CardError) -> Variant {
        var object = ObjectReader(node, at: path)
        let when = object.optionalNode("when")
        if when != nil {
            object.attempt { () throws(CardError) in try _ = scope.when(node, at: path, notes) }
        }
        let look = object.look(in: scope) { styles in
            [nil, root["styles"]].map { StyleTable(kit.styleNode, $0, then: [styles]) }
        }
        var changes: [Variant.Change] = []
        if let set = object.optionalNode("set") {
            var entries = ObjectReader(set, at: object.path(to: "set"))
            changes = entries.eachMember { member, way throws(CardError) in
                try change(member, at: way, nodes)
            }
            object.attempt { () throws(CardError) in try entries.finish() }
        } else if look.isEmpty, case .object = node.value, !object.hasFaults {
            object.note(
                Diagnostic(
                    code: "missing-field", "a variant sets nothing", at: node.location,
                    path: object.path(to: "set"), hint: "add \"set\" with fields for nodes"))
        }
        try object.finish()
        return Variant(
            when: when, reference: look.reference, palette: look.palette, styles: look.styles,
            changes: changes, path: path)
    }

    private func change(
        _ member: JSONMember, at path: JSONPath, _ nodes: NodeIndex
    ) throws(CardError) -> Variant.Change {
        guard isName(member.name), nodes.ids[member.name] != nil else {
            throw unknownName(
                "unknown-id", "node", member.name, in: nodes.names,
                of: JSONNode(.null, at: member.nameLocation), at: path,
                cure: "give the node this id")
        }
        var fields = ObjectReader(member.value, at: path)
        fields.allowAll()
        for name in ["type", "id"] where fields.has(name) {
            fields.note(
                "fixed-field", "a variant cannot change the \(name) of a node", at: name,
                hint: "make a second node, and choose between them by when")
        }
        try fields.finish()
        return Variant.Change(
            id: member.name, idLocation: member.nameLocation, fields: member.value, path: path)
    }
}
