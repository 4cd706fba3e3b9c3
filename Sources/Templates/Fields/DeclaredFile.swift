package import BlueHeartDiagnostics
package import BlueHeartJSON

/// Reads files that are one object with the fields of a set, and a `$schema` line.
package struct DeclaredFile<Fields: FieldSet>: Sendable {
    private let table = LazyTable { FieldTable([SchemaFields.self, Fields.self]) }

    package init(of set: Fields.Type) {}

    /// The value of a file whose fields need no names of a kit.
    ///
    /// - Parameter build: takes the fields; what it does not ask for is a fault.
    /// - Throws: every fault of the file, in the order of the file.
    package func read<Value>(
        _ root: JSONNode, _ build: (inout RecordReader, Fields) throws(CardError) -> Value
    ) throws(CardError) -> Value {
        do throws(CardError) {
            return try value(root, build)
        } catch {
            throw Places(of: root).straightened(error)
        }
    }

    private func value<Value>(
        _ root: JSONNode, _ build: (inout RecordReader, Fields) throws(CardError) -> Value
    ) throws(CardError) -> Value {
        let context = ReadContext(.blank, ReadFindings())
        let record = try table.table.read(root, at: JSONPath(), context)
        var reader = RecordReader(record, Resolver.checking(.blank, [], .empty))
        for fault in context.findings.faults { reader.note(fault) }
        reader.allow(SchemaFields.self)
        let value = try build(&reader, Fields.fields)
        try reader.finish()
        return value
    }
}
