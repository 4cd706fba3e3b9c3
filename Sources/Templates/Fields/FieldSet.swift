import BlueHeartDiagnostics
import BlueHeartJSON
import Synchronization

/// Fields that belong together, each a stored property with its declaration.
///
/// The properties are the list: a field that is declared is read, shown in the schema and
/// explained in the reference, in the order of its declaration.
package protocol FieldSet: Sendable {
    init()
    static var fields: Self { get }
    /// The only things that have these fields: `a heart`; nil where a hint cannot say.
    static var owner: String? { get }
    /// Rules across the fields, where they are an object by themselves.
    static var rules: [ObjectRule] { get }
}

extension FieldSet {
    package static var owner: String? { nil }
    package static var rules: [ObjectRule] { [] }

    /// Every field of the set, in the order of declaration.
    static var declared: [any DeclaredField] {
        Mirror(reflecting: fields).children.compactMap { $0.value as? any DeclaredField }
    }
}

/// All fields that an object may have, by name.
struct FieldTable: Sendable {
    /// Fields in the order of declaration.
    let fields: [any DeclaredField]
    /// The sets that the fields come from.
    let sets: [any FieldSet.Type]
    let rules: [ObjectRule]
    private let indices: [String: Int]

    /// - Parameter rules: in place of those of the sets.
    init(_ sets: [any FieldSet.Type], rules: [ObjectRule]? = nil) {
        self.init(
            fields: sets.flatMap { $0.declared }, sets: sets,
            rules: rules ?? sets.flatMap { $0.rules })
    }

    /// - Parameter fields: of two with one name the first is read.
    init(
        fields: [any DeclaredField], sets: [any FieldSet.Type] = [], rules: [ObjectRule] = []
    ) {
        self.sets = sets
        self.rules = rules
        var unique: [any DeclaredField] = []
        var indices: [String: Int] = [:]
        for field in fields where indices[field.name] == nil {
            indices[field.name] = unique.count
            unique.append(field)
        }
        self.fields = unique
        self.indices = indices
    }

    /// The field of a name from a file.
    subscript(name: String) -> (any DeclaredField)? {
        guard isName(name) || isSameName(name, "$schema") else { return nil }
        return indices[name].map { fields[$0] }
    }

    var names: [String] { fields.map(\.name) }

    /// The fields that must be there.
    var required: [String] { fields.filter(\.notes.isRequired).map(\.name) }

    /// Reads an object field by field.
    ///
    /// - Throws: that the node is no object; all other faults go to the findings.
    func read(
        _ node: JSONNode, at path: JSONPath, _ context: ReadContext, expected: String = "an object"
    ) throws(CardError) -> Record {
        guard case .object(let members) = node.value else {
            throw node.wrongType(expected: expected, at: path)
        }
        var entries: [Record.Entry] = []
        entries.reserveCapacity(members.count)
        for member in members {
            guard let field = self[member.name] else { continue }
            let way = path.appending(.key(field.name))
            entries.append(
                Record.Entry(
                    name: field.name, nameLocation: member.nameLocation,
                    value: field.read(member.value, at: way, context)))
        }
        noteUnknown(members, at: path, context)
        var record = Record(entries, at: node.location, path: path)
        record.misnamed = fields.filter { field in
            members.contains { field.notes.aliases.contains($0.name) }
        }.map(\.name)
        return record
    }

    /// Notes the members that are no fields.
    ///
    /// Far more of them than anyone misspells get no hint, so that a hostile object stays linear.
    func noteUnknown(_ members: [JSONMember], at path: JSONPath, _ context: ReadContext) {
        for (index, member) in members.filter({ self[$0.name] == nil }).enumerated() {
            context.findings.faults.append(
                unknownField(
                    member.name, at: member.nameLocation, path: path,
                    hint: index < 32 ? hint(for: member, beside: members, context) : nil))
        }
    }

    private func hint(
        for member: JSONMember, beside members: [JSONMember], _ context: ReadContext
    ) -> String? {
        let equality = ConditionFields.fields.is.name
        if self[equality] != nil, context.parameters.contains(where: { $0.name == member.name }) {
            return "write \(quoted(equality)): { \(quoted(member.name)): … }"
        }
        if let field = fields.first(where: { $0.notes.aliases.contains(member.name) }) {
            return "write \(quoted(field.name))"
        }
        if let cure = ForeignNames.cure(for: member) { return cure }
        let free = names.filter { name in !members.contains { isSameName($0.name, name) } }
        if let near = nearestName(to: member.name, in: free)
            ?? nearestName(
                to: member.name, in: names)
        {
            return "did you mean \(quoted(near))?"
        }
        return NodeKind.owner(of: member.name).map { "only \($0) has it" }
    }
}

/// A table that is made when it is first needed, for objects that may hold their own kind.
package final class LazyTable: Sendable {
    private let make: @Sendable () -> FieldTable
    private let made = Mutex<FieldTable?>(nil)

    init(_ make: @escaping @Sendable () -> FieldTable) {
        self.make = make
    }

    var table: FieldTable {
        if let table = made.withLock({ $0 }) { return table }
        let table = make()
        made.withLock { $0 = table }
        return table
    }
}

/// The fault that an object has a field it cannot have.
func unknownField(
    _ name: String, at location: SourceLocation, path: JSONPath, hint: String?
) -> Diagnostic {
    Diagnostic(
        code: "unknown-field", "unknown field \(quoted(name))", at: location,
        path: path.appending(.key(name)), hint: hint)
}
