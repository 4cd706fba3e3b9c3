/// A JSON value for writing.
public enum JSONValue: Hashable, Sendable {
    /// Written in this order; the caller ensures that no name occurs twice.
    case object([Field])
    case array([JSONValue])
    case string(String)
    /// Finite.
    case number(Double)
    case integer(Int)
    case bool(Bool)
    case null

    public struct Field: Hashable, Sendable {
        public var name: String
        public var value: JSONValue

        public init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }
}

extension JSONValue {
    /// The serialized value, always with the same bytes; ends with a line feed if pretty.
    public func written(_ style: JSONWriter.Style = .pretty) -> String {
        var writer = JSONWriter(style)
        writer.write(self)
        return String(decoding: writer.finish(), as: UTF8.self)
    }

    /// The shortest text of a finite number that reads back the same: `5`, `0.1`, `1e-07`.
    static func text(of number: Double) -> String {
        precondition(number.isFinite, "JSON has no \(number)")
        if let whole = Int(exactly: number), abs(whole) < 1 << 53 { return String(whole) }
        return number.description
    }

    /// An object of the fields that have a value.
    public static func fields(_ fields: [(String, JSONValue?)]) -> JSONValue {
        .object(fields.compactMap { name, value in value.map { Field(name, $0) } })
    }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
    ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { Field($0.0, $0.1) })
    }

    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int) { self = .integer(value) }
    public init(floatLiteral value: Double) { self = .number(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(nilLiteral: ()) { self = .null }
}

extension JSONNode {
    /// The same value without locations; numbers keep their value only.
    public var plain: JSONValue {
        switch value {
        case .object(let members):
            .object(members.map { JSONValue.Field($0.name, $0.value.plain) })
        case .array(let elements): .array(elements.map(\.plain))
        case .string(let text): .string(text)
        case .number(let number):
            Int(exactly: number.value).map { .integer($0) } ?? .number(number.value)
        case .bool(let flag): .bool(flag)
        case .null: .null
        }
    }
}
