public import BlueHeartDiagnostics

/// Converts a node to a value; `path` is its path in the document.
public typealias NodeBody<Value> = (_ node: JSONNode, _ path: JSONPath) throws(CardError) -> Value

extension ObjectReader {
    /// The result of `body` for a required field; its faults are added to this object's.
    ///
    /// - Parameter standIn: returned after a fault.
    public mutating func read<Value>(
        _ name: String, orStandIn standIn: @autoclosure () -> Value, _ body: NodeBody<Value>
    ) -> Value {
        guard let child = node(name) else { return standIn() }
        let way = path(to: name)
        return attempt { () throws(CardError) in try body(child, way) } ?? standIn()
    }

    /// The result of `body` for an optional field, `standard` if the field is missing.
    public mutating func read<Value>(
        _ name: String, default standard: @autoclosure () -> Value, _ body: NodeBody<Value>
    ) -> Value {
        optional(name, body) ?? standard()
    }

    /// The result of `body` for an optional field, nil if the field is missing.
    public mutating func optional<Value>(_ name: String, _ body: NodeBody<Value>) -> Value? {
        guard let child = optionalNode(name) else { return nil }
        let way = path(to: name)
        return attempt { () throws(CardError) in try body(child, way) }
    }

    /// The elements of a required array.
    public mutating func array(_ name: String) -> [JSONNode] {
        node(name).flatMap { array($0, name) } ?? []
    }

    public mutating func optionalArray(_ name: String) -> [JSONNode]? {
        optionalNode(name).flatMap { array($0, name) }
    }

    /// The results of `body` for the elements of a required array; faulty elements are left out,
    /// and their faults are added to this object's.
    public mutating func each<Value>(_ name: String, _ body: NodeBody<Value>) -> [Value] {
        each(array(name), name, body)
    }

    public mutating func optionalEach<Value>(
        _ name: String, _ body: NodeBody<Value>
    ) -> [Value]? {
        optionalArray(name).map { each($0, name, body) }
    }

    private mutating func each<Value>(
        _ elements: [JSONNode], _ name: String, _ body: NodeBody<Value>
    ) -> [Value] {
        let way = path(to: name)
        var values: [Value] = []
        for (index, element) in elements.enumerated() {
            let value = attempt { () throws(CardError) in
                try body(element, way.appending(.index(index)))
            }
            if let value { values.append(value) }
        }
        return values
    }

    private mutating func array(_ node: JSONNode, _ name: String) -> [JSONNode]? {
        if case .array(let elements) = node.value { return elements }
        noteWrongType(expected: "an array", found: node, at: path(to: name))
        return nil
    }

    /// The results of `body` for each member of this object, in order, with any name; faulty
    /// members are left out, and their faults are recorded.
    public mutating func eachMember<Value>(
        _ body: (_ member: JSONMember, _ path: JSONPath) throws(CardError) -> Value
    ) -> [Value] {
        allowAll()
        var values: [Value] = []
        for member in members {
            let way = path(to: member.name)
            let value = attempt { () throws(CardError) in try body(member, way) }
            if let value { values.append(value) }
        }
        return values
    }
}
