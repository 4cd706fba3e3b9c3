import Diagnostics
import JSON

/// Gives the changes of variants to the nodes of a scene.
struct VariantApplier {
    /// By id, in the order of the variants.
    private var changes: [String: [Variant.Change]] = [:]
    private(set) var faults: [Diagnostic] = []
    /// Where the nodes stand whose own fields are not as they were.
    private(set) var touched: Set<SourceLocation> = []
    /// Whether something is flipped that was not, which all that lies inside it feels.
    private(set) var touchesMirrors = false

    init(_ variants: [Variant]) {
        for change in variants.flatMap(\.changes) {
            changes[change.id, default: []].append(change)
        }
    }

    /// The scene with the fields of all changes, and with children as they say.
    mutating func applied(to scene: JSONNode) -> JSONNode {
        guard !changes.isEmpty else { return scene }
        return changed(scene, isRoot: true)
    }

    private mutating func changed(_ node: JSONNode, isRoot: Bool = false) -> JSONNode {
        switch node.value {
        case .array(let elements):
            return JSONNode(.array(elements.map { changed($0) }), at: node.location)
        case .object(let members):
            var fields = members
            for change in changes(for: node, isRoot: isRoot) {
                touched.insert(node.location)
                apply(change, to: &fields)
            }
            let inner = fields.map { field in
                let before = touched.count
                let value = changed(field.value)
                let isApart = !isSameName(field.name, "children") && !isSameName(field.name, "item")
                if touched.count > before, isApart { touched.insert(node.location) }
                return JSONMember(
                    name: field.name, nameLocation: field.nameLocation, value: value)
            }
            return JSONNode(.object(inner), at: node.location)
        default: return node
        }
    }

    private func changes(for node: JSONNode, isRoot: Bool) -> [Variant.Change] {
        let root = isRoot ? changes["scene"] ?? [] : []
        guard case .string(let id)? = node["id"]?.value, isName(id), node["type"] != nil else {
            return root
        }
        return root + (changes[id] ?? [])
    }

    private mutating func apply(_ change: Variant.Change, to fields: inout [JSONMember]) {
        guard case .object(let members) = change.fields.value else { return }
        for member in members {
            let index = fields.firstIndex { isSameName($0.name, member.name) }
            if isSameName(member.name, "mirror") { touchesMirrors = true }
            if isSameName(member.name, "children") {
                reorder(&fields, index, member, change)
            } else if case .null = member.value.value {
                if let index { fields.remove(at: index) }
            } else if let index {
                fields[index] = fields[index].changed(by: member)
            } else {
                fields.append(member)
            }
        }
    }

    /// Takes the children that a list of ids names, in its order.
    private mutating func reorder(
        _ fields: inout [JSONMember], _ index: Int?, _ list: JSONMember, _ change: Variant.Change
    ) {
        let path = change.path.appending(.key("children"))
        guard let index, case .array(let children) = fields[index].value.value else {
            note(
                "no-children", "the node \(quoted(change.id)) has no children to put in order",
                list.value, path, hint: "remove this list")
            return
        }
        guard case .array(let wanted) = list.value.value else {
            faults += list.value.wrongType(expected: "a list of ids", at: path).diagnostics
            return
        }
        var chosen: [JSONNode] = []
        for (position, element) in wanted.enumerated() {
            if let child = child(element, of: children, at: path.appending(.index(position))) {
                chosen.append(child)
            }
        }
        fields[index] = JSONMember(
            name: "children", nameLocation: list.nameLocation,
            value: JSONNode(.array(chosen), at: list.value.location))
    }

    private mutating func child(
        _ wanted: JSONNode, of children: [JSONNode], at path: JSONPath
    ) -> JSONNode? {
        guard case .string(let id) = wanted.value else {
            faults += wanted.wrongType(expected: "the id of a child", at: path).diagnostics
            return nil
        }
        let ids = children.compactMap { child -> String? in
            if case .string(let id)? = child["id"]?.value { id } else { nil }
        }
        let found = children.first { child in
            if case .string(let own)? = child["id"]?.value { isSameName(own, id) } else { false }
        }
        if found == nil {
            faults +=
                unknownName(
                    "unknown-id", "child", id, in: ids, of: wanted, at: path,
                    cure: "give the child this id"
                ).diagnostics
        }
        return found
    }

    private mutating func note(
        _ code: String, _ message: String, _ node: JSONNode, _ path: JSONPath, hint: String
    ) {
        faults += fault(code, message, of: node, at: path, hint: hint).diagnostics
    }
}

extension JSONMember {
    /// Objects are merged one level deep, and `null` takes a field away; everything else is replaced.
    func changed(by new: JSONMember) -> JSONMember {
        guard case .object(var fields) = value.value, case .object(let members) = new.value.value
        else { return new }
        for member in members {
            let index = fields.firstIndex { isSameName($0.name, member.name) }
            if case .null = member.value.value {
                if let index { fields.remove(at: index) }
            } else if let index {
                fields[index] = member
            } else {
                fields.append(member)
            }
        }
        return JSONMember(
            name: new.name, nameLocation: new.nameLocation,
            value: JSONNode(.object(fields), at: new.value.location))
    }
}
