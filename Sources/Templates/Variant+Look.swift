import Diagnostics
import Drawing
import JSON

extension Scope {
    /// The scope with what variants that hold change of the reference, the palette and the styles.
    ///
    /// What a template says counts more than what its kit does.
    func adjusted(by variants: [Variant], of template: Template) -> Scope {
        var scope = self
        let reference =
            variants.last { $0.reference != nil && !$0.isOfKit }?.reference ?? template.reference
            ?? variants.last { $0.reference != nil }?.reference ?? kit.reference ?? .standard
        scope.canvas = canvas.scaled(to: reference)
        for variant in variants {
            scope.kit.palette.merge(variant.palette, uniquingKeysWith: { $1 })
        }
        if variants.contains(where: { $0.styles != nil }) {
            scope.styles = StyleTable(
                kit.styleNode, template.styleNode,
                changedBy: variants.filter(\.isOfKit).compactMap(\.styles),
                then: variants.filter { !$0.isOfKit }.compactMap(\.styles))
        }
        return scope
    }
}

extension StyleTable {
    /// The styles of a kit and of a template with changes.
    ///
    /// - Parameters:
    ///   - changes: the kit's, which do not reach the template's styles.
    ///   - later: the template's, for each style where it stands last.
    init(
        _ kit: JSONNode?, _ template: JSONNode?, changedBy changes: [JSONNode] = [],
        then later: [JSONNode] = []
    ) {
        let own = Set(template?.memberNames ?? [])
        let base = kit?.changed(by: changes) { _ in true }.changed(by: later) { !own.contains($0) }
        let below = StyleTable(base, at: JSONPath())
        self = below
        guard let template else { return }
        self = StyleTable(
            template.changed(by: later) { own.contains($0) }, at: JSONPath(), over: below)
    }
}

extension JSONNode {
    /// The names of an object's members that are names of ours.
    var memberNames: [String] {
        guard case .object(let members) = value else { return [] }
        return members.map(\.name).filter(isName)
    }

    /// The styles with the fields that others of the same name give them.
    fileprivate func changed(
        by changes: [JSONNode], where isMeant: (String) -> Bool
    ) -> JSONNode {
        guard case .object(var styles) = value else { return self }
        for case .object(let members) in changes.map(\.value) {
            for member in members where isName(member.name) && isMeant(member.name) {
                if let index = styles.firstIndex(where: { isSameName($0.name, member.name) }) {
                    styles[index] = styles[index].refined(by: member)
                }
            }
        }
        return JSONNode(.object(styles), at: location)
    }
}

extension JSONMember {
    /// A style with other fields, each changed as a variant changes that of a node.
    fileprivate func refined(by change: JSONMember) -> JSONMember {
        guard case .object(var fields) = value.value,
            case .object(let members) = change.value.value
        else { return self }
        for member in members {
            let index = fields.firstIndex { isSameName($0.name, member.name) }
            if case .null = member.value.value {
                if let index { fields.remove(at: index) }
            } else if let index {
                fields[index] = fields[index].changed(by: member)
            } else {
                fields.append(member)
            }
        }
        return JSONMember(
            name: name, nameLocation: nameLocation,
            value: JSONNode(.object(fields), at: value.location))
    }
}
