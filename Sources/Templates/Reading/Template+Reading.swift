public import BlueHeartDiagnostics
import BlueHeartGeometry
import BlueHeartJSON

extension Template {
    /// Gets the bytes of another template of the kit by its name, and how messages name its file.
    public typealias Loader = (_ name: String) throws(CardError) -> (bytes: [UInt8], file: String)

    /// Reads a template.
    ///
    /// - Parameters:
    ///   - file: how messages name the file.
    ///   - loader: gets the templates that this one extends.
    /// - Throws: every fault of the file, those of variants and styles that are used nowhere too.
    public static func read(
        _ bytes: [UInt8], file: String, in kit: Kit, loader: Loader = noTemplate
    ) throws(CardError) -> Template {
        let root = try JSONDocument.read(bytes, file: file)
        var places = Places(of: root)
        do throws(CardError) {
            var chain: [String] = []
            let whole = try extended(root, &chain, &places, loader)
            return try TemplateReader(whole, kit: kit, places: places).read()
        } catch {
            throw places.straightened(error)
        }
    }

    /// The loader where there are no other templates.
    public static func noTemplate(
        _ name: String
    ) throws(CardError) -> (bytes: [UInt8], file: String) {
        throw CardError(
            .template,
            Diagnostic(
                code: "unknown-template", "no template is named \(quoted(name))",
                hint: "write the name of another template of the kit"))
    }

    /// Templates that extend one another at most.
    private static let chainLimit = 8

    /// The file with the fields of the template it extends below its own.
    private static func extended(
        _ root: JSONNode, _ chain: inout [String], _ places: inout Places, _ loader: Loader
    ) throws(CardError) -> JSONNode {
        guard case .object(let own) = root.value, let link = root["extends"] else { return root }
        let path = JSONPath([.key("extends")])
        let base = try readName(link, at: path)
        if case .string(let name)? = root["name"]?.value, chain.isEmpty { chain.append(name) }
        if chain.contains(where: { isSameName($0, base) }) {
            let way = (chain + [base]).joined(separator: " → ")
            throw fault(
                "template-cycle", "a template extends itself: \(way)", of: link, at: path,
                hint: "remove one of these extends")
        }
        chain.append(base)
        guard chain.count <= chainLimit else {
            throw fault(
                "template-cycle",
                "expected at most \(chainLimit) templates that extend one another, found more",
                of: link, at: path)
        }
        let (bytes, file) = try load(base, of: link, at: path, loader)
        let parent = try JSONDocument.read(bytes, file: file)
        places.add(parent)
        let whole = try extended(parent, &chain, &places, loader)
        guard case .object(let inherited) = whole.value else { return root }
        return JSONNode(.object(combined(inherited, own)), at: root.location)
    }

    private static func load(
        _ name: String, of link: JSONNode, at path: JSONPath, _ loader: Loader
    ) throws(CardError) -> (bytes: [UInt8], file: String) {
        do throws(CardError) {
            return try loader(name)
        } catch {
            // A loader knows no place in this file.
            let diagnostics = error.diagnostics.map { diagnostic in
                var placed = diagnostic
                if placed.location == nil { (placed.location, placed.path) = (link.location, path) }
                return placed
            }
            throw CardError(error.kind, diagnostics)
        }
    }

    /// Fields replace those of the base but its name; parameters and styles are joined by name, variants follow.
    private static func combined(_ base: [JSONMember], _ own: [JSONMember]) -> [JSONMember] {
        var result = base.filter { !["extends", "name"].contains($0.name) }
        for member in own {
            guard let index = result.firstIndex(where: { isSameName($0.name, member.name) }) else {
                result.append(member)
                continue
            }
            result[index] = combined(result[index], member)
        }
        return result
    }

    private static func combined(_ base: JSONMember, _ own: JSONMember) -> JSONMember {
        let value: JSONNode.Value
        switch (own.name, base.value.value, own.value.value) {
        case ("parameters", .object(let old), .object(let new)),
            ("styles", .object(let old), .object(let new)):
            value = .object(joined(old, with: new))
        case ("variants", .array(let old), .array(let new)): value = .array(old + new)
        default: return own
        }
        return JSONMember(
            name: own.name, nameLocation: own.nameLocation,
            value: JSONNode(value, at: own.value.location))
    }
}

/// Later members win, in the place of the earlier.
private func joined(_ base: [JSONMember], with members: [JSONMember]) -> [JSONMember] {
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
