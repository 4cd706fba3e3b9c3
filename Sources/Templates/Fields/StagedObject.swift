import BlueHeartDiagnostics
import BlueHeartJSON

/// An object whose fields are read one after the other, because later ones use names of earlier
/// ones.
struct StagedObject {
    let path: JSONPath
    let location: SourceLocation
    let table: FieldTable
    private let members: [JSONMember]
    private(set) var record: Record

    /// Notes the fields that the object cannot have.
    ///
    /// - Throws: that the node is no object.
    init(
        _ node: JSONNode, at path: JSONPath, _ table: FieldTable, _ context: ReadContext
    ) throws(CardError) {
        guard case .object(let members) = node.value else {
            throw node.wrongType(expected: "an object", at: path)
        }
        self.path = path
        self.table = table
        self.members = members
        location = node.location
        record = Record(at: node.location, path: path)
        table.noteUnknown(members, at: path, context)
    }

    /// Reads a field, if the object has it.
    mutating func read(_ field: some DeclaredField, _ context: ReadContext) {
        guard let member = members.first(where: { isSameName($0.name, field.name) }) else { return }
        record.entries.append(
            Record.Entry(
                name: field.name, nameLocation: member.nameLocation,
                value: field.read(member.value, at: path.appending(.key(field.name)), context)))
    }

    /// The node of a field in the file; nil if it is missing.
    func node(_ field: some DeclaredField) -> JSONNode? {
        members.first { isSameName($0.name, field.name) }?.value
    }
}
