public import BlueHeartDiagnostics

/// A value of a JSON document with its location.
///
/// Not `Hashable`: comparing Swift strings takes quadratic time on long runs of combining marks,
/// and these strings are untrusted.
public struct JSONNode: Sendable {
    public enum Value: Sendable {
        /// Members in the order of the file, without duplicate names.
        case object([JSONMember])
        case array([JSONNode])
        case string(String)
        case number(JSONNumber)
        case bool(Bool)
        case null
    }

    public let value: Value
    public let location: SourceLocation

    public init(_ value: Value, at location: SourceLocation) {
        self.value = value
        self.location = location
    }
}

/// A name and its value in a JSON object.
public struct JSONMember: Sendable {
    public let name: String
    public let nameLocation: SourceLocation
    public let value: JSONNode

    public init(name: String, nameLocation: SourceLocation, value: JSONNode) {
        self.name = name
        self.nameLocation = nameLocation
        self.value = value
    }
}

/// A number as text and as value.
public struct JSONNumber: Sendable {
    /// Finite; the nearest double to the text.
    public let value: Double
    /// The text in the file: `1e3`.
    public let text: String

    public init(value: Double, text: String) {
        self.value = value
        self.text = text
    }
}

extension JSONNode {
    /// The value of the member `name`; nil if this is not an object or has no such member.
    ///
    /// - Cost: visits every member; names are compared by their bytes.
    public subscript(name: String) -> JSONNode? {
        guard case .object(let members) = value else { return nil }
        // By index: an iterated member is copied, which costs six reference counts.
        for index in members.indices where isSameName(members[index].name, name) {
            return members[index].value
        }
        return nil
    }

    /// Type and text for messages: `a string "12"`, `the number 5`, `an array`.
    public var kindAndText: String {
        switch value {
        case .object: "an object"
        case .array: "an array"
        case .string(let text): "the string \(quoted(text))"
        case .number(let number): "the number \(number.text)"
        case .bool(let flag): flag ? "true" : "false"
        case .null: "null"
        }
    }
}
