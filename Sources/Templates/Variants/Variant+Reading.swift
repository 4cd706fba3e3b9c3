import BlueHeartDiagnostics
import BlueHeartJSON

/// The nodes of a scene by id, to whom variants give fields.
struct NodeIndex {
    private(set) var nodes: [String: TemplateNode] = [:]
    /// Names in the order of the file, `scene` first.
    private(set) var names: [String] = []
    private(set) var faults: [Diagnostic] = []
    private var places: [String: SourceLocation] = [:]

    init(_ scene: TemplateNode?) {
        guard let scene else { return }
        nodes["scene"] = scene
        names.append("scene")
        for node in scene.withDescendants { add(node, isRoot: node.location == scene.location) }
    }

    private mutating func add(_ node: TemplateNode, isRoot: Bool) {
        guard let name = node.id, let id = node.record["id"] else { return }
        guard let first = places[name] ?? (name == "scene" && !isRoot ? id.location : nil) else {
            places[name] = id.location
            nodes[name] = node
            if name != "scene" { names.append(name) }
            return
        }
        faults.append(
            Diagnostic(
                code: "duplicate-id", "two nodes have the id \(quoted(name))", at: id.location,
                path: id.path,
                hint: "the first is at line \(first.line); rename one of them"))
    }
}

/// Everything that variants are read against beside the names of their file.
struct VariantScope {
    /// The nodes that changes may name; nil in a kit.
    var nodes: NodeIndex?
    /// Variants at most.
    var limit: Int
    var resolver: Resolver
    /// All styles as they would be with those of a variant.
    var tables: (StyleSheet) -> [StyleTable]
}

extension ValueType where Value == [Variant] {
    /// The variants of a template, or of a kit.
    static func variants(of file: VariantFile) -> ValueType {
        let sets: [any FieldSet.Type] =
            file == .kit ? [VariantFields.self] : [VariantFields.self, SetFields.self]
        let variant = Form.defined(
            file == .kit ? "kitVariant" : "variant", "Changes where a condition holds"
        ) {
            .object(
                LazyTable {
                    FieldTable(
                        sets,
                        rules: [
                            .anyOf(sets.flatMap { $0.declared }.map(\.name).filter { $0 != "when" })
                        ])
                })
        }
        return constant(.list(variant, count: 0...file.limit), standIn: []) {
            node, path, context throws(CardError) in
            guard let scope = context.variants else {
                preconditionFailure("variants were read before their nodes and styles")
            }
            return try VariantReader(context: context, scope: scope, table: FieldTable(sets))
                .variants(node, at: path)
        }
    }
}

enum VariantFile: Sendable {
    case kit, template

    var limit: Int { self == .kit ? 32 : 64 }
}

/// Reads the variants of one file.
private struct VariantReader {
    let context: ReadContext
    let scope: VariantScope
    let table: FieldTable

    func variants(_ node: JSONNode, at path: JSONPath) throws(CardError) -> [Variant] {
        let elements = try node.array(at: path)
        guard elements.count <= scope.limit else {
            throw fault(
                "too-many-variants",
                "expected at most \(scope.limit) variants, found \(elements.count)", of: node,
                at: path, hint: "put changes for the same cards into one variant")
        }
        var variants: [Variant] = []
        for (index, element) in elements.enumerated() {
            do throws(CardError) {
                variants.append(try variant(element, at: path.appending(.index(index))))
            } catch { context.findings.faults += error.diagnostics }
        }
        return variants
    }

    private func variant(_ node: JSONNode, at path: JSONPath) throws(CardError) -> Variant {
        let record = try table.read(node, at: path, context)
        var reader = RecordReader(record, scope.resolver)
        let fields = VariantFields.fields
        var variant = Variant(
            condition: reader.optional(fields.when),
            look: Variant.Look(
                reference: reader.optional(fields.reference),
                palette: reader.optional(fields.palette) ?? [:],
                styles: reader.optional(fields.styles)), isOfKit: scope.nodes == nil)
        if let styles = variant.look.styles { note(faultsOf(styles), &reader) }
        variant.changes = reader.optional(SetFields.fields.set) ?? []
        let isWhole = record.entries.allSatisfy { !$0.value.isInvalid }
        if variant.look.isEmpty, !reader.has(SetFields.fields.set), isWhole {
            reader.note(emptyVariant(record))
        }
        try reader.finish()
        return variant
    }

    private func note(_ faults: [Diagnostic], _ reader: inout RecordReader) {
        for fault in faults { reader.note(fault) }
    }

    /// Names that no style has, and faults that the changes make.
    ///
    /// Another variant may change the other end of a range, and so ranges are looked at when it is
    /// known which variants hold.
    private func faultsOf(_ sheet: StyleSheet) -> [Diagnostic] {
        var faults: [Diagnostic] = []
        for style in sheet.styles where scope.resolver.styles.fields(of: style.name) == nil {
            faults +=
                scope.resolver.styles.unknownStyle(
                    StyleName(
                        name: style.name, location: style.nameLocation, path: style.record.path)
                ).diagnostics
        }
        for style in sheet.styles {
            guard let extends = style.record["extends"] else { continue }
            faults.append(
                Diagnostic(
                    code: "fixed-field", "a variant cannot change what a style extends",
                    at: extends.location, path: extends.path,
                    hint: "write the fields that change"))
        }
        guard faults.isEmpty else { return faults }
        for table in scope.tables(sheet) {
            do throws(CardError) {
                try table.check(scope.resolver)
            } catch { faults += error.diagnostics.filter { $0.code != "min-above-max" } }
        }
        return faults
    }

    private func emptyVariant(_ record: Record) -> Diagnostic {
        let isOfKit = scope.nodes == nil
        return Diagnostic(
            code: "missing-field", "a variant sets nothing", at: record.location,
            path: record.path.appending(.key(isOfKit ? "styles" : "set")),
            hint: isOfKit
                ? "add \"reference\", \"palette\" or \"styles\""
                : "add \"set\" with fields for nodes")
    }
}

extension ValueType where Value == [Variant.Change] {
    /// Fields for nodes, by id.
    static var nodeChanges: ValueType {
        constant(
            .map(pattern: Form.namePattern, .defined("change", "Fields for a node", { .change })),
            standIn: []
        ) { node, path, context throws(CardError) in
            var entries = ObjectReader(node, at: path)
            let changes = entries.eachMember { member, way throws(CardError) in
                try context.change(member, at: way)
            }
            try entries.finish()
            return changes
        }
    }
}

extension Form {
    /// Every field of every node, or `null`.
    fileprivate static var change: Form {
        .changes(
            LazyTable {
                FieldTable(fields: NodeKind.allCases.flatMap { $0.table.fields })
            })
    }
}

extension ReadContext {
    fileprivate func change(
        _ member: JSONMember, at path: JSONPath
    ) throws(CardError) -> Variant.Change {
        guard isName(member.name), let node = variants?.nodes?.nodes[member.name] else {
            throw unknownName(
                "unknown-id", "node", member.name, in: variants?.nodes?.names ?? [],
                of: JSONNode(.null, at: member.nameLocation), at: path,
                cure: "give the node this id")
        }
        var context = self
        (context.isChange, context.loop) = (true, node.loop)
        let record = try node.kind.table.read(member.value, at: path, context)
        for name in ["type", "id"] {
            guard let fixed = record[name] else { continue }
            findings.faults.append(
                Diagnostic(
                    code: "fixed-field", "a variant cannot change the \(name) of a node",
                    at: fixed.location, path: fixed.path,
                    hint: "make a second node, and choose between them by when"))
        }
        return Variant.Change(id: member.name, record: record)
    }
}
