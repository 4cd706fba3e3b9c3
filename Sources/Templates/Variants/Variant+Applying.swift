import BlueHeartDiagnostics
import BlueHeartDrawing

/// Gives the changes of variants to the nodes of a scene.
struct VariantApplier {
    /// Changes by id, in the order of the variants.
    private var changes: [String: [Variant.Change]] = [:]
    private(set) var faults: [Diagnostic] = []
    /// The places of the nodes whose own fields are not as they were.
    private(set) var touched: Set<SourceLocation> = []
    /// True if something is flipped that was not, which everything inside it feels.
    private(set) var touchesMirrors = false

    init(_ variants: [Variant]) {
        for change in variants.flatMap(\.changes) {
            changes[change.id, default: []].append(change)
        }
    }

    /// The scene with the fields of all changes, and with children as they say.
    mutating func applied(to scene: TemplateNode) -> TemplateNode {
        guard !changes.isEmpty else { return scene }
        return changed(scene, isRoot: true)
    }

    private mutating func changed(_ node: TemplateNode, isRoot: Bool = false) -> TemplateNode {
        var result = node
        for change in changes(for: node, isRoot: isRoot) {
            touched.insert(node.location)
            apply(change, to: &result)
        }
        for index in result.record.entries.indices {
            let entry = result.record.entries[index]
            let before = touched.count
            result.record.entries[index].value = entry.value.mapNodes { changed($0) }
            let isApart = entry.name != "children" && entry.name != "item"
            if touched.count > before, isApart { touched.insert(node.location) }
        }
        return result
    }

    private func changes(for node: TemplateNode, isRoot: Bool) -> [Variant.Change] {
        let root = isRoot ? changes["scene"] ?? [] : []
        guard let id = node.id else { return root }
        return root + (changes[id] ?? [])
    }

    private mutating func apply(_ change: Variant.Change, to node: inout TemplateNode) {
        var record = change.record
        if record["mirror"] != nil { touchesMirrors = true }
        if let index = record.entries.firstIndex(where: { $0.name == "children" }) {
            let list = record.entries.remove(at: index).value
            reorder(&node, by: list, change)
        }
        node.record = node.record.changed(by: record)
    }

    /// Takes the children that a list of ids names, in its order.
    private mutating func reorder(
        _ node: inout TemplateNode, by list: Written, _ change: Variant.Change
    ) {
        guard case .value(let value) = list.content, case .ids(let ids)? = value as? ChildrenValue
        else { return }
        guard let index = node.record.entries.firstIndex(where: { $0.name == "children" }) else {
            faults.append(
                Diagnostic(
                    code: "no-children",
                    "the node \(quoted(change.id)) has no children to put in order",
                    at: list.location, path: list.path, hint: "remove this list"))
            return
        }
        let children = node.children
        let chosen = ids.compactMap { child($0, of: children) }
        node.record.entries[index].value = Written(
            .value(ChildrenValue.nodes(chosen)), at: list.location, path: list.path)
    }

    private mutating func child(
        _ wanted: StyleName, of children: [TemplateNode]
    ) -> TemplateNode? {
        if let found = children.first(where: { $0.id.map { isSameName($0, wanted.name) } ?? false })
        {
            return found
        }
        let near = nearestName(to: wanted.name, in: children.compactMap(\.id))
        faults.append(
            Diagnostic(
                code: "unknown-id", "no child is named \(quoted(wanted.name))",
                at: wanted.location, path: wanted.path,
                hint: near.map { "did you mean \(quoted($0))?" } ?? "give the child this id"))
        return nil
    }
}

extension Resolver {
    /// The resolver with the variants' changes to the reference, the palette and the styles.
    ///
    /// A template has precedence over its kit.
    func adjusted(by variants: [Variant], of template: Template) -> Resolver {
        var resolver = self
        let reference =
            variants.last { $0.look.reference != nil && !$0.isOfKit }?.look.reference
            ?? template.reference ?? variants.last { $0.look.reference != nil }?.look.reference
            ?? kit.reference ?? .standard
        resolver.canvas = canvas.scaled(to: reference)
        for variant in variants {
            resolver.kit.palette.merge(variant.look.palette, uniquingKeysWith: { $1 })
        }
        if variants.contains(where: { $0.look.styles != nil }) {
            resolver.styles = StyleTable(
                kit.styleSheet, template.styleSheet,
                changedBy: variants.filter(\.isOfKit).compactMap(\.look.styles),
                then: variants.filter { !$0.isOfKit }.compactMap(\.look.styles))
        }
        return resolver
    }
}
