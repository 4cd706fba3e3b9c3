import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartJSON
import BlueHeartLanguages
import BlueHeartScenes

/// The styles of a kit, or of a template above those of its kit, ready to be applied.
struct StyleTable: Sendable {
    /// Names in the order of the file, the kit's first.
    private(set) var names: [String] = []
    /// Every style with the fields it extends already in it.
    private var flat: [String: [Record.Entry]] = [:]
    private var own: [StyleSheet.Style] = []
    private var faults: [Diagnostic] = []

    static let empty = StyleTable(StyleSheet())

    /// Creates a table.
    ///
    /// - Parameter base: styles that those of the sheet may extend and override.
    init(_ sheet: StyleSheet, over base: StyleTable? = nil) {
        flat = base?.flat ?? [:]
        names = base?.names ?? []
        own = sheet.styles
        for style in own where !names.contains(style.name) { names.append(style.name) }
        var flattener = StyleFlattener(sheet, over: flat, names)
        for style in own { flat[style.name] = flattener.fields(of: style.name) }
        faults = flattener.faults
    }

    /// The styles of a kit and of a template with changes.
    ///
    /// - Parameters:
    ///   - changes: the kit's, which do not affect the template's styles.
    ///   - later: the template's, for the last style of each name.
    init(
        _ kit: StyleSheet, _ template: StyleSheet, changedBy changes: [StyleSheet] = [],
        then later: [StyleSheet] = []
    ) {
        let own = template.names
        let base = kit.changed(by: changes) { _ in true }.changed(by: later) { !own.contains($0) }
        self.init(
            template.changed(by: later) { own.contains($0) }, over: StyleTable(base))
    }

    /// The fields of a style; nil if there is none of this name.
    func fields(of name: String) -> [Record.Entry]? { flat[safe: name] }

    func unknownStyle(_ name: StyleName) -> CardError {
        unknownName(
            "unknown-style", "style", name.name, in: names,
            of: JSONNode(.null, at: name.location), at: name.path,
            cure: "add it to the styles of the template or the kit")
    }
}

extension Dictionary where Key == String {
    /// The value of a key from outside, which is hashed only if it can be a name.
    subscript(safe key: String) -> Value? { isName(key) ? self[key] : nil }
}

// MARK: - Checking

extension StyleTable {
    /// Builds each style by itself, as if for every type of node.
    ///
    /// - Throws: every fault of the table.
    func check(_ resolver: Resolver) throws(CardError) {
        var found = faults
        for style in own {
            var reader = RecordReader(style.record, resolver)
            _ = reader.box(in: resolver)
            _ = reader.appearance(outer: resolver)
            _ = reader.frame(readsWrap: false)
            _ = reader.letters()
            _ = reader.paragraph(readsWrap: false)
            _ = reader.image()
            _ = reader.qr()
            found += reader.faults
        }
        if !found.isEmpty { throw CardError(.template, found) }
    }
}

// MARK: - Applying

extension Resolver {
    /// A record with the fields of styles below its own.
    ///
    /// - Throws: styles that are unknown, or give fields that the thing does not have.
    func styled(
        _ record: Record, by styleNames: [StyleName], as thing: StyledThing
    ) throws(CardError) -> Record {
        guard !styleNames.isEmpty else { return record }
        var faults: [Diagnostic] = []
        var fields: [Record.Entry] = []
        let known = thing.styleFields
        for name in styleNames {
            guard let given = styles.fields(of: name.name) else {
                faults += styles.unknownStyle(name).diagnostics
                continue
            }
            let misfits = given.map(\.name).filter { field in
                !known.contains { isSameName($0, field) }
            }
            if !misfits.isEmpty { faults.append(styleDoesNotFit(name, misfits, thing)) }
            fields = merged(fields, with: given)
        }
        if !faults.isEmpty { throw CardError(.template, faults) }
        return record.over(fields)
    }

    private func styleDoesNotFit(
        _ style: StyleName, _ fields: [String], _ thing: StyledThing
    ) -> Diagnostic {
        let list = fields.map { quoted($0) }.joined(separator: ", ")
        return Diagnostic(
            code: "style-does-not-fit",
            "the style \(quoted(style.name)) gives \(list), which \(thing.noun) does not have",
            at: style.location, path: style.path,
            hint: "take another style, or move that into a style of its own")
    }
}

/// Later fields win, in the place of the earlier.
func merged(_ base: [Record.Entry], with entries: [Record.Entry]) -> [Record.Entry] {
    var result = base
    for entry in entries {
        if let index = result.firstIndex(where: { isSameName($0.name, entry.name) }) {
            result[index] = entry
        } else {
            result.append(entry)
        }
    }
    return result
}
