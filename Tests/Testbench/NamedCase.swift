public import Testing

/// An argument of a test under a name, which a test run prints in place of a long value.
public struct NamedCase<Value: Sendable>: CustomTestStringConvertible, Sendable {
    public let name: String
    public let value: Value

    public init(_ name: String, _ value: Value) {
        self.name = name
        self.value = value
    }

    public var testDescription: String { name }
}
