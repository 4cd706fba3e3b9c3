import BlueHeartDiagnostics
import BlueHeartGeometry
import BlueHeartJSON
import BlueHeartLanguages

/// Reads the fields of one template, and looks for faults in all its nodes.
///
/// Lives for one reading.
struct TemplateReader {
    let root: JSONNode
    let kit: Kit
    private let places: Places
    private let findings = ReadFindings()

    init(_ root: JSONNode, kit: Kit, places: Places) {
        self.root = root
        self.kit = kit
        self.places = places
    }

    func read() throws(CardError) -> Template {
        let fields = TemplateFields.fields
        var context = ReadContext(kit, findings)
        var object = try StagedObject(
            root, at: JSONPath(), FieldTable([SchemaFields.self, TemplateFields.self]), context)
        object.read(fields.extends, context)
        object.read(fields.parameters, context)
        let formulas = formulas(&object, context)
        context.parameters = formulas.parameters
        object.read(fields.styles, context)
        object.read(fields.scene, context)
        for field in TemplateFields.declared where object.record[field.name] == nil {
            guard field.name != fields.variants.name else { continue }
            object.read(field, context)
        }
        var reader = RecordReader(
            object.record, Resolver.checking(kit, formulas.parameters, kit.styles))
        let styles = styles(&reader)
        reader.resolver.styles = styles
        readVariants(&object, &reader, context)
        let template = template(&reader, formulas, styles)
        let faults = reader.faults + findings.faults + formulas.faults
        guard faults.isEmpty else { throw CardError(.template, faults) }
        return template
    }

    private func formulas(
        _ object: inout StagedObject, _ context: ReadContext
    ) -> Formulas {
        var reader = RecordReader(object.record, Resolver.checking(kit, [], kit.styles))
        var known = context
        known.parameters = reader.optional(TemplateFields.fields.parameters) ?? []
        return Formulas(known.parameters, known)
    }

    private func styles(_ reader: inout RecordReader) -> StyleTable {
        let sheet = reader.optional(TemplateFields.fields.styles) ?? StyleSheet()
        let styles = StyleTable(sheet, over: kit.styles)
        var resolver = reader.resolver
        resolver.styles = styles
        reader.attempt { () throws(CardError) in try styles.check(resolver) }
        return styles
    }

    private func readVariants(
        _ object: inout StagedObject, _ reader: inout RecordReader, _ context: ReadContext
    ) {
        let fields = TemplateFields.fields
        let nodes = NodeIndex(reader.scene)
        for fault in nodes.faults { reader.note(fault) }
        let sheet = reader.optional(fields.styles) ?? StyleSheet()
        var context = context
        context.variants = VariantScope(
            nodes: nodes, limit: VariantFile.template.limit - kit.variants.count,
            resolver: reader.resolver,
            tables: { [kit] styles in
                [StyleSheet(), sheet].map { StyleTable(kit.styleSheet, $0, then: [styles]) }
            })
        object.read(fields.variants, context)
        var next = RecordReader(object.record, reader.resolver)
        for fault in reader.faults { next.note(fault) }
        reader = next
    }

    private func template(
        _ reader: inout RecordReader, _ formulas: Formulas, _ styles: StyleTable
    ) -> Template {
        let fields = TemplateFields.fields
        let variants = reader.optional(fields.variants) ?? []
        let scene = reader.required(fields.scene)
        check(scene, variants, &reader)
        let template = Template(
            name: reader.required(fields.name), title: reader.sentence(fields.title),
            alt: reader.sentence(fields.alt), longAlt: reader.optional(fields.longAlt),
            caption: reader.sentence(fields.caption), placements: placements(&reader),
            attributesWords: reader[fields.attributes], parameters: formulas.parameters,
            uses: uniqueUses, sources: uniqueSources,
            formulaOrder: formulas.order, reference: reader.optional(fields.reference),
            scene: scene, variants: kit.variants + variants, styles: styles,
            styleSheet: reader.optional(fields.styles) ?? StyleSheet(), places: places,
            placementUses: kit.placementUses + findings.placements)
        checkSentences(of: template, &reader)
        checkConditions(of: template, &reader)
        return template
    }
}

// MARK: - Fields

extension RecordReader {
    /// The scene, where it could be read.
    fileprivate var scene: TemplateNode? {
        mutating get {
            let field = TemplateFields.fields.scene
            guard written(field)?.isInvalid == false else { return nil }
            return optional(field)
        }
    }

