package import BlueHeartDiagnostics
package import BlueHeartJSON

/// A kind of value: its JSON notation, and its value on a card.
package struct ValueType<Value: Sendable>: Sendable {
    typealias Read =
        @Sendable (JSONNode, JSONPath, ReadContext) throws(CardError)
        -> Written.Content
    typealias Resolve = @Sendable (Written, Resolver) throws(CardError) -> Value

    let form: Form
    /// - Throws: the faults that keep the value from being stored.
    let read: Read
    /// Finds the value; called only for values that `read` stored.
    let resolve: Resolve
    /// Handed back for values whose faults have been reported.
    let standIn: Value
}

extension ValueType {
    /// Reads a value; its faults go to the context's findings.
    func written(_ node: JSONNode, at path: JSONPath, _ context: ReadContext) -> Written {
        do throws(CardError) {
            return Written(try read(node, path, context), at: node.location, path: path)
        } catch {
            var error = error
            if case .null = node.value { error = error.hinting("leave the field out") }
            context.findings.faults += error.diagnostics
            return Written(.invalid, at: node.location, path: path)
        }
    }

    /// The value; a stand-in for an invalid one.
    func value(of written: Written, _ resolver: Resolver) throws(CardError) -> Value {
        if written.isInvalid || written.isNull { return standIn }
        return try resolve(written, resolver)
    }
}

extension ValueType {
    /// A type whose values are known as soon as they are read.
    package static func constant(
        _ form: Form, standIn: Value,
        _ read: @escaping @Sendable (JSONNode, JSONPath, ReadContext) throws(CardError) -> Value
    ) -> ValueType {
        ValueType(
            form: form,
            read: { node, path, context throws(CardError) in
                .value(try read(node, path, context))
            }, resolve: { written, _ throws(CardError) in written.stored() }, standIn: standIn)
    }

    /// A type that stores one value and resolves it to another.
    static func stored<Stored: Sendable>(
        _ form: Form, standIn: Value,
        _ read: @escaping @Sendable (JSONNode, JSONPath, ReadContext) throws(CardError) -> Stored,
        resolve: @escaping @Sendable (Stored, Written, Resolver) throws(CardError) -> Value
    ) -> ValueType {
        ValueType(
            form: form,
            read: { node, path, context throws(CardError) in
                .value(try read(node, path, context))
            },
            resolve: { written, resolver throws(CardError) in
                try resolve(written.stored(), written, resolver)
            }, standIn: standIn)
    }

    /// The same type with a value made of it.
    func map<Other: Sendable>(
        _ transform: @escaping @Sendable (Value) -> Other
    ) -> ValueType<Other> {
        ValueType<Other>(
            form: form, read: read,
            resolve: { written, resolver throws(CardError) in
                transform(try resolve(written, resolver))
            }, standIn: transform(standIn))
    }

    /// The same type under a name that schemas define once.
    func named(_ name: String, _ summary: String) -> ValueType {
        let form = form
        return ValueType(
            form: .defined(name, summary, { form }), read: read, resolve: resolve,
            standIn: standIn)
    }
}

// MARK: - Lists and alternatives

extension ValueType {
    /// An array of some values.
    ///
    /// - Parameter whole: what the list is called where another type was found: `an array`.
    package static func list<Element>(
        of element: ValueType<Element>, count: ClosedRange<Int> = 0...10_000,
        expected whole: String = "an array"
    ) -> ValueType where Value == [Element] {
        ValueType(
            form: .list(element.form, count: count),
            read: { node, path, context throws(CardError) in
                guard case .array(let elements) = node.value else {
                    throw node.wrongType(expected: whole, at: path)
                }
                return .list(
                    elements.enumerated().map { index, child in
                        element.written(child, at: path.appending(.index(index)), context)
                    })
            },
            resolve: { written, resolver throws(CardError) in
                try resolver.each(written.list ?? [], element)
            }, standIn: [])
    }

    /// This type, or an object of another where the file has an object.
    func or(
        object other: ValueType, expected whole: String? = nil
    ) -> ValueType {
        alternative(other, isMeant: \.isObject, isStored: { $0.record != nil }, whole)
    }

    /// This type, or another where the file has an array.
    func or(list other: ValueType, expected whole: String? = nil) -> ValueType {
        alternative(other, isMeant: \.isArray, isStored: { $0.list != nil }, whole)
    }

    private func alternative(
        _ other: ValueType, isMeant: @escaping @Sendable (JSONNode) -> Bool,
        isStored: @escaping @Sendable (Written) -> Bool, _ whole: String?
    ) -> ValueType {
        ValueType(
            form: .anyOf([form, other.form]),
            read: { node, path, context throws(CardError) in
                try (isMeant(node) ? other : self).read(node, path, context)
            },
            resolve: { written, resolver throws(CardError) in
                try (isStored(written) ? other : self).resolve(written, resolver)
            }, standIn: standIn)
    }
}

extension Resolver {
    /// The values of a list; those at fault are left out.
    ///
    /// - Throws: the faults of all elements.
    func each<Element>(
        _ list: [Written], _ type: ValueType<Element>
    ) throws(CardError) -> [Element] {
        var values: [Element] = []
        var faults: [Diagnostic] = []
        for written in list {
            do throws(CardError) {
                values.append(try type.value(of: written, self))
            } catch { faults += error.diagnostics }
        }
        guard faults.isEmpty else { throw CardError(.template, faults) }
        return values
    }
}

extension JSONNode {
    var isObject: Bool { if case .object = value { true } else { false } }
    var isArray: Bool { if case .array = value { true } else { false } }
}

extension ValueType {
    /// The same type, with another word for it where the file has a value of neither type.
    func scalar(expected whole: String) -> ValueType {
        let inner = read
        return ValueType(
            form: form,
            read: { node, path, context throws(CardError) in
                guard case .string = node.value else {
                    throw node.wrongType(expected: whole, at: path)
                }
                return try inner(node, path, context)
            }, resolve: resolve, standIn: standIn)
    }
}

extension ValueType {
    /// The same type, with a value found from it against a resolver.
    func resolved<Other: Sendable>(
        standIn other: Other,
        _ transform: @escaping @Sendable (Value, Resolver) throws(CardError) -> Other
    ) -> ValueType<Other> {
        let inner = resolve
        return ValueType<Other>(
            form: form, read: read,
            resolve: { written, resolver throws(CardError) in
                try transform(try inner(written, resolver), resolver)
            }, standIn: other)
    }

    /// The same type, with another word for it where the file has a value of a wrong type.
    func expecting(_ whole: String) -> ValueType {
        telling { error, node, path in
            guard error.diagnostics.map(\.code) == ["wrong-type"] else { return error }
            return node.wrongType(expected: whole, at: path).hinting(error.diagnostics[0].hint)
        }
    }

    /// The same type, with another error where the file's value cannot be read.
    func telling(
        _ told: @escaping @Sendable (CardError, JSONNode, JSONPath) -> CardError
    ) -> ValueType {
        let inner = read
        return ValueType(
            form: form,
            read: { node, path, context throws(CardError) in
                do throws(CardError) {
                    return try inner(node, path, context)
                } catch {
                    throw told(error, node, path)
                }
            }, resolve: resolve, standIn: standIn)
    }
}
