public import Diagnostics

/// Turns a node into a value; `path` is the way to it.
public typealias NodeBody<Value> = (_ node: JSONNode, _ path: JSONPath) throws(CardError) -> Value

extension ObjectReader {
    /// What `body` reads from a field that must be there; its faults join this object's.
    ///
    /// - Parameter standIn: handed back where there is a fault.
    public mutating func read<Value>(
        _ name: String, orStandIn standIn: @autoclosure () -> Value, _ body: NodeBody<Value>
    ) -> Value {
        guard let child = node(name) else { return standIn() }
        let way = path(to: name)
        return attempt { () throws(CardError) in try body(child, way) } ?? standIn()
    }

    /// What `body` reads from a field that may be left out, and then is `standard`.
    public mutating func read<Value>(
        _ name: String, default standard: @autoclosure () -> Value, _ body: NodeBody<Value>
    ) -> Value {
        optional(name, body) ?? standard()
    }

    /// What `body` reads from a field that may be left out.
    public mutating func optional<Value>(_ name: String, _ body: NodeBody<Value>) -> Value? {
        guard let child = optionalNode(name) else { return nil }
        let way = path(to: name)
        return attempt { () throws(CardError) in try body(child, way) }
    }

    /// The elements of an array that must be there.
    public mutating func array(_ name: String) -> [JSONNode] {
        node(name).flatMap { array($0, name) } ?? []
    }

    public mutating func optionalArray(_ name: String) -> [JSONNode]? {
        optionalNode(name).flatMap { array($0, name) }
    }

    /// What `body` reads from each element of an array that must be there; elements at fault are
    /// left out, and their faults join this object's.
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

    /// What `body` reads from each member of this object, in order, whatever its name; members at
    /// fault are left out, and their faults are noted.
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
