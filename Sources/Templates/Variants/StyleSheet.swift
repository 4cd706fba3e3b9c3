import BlueHeartDiagnostics
import BlueHeartJSON

/// The styles of one file as it writes them.
struct StyleSheet: Sendable {
    struct Style: Sendable {
        var name: String
        var nameLocation: SourceLocation
        /// Its own fields, `extends` among them.
        var record: Record
    }

    private(set) var styles: [Style] = []

    init() {}

    /// Reads an object of styles; faults go to the findings.
    init(_ node: JSONNode, at path: JSONPath, _ context: ReadContext) {
        guard case .object(let members) = node.value else {
            context.findings.faults +=
                node.wrongType(expected: "an object of styles", at: path).diagnostics
            return
        }
        for member in members {
            let way = path.appending(.key(member.name))
            do throws(CardError) {
                try checkName(member, at: way)
                let record = try StyleFieldTable.all.table.read(
                    member.value, at: way, context, expected: "an object of fields")
                styles.append(
                    Style(
                        name: member.name, nameLocation: member.nameLocation, record: record))
            } catch { context.findings.faults += error.diagnostics }
        }
    }

    var isEmpty: Bool { styles.isEmpty }
    var names: Set<String> { Set(styles.map(\.name)) }

    /// The styles with fields that changes give those of the same name.
    func changed(by changes: [StyleSheet], where isMeant: (String) -> Bool) -> StyleSheet {
        var result = self
        for change in changes.flatMap(\.styles) where isMeant(change.name) {
            if let index = styles.firstIndex(where: { isSameName($0.name, change.name) }) {
                result.styles[index].record = result.styles[index].record.changed(
                    by: change.record)
            }
        }
        return result
    }
}

extension ValueType where Value == StyleSheet {
    /// An object of styles by name.
    static var styleSheet: ValueType {
        constant(
            .map(
                pattern: Form.namePattern,
                .defined("style", "Fields for nodes and spans", { .object(StyleFieldTable.all) })),
            standIn: StyleSheet()
        ) { node, path, context throws(CardError) in StyleSheet(node, at: path, context) }
    }

    /// Fields for styles by name, of which `null` takes one away.
    static var styleChanges: ValueType {
        let form = Form.map(
            pattern: Form.namePattern,
            .defined("styleChange", "Fields for a style", { .changes(StyleFieldTable.all) }))
        return constant(form, standIn: StyleSheet()) {
            node, path, context throws(CardError) in
            var changing = context
            changing.isChange = true
            return StyleSheet(node, at: path, changing)
        }
    }
}
