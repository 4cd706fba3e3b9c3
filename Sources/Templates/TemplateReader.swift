import Diagnostics
import Geometry
import JSON
import Languages

/// Reads the fields of one template, and looks for faults in all its nodes.
///
/// Lives for one reading.
struct TemplateReader {
    let root: JSONNode
    let kit: Kit
    private let places: Places
    let notes = Notes()

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
                + parameters.flatMap {
                    [$0.label, $0.help, $0.standard?.sentence, $0.example?.sentence]
                }, scope,
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

    private var uniqueUses: [WordUse] {
        var seen: Set<String> = []
        return notes.uses.filter { seen.insert("\($0.key) \($0.isPrefix)").inserted }
    }

    private var uniqueSources: [SourceUse] {
        var seen: Set<[UInt8]> = []
        return notes.sources.filter { seen.insert(Array($0.name.utf8)).inserted }
    }
}
