import Diagnostics
import Drawing
import JSON
import Languages
import Scenes

/// The styles of a kit, or of a template above those of its kit.
struct StyleTable: Sendable {
    private struct Entry: Sendable {
        var node: JSONNode
        var nameLocation: SourceLocation
        var path: JSONPath
    }

    private var own: [String: Entry] = [:]
    /// In the order of the file, the kit's after the template's.
    private(set) var names: [String] = []
    /// Every style with the fields it extends already in it.
    private var flat: [String: [JSONMember]] = [:]
    /// Styles of this table that are flattened, so that each is looked at once.
    private var done: [String: [JSONMember]] = [:]
    private var faults: [Diagnostic] = []

    static let empty = StyleTable(nil, at: JSONPath())

    /// - Parameter base: styles that those of the node may extend and stand before.
    init(_ node: JSONNode?, at path: JSONPath, over base: StyleTable? = nil) {
        flat = base?.flat ?? [:]
        names = base?.names ?? []
        guard let node else { return }
        guard case .object(let members) = node.value else {
            faults += node.wrongType(expected: "an object of styles", at: path).diagnostics
            return
        }
        for member in members { add(member, at: path.appending(.key(member.name))) }
        let inherited = flat
        for member in members where own[safe: member.name] != nil {
            var ring: [String] = []
            flat[member.name] = flattened(member.name, inherited, &ring)
        }
        done = [:]
    }

    private mutating func add(_ member: JSONMember, at path: JSONPath) {
        do throws(CardError) {
            try checkName(member, at: path)
            guard case .object = member.value.value else {
                throw member.value.wrongType(expected: "an object of fields", at: path)
            }
            own[member.name] = Entry(
                node: member.value, nameLocation: member.nameLocation, path: path)
            if !names.contains(member.name) { names.append(member.name) }
        } catch {
            faults += error.diagnostics
        }
    }

    /// The fields of a style after those it extends; later ones win.
    private mutating func flattened(
        _ name: String, _ inherited: [String: [JSONMember]], _ ring: inout [String]
    ) -> [JSONMember] {
        guard let entry = own[name], case .object(let members) = entry.node.value else {
            return inherited[name] ?? []
        }
        guard !ring.contains(name) else {
            noteCycle(ring + [name], entry)
            return []
        }
        if let fields = done[name] { return fields }
        ring.append(name)
        defer { ring.removeLast() }
        var fields: [JSONMember] = []
        for (base, node, path) in bases(of: entry) {
            let known = own[safe: base] != nil || inherited[safe: base] != nil
            guard known else {
                faults += unknownStyle(base, of: node, at: path).diagnostics
                continue
            }
            // A style that extends its own name means the one it stands before.
            let isShadowed = base == name
            fields = merged(
                fields,
                with: isShadowed
                    ? inherited[base] ?? selfCycle(name, entry)
                    : flattened(base, inherited, &ring))
        }
        fields = merged(fields, with: members.filter { !isSameName($0.name, "extends") })
        done[name] = fields
        return fields
    }

    private mutating func selfCycle(_ name: String, _ entry: Entry) -> [JSONMember] {
        noteCycle([name, name], entry)
        return []
    }

    private mutating func noteCycle(_ ring: [String], _ entry: Entry) {
        let from = ring.firstIndex(of: ring[ring.count - 1]) ?? 0
        let way = ring[from...].joined(separator: " → ")
        // Told once, at the style that comes first in the file, by its own fault's place.
        let fault = Diagnostic(
            code: "style-cycle", "a style extends itself: \(way)",
            at: entry.node["extends"]?.location ?? entry.nameLocation,
            path: entry.path.appending(.key("extends")), hint: "remove one of these extends")
        if !faults.contains(where: { $0.code == fault.code && isSameRing($0, ring) }) {
            faults.append(fault)
        }
    }

    /// Whether a cycle was told already, beginning at another of its styles.
    private func isSameRing(_ told: Diagnostic, _ ring: [String]) -> Bool {
        ring.contains { name in told.path.steps.contains(.key(name)) }
    }

    private func bases(of entry: Entry) -> [(String, JSONNode, JSONPath)] {
        guard let node = entry.node["extends"] else { return [] }
        return styleNames(node, at: entry.path.appending(.key("extends"))).names
    }

    func unknownStyle(_ name: String, of node: JSONNode, at path: JSONPath) -> CardError {
        unknownName(
            "unknown-style", "style", name, in: names, of: node, at: path,
            cure: "add it to the styles of the template or the kit")
    }

    /// The fields of a style; nil where there is none of this name.
    func fields(of name: String) -> [JSONMember]? { flat[safe: name] }
}

