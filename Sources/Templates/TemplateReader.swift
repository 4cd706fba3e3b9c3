import Diagnostics
import Geometry
import JSON
import Languages

/// Reads the fields of one template, and looks for faults in all its nodes.
///
/// Lives for one reading.
struct TemplateReader {
    private let root: JSONNode
    private let kit: Kit
    private let places: Places
    private let notes = Notes()

    init(_ root: JSONNode, kit: Kit, places: Places) {
        self.root = root
        self.kit = kit
        self.places = places
    }

    /// Variants of one template, those of its kit counted.
    static let variantLimit = 64

    func read() throws(CardError) -> Template {
        var object = ObjectReader(root, at: JSONPath())
        object.allow("$schema", "extends")
        let name = object.read("name", orStandIn: "", readName)
        let parameters = parameters(&object)
        let styleNode = object.optionalNode("styles")
        let styles = StyleTable(styleNode, at: object.path(to: "styles"), over: kit.styles)
        let scope = scope(parameters, styles)
        let sentences = sentences(&object)
        let placements = placements(&object)
        let reference = object.optional("reference", Reference.read)
        let scene = object.node("scene")
        let nodes = NodeIndex(scene)
        let variants = variants(&object, scope, nodes)
        nodes.faults.forEach { object.note($0) }
        object.attempt { () throws(CardError) in try styles.check(in: scope) }
        if let scene { check(scene, variants, scope, &object) }
        checkSentences(
            sentences.all + [kit.usageTerms]
                + parameters.flatMap { [$0.label, $0.help, $0.standardWords] }, scope,
            &object)
        checkLabels(parameters, scope, &object)
        try object.finish()
        guard let title = sentences.title, let alt = sentences.alt, let scene,
            let caption = sentences.caption
        else { preconditionFailure("a template was read though fields of it are missing") }
        return Template(
            name: name, title: title, alt: alt, longAlt: sentences.longAlt, caption: caption,
            placements: placements, parameters: parameters, uses: uniqueUses,
            sources: uniqueSources,
            reference: reference, scene: scene, variants: kit.variants + variants,
            styles: styles, styleNode: styleNode, places: places, paths: nodes.paths,
            placementUses: kit.placementUses + notes.placements)
    }

    private func scope(_ parameters: [Parameter], _ styles: StyleTable) -> Scope {
        var scope = Scope.checking(kit)
        scope.parameters = parameters
        scope.styles = styles
        return scope
    }
}

// MARK: - Fields

private struct Sentences {
    var title: Sentence?
    var alt: Sentence?
    var longAlt: Sentence?
    var caption: Caption?

    var all: [Sentence?] { [title, alt, longAlt] + (caption?.sentences ?? []) }
}

extension TemplateReader {
    private func sentences(_ object: inout ObjectReader) -> Sentences {
        var sentences = Sentences()
        sentences.title = needed("title", &object, Sentence.read)
        sentences.alt = needed("alt", &object, Sentence.read)
        sentences.longAlt = object.optional("longAlt", Sentence.read)
        sentences.caption = needed("caption", &object) { node, path throws(CardError) in
            try Caption.read(node, at: path, in: kit)
        }
        return sentences
    }

    private func needed<Value>(
        _ field: String, _ object: inout ObjectReader, _ body: NodeBody<Value>
    ) -> Value? {
        if object.has(field) { return object.optional(field, body) }
        guard case .object = root.value else { return nil }
        let cure =
            "add \(quoted(field)): { \"words\": \"\(field == "alt" ? "card.alt" : "card.\(field)")\" }"
        object.note(
            Diagnostic(
                code: "missing-field", "the field \(quoted(field)) is missing", at: root.location,
                path: object.path(to: field), hint: cure))
        return nil
    }

    private func parameters(_ object: inout ObjectReader) -> [Parameter] {
        guard let node = object.optionalNode("parameters") else { return [] }
        var entries = ObjectReader(node, at: object.path(to: "parameters"))
        let parameters = entries.eachMember { member, path throws(CardError) in
            try Parameter.read(member, at: path, in: kit)
        }
        noteCompanions(of: parameters, &entries)
        object.attempt { () throws(CardError) in try entries.finish() }
        return parameters
    }

