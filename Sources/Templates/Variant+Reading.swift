import Diagnostics
import Drawing
import JSON

/// What a variant may change beside nodes.
struct Look {
    var reference: Reference?
    var palette: [String: Color] = [:]
    var styles: JSONNode?

    var isEmpty: Bool { reference == nil && palette.isEmpty && styles == nil }
}

extension ObjectReader {
    /// The field `variants`; none where there are more than `limit`, which is noted.
    mutating func variants(atMost limit: Int, _ read: NodeBody<Variant>) -> [Variant] {
        if let elements = optionalArray("variants"), elements.count > limit {
            note(
                "too-many-variants", "expected at most \(limit) variants, found \(elements.count)",
                at: "variants", hint: "put changes for the same cards into one variant")
            return []
        }
        return optionalEach("variants", read) ?? []
    }

    /// - Parameter tables: all styles as they would be with those of the variant.
    mutating func look(
        in scope: Scope, _ tables: (JSONNode) -> [StyleTable]
    ) -> Look {
        var look = Look()
        look.reference = optional("reference", Reference.read)
        if let node = optionalNode("palette") {
            let path = path(to: "palette")
            let colors = attempt { () throws(CardError) in
                try scope.kit.changedColors(node, at: path)
            }
            look.palette = colors ?? [:]
        }
        if let node = optionalNode("styles") {
            let path = path(to: "styles")
            attempt { () throws(CardError) in
                try scope.styles.checkKnown(node, at: path)
                for table in tables(node) { try table.checkChanged(in: scope) }
            }
            look.styles = node
        }
        return look
    }
}

extension Kit {
    /// New values for colours of the palette: hex, or the names of others.
    fileprivate func changedColors(
        _ node: JSONNode, at path: JSONPath
    ) throws(CardError) -> [String: Color] {
        var entries = ObjectReader(node, at: path)
        let pairs = entries.eachMember { member, way throws(CardError) in
            guard palette[safe: member.name] != nil else {
                throw unknownName(
                    "unknown-color", "colour of the palette", member.name,
                    in: palette.keys.sorted(), of: JSONNode(.null, at: member.nameLocation),
                    at: way, cure: "add it to the palette of the kit")
            }
            return (member.name, try paletteColor(member.value, at: way, among: palette))
        }
        try entries.finish()
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}

/// A colour of a palette: hex, or the name of another.
func paletteColor(
    _ node: JSONNode, at path: JSONPath, among palette: [String: Color]
) throws(CardError) -> Color {
    let text = try node.string(at: path)
    if let color = Color(hex: text) { return color }
    guard isName(text) else {
        throw fault(
            "bad-color", "expected a colour like \"#0A2A5E\", found \(quoted(text))", of: node,
            at: path, hint: "write # and 6 hex digits, or 8 with the alpha")
    }
    if let color = palette[text] { return color }
    throw unknownName(
        "unknown-color", "colour of the palette", text, in: palette.keys.sorted(), of: node,
        at: path, cure: "write a colour like \"#0A2A5E\"")
}

extension StyleTable {
    /// Reads each style as a variant by itself makes it; another variant may change the other end
    /// of a range, and so ranges are looked at when it is known which variants hold.
    fileprivate func checkChanged(in scope: Scope) throws(CardError) {
        do throws(CardError) {
            try check(in: scope)
        } catch {
            let faults = error.diagnostics.filter { $0.code != "min-above-max" }
            if !faults.isEmpty { throw CardError(error.kind, faults) }
        }
    }

    /// - Throws: every name that no style has.
    fileprivate func checkKnown(_ node: JSONNode, at path: JSONPath) throws(CardError) {
        var entries = ObjectReader(node, at: path)
        _ = entries.eachMember { member, way throws(CardError) in
            guard fields(of: member.name) != nil else {
                throw unknownStyle(
                    member.name, of: JSONNode(.null, at: member.nameLocation), at: way)
            }
            var fields = ObjectReader(member.value, at: way)
            fields.allowAll()
            if fields.has("extends") {
                fields.note(
                    "fixed-field", "a variant cannot change what a style extends", at: "extends",
                    hint: "write the fields that change")
            }
            try fields.finish()
        }
        try entries.finish()
    }
}