/// Later members win, in the place of the earlier.
func merged(_ base: [JSONMember], with members: [JSONMember]) -> [JSONMember] {
    var result = base
    for member in members {
        if let index = result.firstIndex(where: { isSameName($0.name, member.name) }) {
            result[index] = member
        } else {
            result.append(member)
        }
    }
    return result
}

/// A name, or a list of names, each with its place.
func styleNames(
    _ node: JSONNode, at path: JSONPath
) -> (names: [(String, JSONNode, JSONPath)], faults: [Diagnostic]) {
    if case .string(let name) = node.value { return ([(name, node, path)], []) }
    guard case .array(let elements) = node.value else {
        let fault = node.wrongType(expected: "the name of a style or a list of names", at: path)
        return ([], fault.diagnostics)
    }
    var names: [(String, JSONNode, JSONPath)] = []
    var faults: [Diagnostic] = []
    for (index, element) in elements.enumerated() {
        let way = path.appending(.index(index))
        if case .string(let name) = element.value {
            names.append((name, element, way))
        } else {
            faults += element.wrongType(expected: "the name of a style", at: way).diagnostics
        }
    }
    return (names, faults)
}

extension Dictionary where Key == String {
    /// The value of a key from outside, which is hashed only if it can be a name.
    subscript(safe key: String) -> Value? { isName(key) ? self[key] : nil }
}

// MARK: - Checking

extension StyleTable {
    /// Reads each style by itself, as if for every type of node.
    ///
    /// - Throws: every fault of the table.
    func check(in scope: Scope) throws(CardError) {
        var found = faults
        for name in names {
            guard let entry = own[name] else { continue }
            do throws(CardError) {
                try scope.checkStyle(entry.node, at: entry.path)
            } catch {
                found += error.diagnostics
            }
        }
        if !found.isEmpty { throw CardError(.template, found) }
    }
}

extension Scope {
    fileprivate func checkStyle(_ node: JSONNode, at path: JSONPath) throws(CardError) {
        var object = ObjectReader(node, at: path)
        let notes = Notes()
        if let extended = object.optionalNode("extends") {
            for fault in styleNames(extended, at: object.path(to: "extends")).faults {
                object.note(fault)
            }
        }
        _ = box(&object)
        _ = appearance(&object, notes, outer: self)
        _ = frameFields(&object, readsWrap: false)
        _ = textFields(&object, notes)
        _ = paragraphFields(&object, readsWrap: false, notes)
        _ = object.optionalChoice("wrap", of: AnyWrap.self)
        _ = imageFields(&object, notes)
        _ = object.optionalChoice("fillRule", of: FillRule.self)
        _ = heart(&object)
        _ = object.optionalChoice("shape", of: ShapeKind.self)
        _ = object.optional("d", pathData)
        _ = object.optional("viewBox", viewBox)
        _ = qrFields(&object, notes)
        try object.finish()
    }

    /// The node with the fields of its styles below its own.
    ///
    /// - Throws: styles that are unknown, or give what the thing does not have.
    func styled(
        _ node: JSONNode, at path: JSONPath, as thing: StyledThing
    ) throws(CardError) -> JSONNode {
        guard case .object(let own) = node.value, let style = node["style"] else { return node }
        let (names, found) = styleNames(style, at: path.appending(.key("style")))
        var faults = found
        var fields: [JSONMember] = []
        let known = thing.fields
        for (name, place, way) in names {
            guard let given = styles.fields(of: name) else {
                faults += styles.unknownStyle(name, of: place, at: way).diagnostics
                continue
            }
            let misfits = given.map(\.name).filter { field in
                !known.contains { isSameName($0, field) }
            }
            if !misfits.isEmpty {
                faults += styleDoesNotFit(name, misfits, thing, place, way).diagnostics
            }
            fields = merged(fields, with: given)
        }
        if !faults.isEmpty { throw CardError(.template, faults) }
        return JSONNode(.object(merged(fields, with: own)), at: node.location)
    }

    private func styleDoesNotFit(
        _ style: String, _ fields: [String], _ thing: StyledThing, _ place: JSONNode,
        _ path: JSONPath
    ) -> CardError {
        let list = fields.map { quoted($0) }.joined(separator: ", ")
        return fault(
            "style-does-not-fit",
            "the style \(quoted(style)) gives \(list), which \(thing.name) does not have",
            of: place, at: path, hint: "take another style, or move that into a style of its own")
    }
}

/// Both ways to wrap, as a style may be meant for a frame or for a text.
private enum AnyWrap: String, CaseIterable { case none, wrap, normal, balance, pretty }
