import BlueHeartDiagnostics

/// Reads the fields of a record and collects their faults.
///
/// A faulty field gives a stand-in, so that a builder needs no branches; `finish()` throws all
/// faults, and fields that were not requested: they belong to another kind of object.
package struct RecordReader {
    let record: Record
    var resolver: Resolver
    private var asked: [String] = []
    private(set) var faults: [Diagnostic] = []

    init(_ record: Record, _ resolver: Resolver) {
        self.record = record
        self.resolver = resolver
    }

    var location: SourceLocation { record.location }
    var path: JSONPath { record.path }

    func path(to name: String) -> JSONPath { record.path.appending(.key(name)) }
}

extension RecordReader {
    /// The field's value as it is written; nil where it is left out.
    mutating func written(_ field: some DeclaredField) -> Written? {
        asked.append(field.name)
        guard let value = record[field.name], !value.isNull else { return nil }
        return value
    }

    /// True if the file gives the field.
    mutating func has(_ field: some DeclaredField) -> Bool { written(field) != nil }

    /// The value of a field that may be left out.
    package mutating func optional<Value>(_ field: Field<Value>) -> Value? {
        guard let written = written(field) else { return nil }
        let resolver = resolver
        return attempt { () throws(CardError) in try field.type.value(of: written, resolver) }
    }

    /// The value of a field with a default.
    package subscript<Value>(field: Field<Value>) -> Value {
        mutating get { optional(field) ?? field.standard ?? field.type.standIn }
    }

    /// The value of a required field; a missing one is recorded, with a stand-in.
    mutating func required<Value>(_ field: Field<Value>, hint: String? = nil) -> Value {
        guard has(field) else {
            noteMissing(field, hint: hint)
            return field.type.standIn
        }
        return optional(field) ?? field.type.standIn
    }

    /// The value of the field that decides which others there are.
    ///
    /// - Returns: nil where it is missing, which is noted, or at fault.
    mutating func discriminator<Value>(_ field: Field<Value>) -> Value? {
        guard let written = written(field) else {
            noteMissing(field)
            return nil
        }
        return written.isInvalid ? nil : optional(field)
    }

    /// Makes the fields of a set known that are not taken.
    mutating func allow(_ set: (some FieldSet).Type) {
        asked += set.declared.map(\.name)
    }

    mutating func allow(_ fields: any DeclaredField...) { asked += fields.map(\.name) }
}

// MARK: - Faults

extension RecordReader {
    var hasFaults: Bool { !faults.isEmpty }

    /// True if values depend on stand-in arguments; checks across fields are then meaningless.
    var hasStandIns: Bool {
        record.isComputed && resolver.arguments?.areStandIns == true
            || record.entries.contains { $0.value.isInvalid }
    }

    mutating func note(_ diagnostic: Diagnostic) { faults.append(diagnostic) }

    mutating func note(_ error: CardError) { faults += error.diagnostics }

    /// Notes a fault of a field's value, in its place.
    mutating func note(
        _ code: String, _ message: String, at field: some DeclaredField, hint: String? = nil
    ) {
        let written = record[field.name]
        note(
            Diagnostic(
                code: code, message, at: written?.location ?? location,
                path: written?.path ?? path(to: field.name), hint: hint))
    }

    /// Notes that a list is empty.
    package mutating func noteIfEmpty(
        _ field: Field<[some Sendable]>, _ message: String, hint: String
    ) {
        guard written(field)?.list?.isEmpty == true else { return }
        note("empty-list", message, at: field, hint: hint)
    }

    mutating func noteMissing(_ field: some DeclaredField, hint: String? = nil) {
        guard !record.misnamed.contains(field.name) else { return }
        note(
            Diagnostic(
                code: "missing-field", "the field \(quoted(field.name)) is missing", at: location,
                path: path(to: field.name), hint: hint))
    }

    /// The value that `body` gives; nil where it throws, and then its faults are noted.
    @discardableResult
    mutating func attempt<Value>(_ body: () throws(CardError) -> Value) -> Value? {
        do throws(CardError) {
            return try body()
        } catch {
            note(error)
            return nil
        }
    }

    /// Ends the reading.
    ///
    /// - Throws: every fault, and every field that was not requested.
    consuming func finish() throws(CardError) {
        noteForeignFields()
        guard faults.isEmpty else { throw CardError(.template, faults) }
    }

    private mutating func noteForeignFields() {
        for entry in record.entries where !asked.contains(where: { isSameName($0, entry.name) }) {
            note(
                unknownField(
                    entry.name, at: entry.nameLocation, path: path,
                    hint: NodeKind.owner(of: entry.name).map { "only \($0) has it" }))
        }
    }
}

// MARK: - Objects as types

extension ValueType {
    /// An object with the fields of a set.
    ///
    /// - Parameter build: takes the fields; what it does not ask for is a fault.
    static func object<Fields: FieldSet>(
        _ set: Fields.Type, expected: String = "an object", standIn: Value,
        _ build: @escaping @Sendable (inout RecordReader, Fields) throws(CardError) -> Value
    ) -> ValueType {
        let lazy = LazyTable { FieldTable([set]) }
        return object(lazy, expected: expected, standIn: standIn) {
            reader throws(CardError) in
            try build(&reader, Fields.fields)
        }
    }

    /// An object with the fields of a table.
    static func object(
        _ lazy: LazyTable, expected: String = "an object", standIn: Value,
        _ build: @escaping @Sendable (inout RecordReader) throws(CardError) -> Value
    ) -> ValueType {
        ValueType(
            form: .object(lazy),
            read: { node, path, context throws(CardError) in
                .record(try lazy.table.read(node, at: path, context, expected: expected))
            },
            resolve: { written, resolver throws(CardError) in
                guard let record = written.record else {
                    preconditionFailure("\(written.path) holds no record")
                }
                var reader = RecordReader(record, resolver)
                var value = standIn
                do throws(CardError) {
                    value = try build(&reader)
                } catch { reader.note(error) }
                try reader.finish()
                return value
            }, standIn: standIn)
    }
}