    /// A sentence that must be there.
    fileprivate mutating func sentence<Value>(_ field: Field<Value>) -> Value {
        let key = field.name == "alt" ? "card.alt" : "card.\(field.name)"
        return required(
            field, hint: "add \(quoted(field.name)): { \"words\": \"\(key)\" }")
    }
}

extension TemplateReader {
    private func placements(_ reader: inout RecordReader) -> [String] {
        let field = TemplateFields.fields.placements
        if reader.written(field)?.list?.isEmpty == true {
            reader.note(
                "empty-list", "a template needs at least one placement", at: field,
                hint: "write [\"square\"]")
        }
        var names: [String] = []
        for use in reader.required(field).joined() {
            guard !names.contains(where: { isSameName($0, use.name) }) else {
                reader.note(
                    fault(
                        "duplicate-name", "the placement \(quoted(use.name)) comes twice",
                        of: use.node, at: use.path, hint: "remove one"))
                continue
            }
            names.append(use.name)
            findings.placements.append(use)
        }
        return names
    }

    private var uniqueUses: [WordUse] {
        var seen: Set<String> = []
        return findings.uses.filter { seen.insert("\($0.key) \($0.isPrefix)").inserted }
    }

    private var uniqueSources: [SourceUse] {
        var seen: Set<[UInt8]> = []
        return findings.sources.filter { seen.insert(Array($0.name.utf8)).inserted }
    }
}

// MARK: - Checking

extension TemplateReader {
    /// Checks the scene as it is, and with each variant by itself.
    private func check(
        _ scene: TemplateNode, _ variants: [Variant], _ reader: inout RecordReader
    ) {
        guard reader.scene != nil else { return }
        let resolver = reader.resolver
        reader.attempt { () throws(CardError) in try NodeChecker.check(scene, resolver) }
        for variant in variants {
            var applier = VariantApplier([variant])
            let changed = applier.applied(to: scene)
            for fault in applier.faults { reader.note(fault) }
            let places = applier.touchesMirrors ? nil : applier.touched
            reader.attempt { () throws(CardError) in
                try NodeChecker.check(changed, resolver, places: places)
            }
        }
    }

    /// Checks that each condition of this file can hold: with a placement of the template, and with
    /// a language of the kit.
    private func checkConditions(of template: Template, _ reader: inout RecordReader) {
        let languages = kit.languages.map(\.language.tag)
        for condition in findings.conditions
        where condition.node.location.file == root.location.file {
            let (possible, wanted) =
                switch condition.kind {
                case .placement:
                    (template.placements, condition.names.flatMap { kit.placementNames(of: $0) })
                case .language: (languages, condition.names)
                }
            guard !possible.isEmpty, !wanted.isEmpty,
                !wanted.contains(where: { name in possible.contains { isSameName($0, name) } })
            else { continue }
            reader.note(condition.neverHolds(possible, families: kit.families.keys.sorted()))
        }
    }

    /// Checks the names in the sentences beside the picture, and in those of parameters.
    private func checkSentences(of template: Template, _ reader: inout RecordReader) {
        var sentences = [template.title, template.alt, template.longAlt, kit.usageTerms]
        sentences += template.caption.sentences
        for parameter in template.parameters.flatMap({ [$0] + $0.fields }) {
            sentences += [
                parameter.label, parameter.help, parameter.standard?.sentence,
                parameter.example?.sentence,
            ]
            sentences += parameter.choices.map(\.label)
        }
        let resolver = reader.resolver
        for sentence in sentences.compactMap({ $0 }) {
            reader.attempt { () throws(CardError) in _ = try resolver.message(sentence) }
        }
    }
}

extension ConditionNames {
    /// - Parameter possible: the placements of the template, or the languages of the kit.
    fileprivate func neverHolds(_ possible: [String], families: [String]) -> Diagnostic {
        let known = kind == .placement ? possible + families : possible
        let near = names.count == 1 ? nearestName(to: names[0], in: known) : nil
        let owner = kind == .placement ? "template" : "kit"
        let found = names.map { quoted($0) }.joined(separator: ", ")
        return Diagnostic(
            code: "never-holds",
            "the condition never holds: the \(owner) has no \(kind.rawValue) \(found)",
            at: node.location, path: path,
            hint: near.map { didYouMean(nearest: $0) }
                ?? "write one of \(possible.prefix(8).joined(separator: ", ")), or add it to the \(owner)"
        )
    }
}
