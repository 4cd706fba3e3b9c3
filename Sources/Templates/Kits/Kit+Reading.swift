public import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartJSON
import BlueHeartLanguages

extension Kit {
    /// Reads `kit.json`.
    ///
    /// - Parameter rules: the checks whose severities it may change.
    /// - Throws: every fault of the file.
    public static func read(
        _ bytes: [UInt8], file: String, checks rules: [CheckRule] = []
    ) throws(CardError) -> Kit {
        let root = try JSONDocument.read(bytes, file: file)
        do throws(CardError) {
            return try KitReader(file: file, rules: rules).read(root)
        } catch {
            throw Places(of: root).straightened(error)
        }
    }

    /// A kit without names, for what is read before any are known.
    static let blank = Kit(
        name: "", title: "", languages: [], palette: [:], fonts: [:], spacing: [:], links: [:],
        hashtags: [], symbols: KitSymbols(), credit: nil, rights: nil, usageTerms: nil,
        captions: CaptionParts(), checks: CheckSeverities(), families: [:], reference: nil,
        variants: [], placementUses: [], styles: .empty, styleSheet: StyleSheet(), file: "")
}

/// Reads the fields of one kit: first those that give names, then those that use them.
private struct KitReader {
    let file: String
    let rules: [CheckRule]
    private let findings = ReadFindings()

    init(file: String, rules: [CheckRule]) {
        self.file = file
        self.rules = rules
    }

    func read(_ root: JSONNode) throws(CardError) -> Kit {
        let fields = KitFields.fields
        var context = ReadContext(.blank, findings)
        context.rules = rules
        var object = try StagedObject(
            root, at: JSONPath(), FieldTable([SchemaFields.self, KitFields.self]), context)
        for field in KitFields.declared where !Self.users.contains(field.name) {
            object.read(field, context)
        }
        context.kit = build(object.record, over: .blank).kit
        object.read(fields.captions, context)
        object.read(fields.styles, context)
        var (kit, faults) = build(object.record, over: context.kit)
        let resolver = Resolver.checking(kit, [], kit.styles)
        faults += faultsOf(kit.styles, resolver)
        context.kit = kit
        context.toleratesUnknownParameters = true
        context.variants = VariantScope(
            nodes: nil, limit: VariantFile.kit.limit, resolver: resolver,
            tables: { [StyleTable(kit.styleSheet, StyleSheet(), changedBy: [$0])] })
        object.read(fields.variants, context)
        var reader = RecordReader(object.record, resolver)
        kit.variants = reader.optional(fields.variants) ?? []
        kit.placementUses = findings.placements
        kit.wordUses = findings.uses
        kit.familyUses = FamilyUse.all(in: object.node(fields.fonts))
        faults += findings.faults
        guard faults.isEmpty else { throw CardError(.template, faults) }
        return kit
    }

    /// Names of fields that use names which others give.
    private static let users = ["captions", "styles", "variants"]

    private func faultsOf(_ styles: StyleTable, _ resolver: Resolver) -> [Diagnostic] {
        do throws(CardError) {
            try styles.check(resolver)
            return []
        } catch { return error.diagnostics }
    }

    /// A kit of the fields read so far, but for its variants.
    private func build(_ record: Record, over known: Kit) -> (kit: Kit, faults: [Diagnostic]) {
        let fields = KitFields.fields
        var reader = RecordReader(record, Resolver.checking(known, [], .empty))
        let languages = reader.required(fields.languages)
        noteLanguages(languages, &reader)
        let spacing = reader.optional(fields.spacing) ?? [:]
        if spacing["safe"] != nil {
            reader.note(
                "reserved-name", "a spacing cannot be named \"safe\"", at: fields.spacing,
                hint: "lengths use this name already; choose another")
        }
        let sheet = reader.optional(fields.styles) ?? StyleSheet()
        let kit = Kit(
            name: reader.required(fields.name), title: reader.required(fields.title),
            languages: languages, palette: reader.optional(fields.palette) ?? [:],
            fonts: reader.optional(fields.fonts) ?? [:], spacing: spacing,
            links: reader.optional(fields.links) ?? [:],
            hashtags: reader.optional(fields.hashtags) ?? [],
            symbols: reader.optional(fields.symbols) ?? KitSymbols(),
            credit: reader.optional(fields.credit), rights: reader.optional(fields.rights),
            usageTerms: reader.optional(fields.usageTerms),
            captions: reader.optional(fields.captions) ?? CaptionParts(),
            checks: reader.optional(fields.checks) ?? CheckSeverities(),
            families: reader.optional(fields.families) ?? [:],
            reference: reader.optional(fields.reference), variants: [], placementUses: [],
            styles: StyleTable(sheet), styleSheet: sheet, file: file)
        return (kit, reader.faults)
    }

    private func noteLanguages(_ languages: [KitLanguage], _ reader: inout RecordReader) {
        let field = KitFields.fields.languages
        reader.noteIfEmpty(
            field, "a kit needs at least one language",
            hint: "write [{ \"tag\": \"en\", \"reviewed\": true }]")
        let tags = languages.map(\.language.tag)
        for (index, tag) in tags.enumerated() where tags[..<index].contains(tag) {
            reader.note(
                "duplicate-name", "the language \(quoted(tag)) comes twice", at: field)
        }
    }
}