    /// Notes parameters that are required with one that is not there, or with themselves.
    private func noteCompanions(of parameters: [Parameter], _ entries: inout ObjectReader) {
        guard case .object(let members) = entries.node.value else { return }
        for parameter in parameters {
            let others = members.map(\.name).filter { !isSameName($0, parameter.name) }
            guard let companion = parameter.requiredWith,
                !others.contains(where: { isSameName($0, companion) }),
                let place = entries.node[parameter.name]?["requiredWith"]
            else { continue }
            entries.note(
                unknownName(
                    "unknown-parameter", "other parameter", companion, in: others, of: place,
                    at: parameter.path.appending(.key("requiredWith"))))
        }
    }

    private func placements(_ object: inout ObjectReader) -> [String] {
        if case .array(let elements)? = root["placements"]?.value, elements.isEmpty {
            object.note(
                "empty-list", "a template needs at least one placement", at: "placements",
                hint: "write [\"square\"]")
        }
        var names: [String] = []
        _ = object.each("placements") { node, path throws(CardError) in
            for use in kit.placements(try readName(node, at: path), of: node, at: path) {
                guard !names.contains(where: { isSameName($0, use.name) }) else {
                    throw fault(
                        "duplicate-name", "the placement \(quoted(use.name)) comes twice",
                        of: node, at: path, hint: "remove one")
                }
                names.append(use.name)
                notes.placements.append(use)
            }
        }
        return names
    }
}

// MARK: - Variants

extension TemplateReader {
    private func variants(
        _ object: inout ObjectReader, _ scope: Scope, _ nodes: NodeIndex
    ) -> [Variant] {
        let limit = Self.variantLimit - kit.variants.count
        if let elements = object.optionalArray("variants"), elements.count > limit {
            object.note(
                "too-many-variants",
                "expected at most \(limit) variants, found \(elements.count)",
                at: "variants", hint: "put changes for the same cards into one variant")
            return []
        }
        return object.optionalEach("variants") { node, path throws(CardError) in
            try variant(node, at: path, scope, nodes)
        } ?? []
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

// MARK: - Looking for faults

extension TemplateReader {
    /// Reads the scene as it is, and with each variant by itself.
    private func check(
        _ scene: JSONNode, _ variants: [Variant], _ scope: Scope, _ object: inout ObjectReader
    ) {
        let path = object.path(to: "scene")
        object.attempt { () throws(CardError) in try checkScene(scene, at: path, scope) }
        for variant in variants {
            var applier = VariantApplier([variant])
            let changed = applier.applied(to: scene)
            applier.faults.forEach { object.note($0) }
            var narrow = scope
            if !applier.touchesMirrors { narrow.checkedNodes = applier.touched }
            object.attempt { () throws(CardError) in try checkScene(changed, at: path, narrow) }
        }
    }

    private func checkScene(
        _ scene: JSONNode, at path: JSONPath, _ scope: Scope
    ) throws(CardError) {
        if case .object = scene.value, let when = scene["when"] {
            throw fault(
                "not-one-node", "the scene is always there, and cannot have a condition", of: when,
                at: path.appending(.key("when")), hint: "put the condition on a node inside it")
        }
        if case .string(let type)? = scene["type"]?.value, isSameName(type, "repeat") {
            throw fault(
                "not-one-node", "the scene is one node, and cannot be a repeat", of: scene,
                at: path,
                hint: "put the repeat inside a frame")
        }
        notes.nodeCount = 0
        _ = try scope.plans(scene, at: path, notes)
    }

    private func checkSentences(
        _ sentences: [Sentence?], _ scope: Scope, _ object: inout ObjectReader
    ) {
        for sentence in sentences.compactMap({ $0 }) {
            object.attempt { () throws(CardError) in try _ = scope.speech(sentence, notes) }
        }
    }

    private func checkLabels(
        _ parameters: [Parameter], _ scope: Scope, _ object: inout ObjectReader
    ) {
        checkSentences(parameters.flatMap { $0.choices.map(\.label) }, scope, &object)
    }

    private var uniqueUses: [WordUse] {
        var seen: Set<String> = []
        return notes.uses.filter { seen.insert("\($0.key) \($0.isPrefix)").inserted }
    }

    private var uniqueSources: [SourceUse] {
        var seen: Set<[UInt8]> = []
        return notes.sources.filter { seen.insert(Array($0.name.utf8)).inserted }
    }
}
