import BlueHeartDiagnostics
import BlueHeartJSON

/// The source of a figure.
public struct Provenance: Hashable, Sendable {
    public enum Certainty: String, Hashable, Sendable, CaseIterable {
        /// A document or the source code of the network.
        case official
        /// A guide by a third party.
        case secondary
        /// Sources disagree; such a limit gives warnings, never errors.
        case disputed
        /// Derived or chosen by us.
        case own
    }

    public var source: String
    /// Year and month: `2026-11`.
    public var checked: String
    public var certainty: Certainty

    public init(source: String, checked: String, certainty: Certainty) {
        self.source = source
        self.checked = checked
        self.certainty = certainty
    }
}

/// A value of the networks' data with its provenance.
public struct Figure<Value: Sendable>: Sendable {
    public var value: Value
    public var provenance: Provenance

    public init(_ value: Value, _ provenance: Provenance) {
        self.value = value
        self.provenance = provenance
    }

    /// Reads `{"value": …, "source": "…", "checked": "2026-11", "certainty": "official"}`.
    static func read(
        _ node: JSONNode, at path: JSONPath, _ value: NodeBody<Value>
    ) throws(CardError) -> Figure {
        var object = ObjectReader(node, at: path)
        let read = object.node("value").flatMap { child in
            let way = object.path(to: "value")
            return object.attempt { () throws(CardError) in try value(child, way) }
        }
        let source = object.string("source")
        let checked = object.string("checked")
        let certainty = object.choice("certainty", of: Provenance.Certainty.self)
        if object.has("checked"), !isYearAndMonth(checked) {
            object.note(
                "bad-date", "expected a year and a month, found \(quoted(checked))", at: "checked",
                hint: "write it like 2026-11")
        }
        try object.finish()
        guard let read, let certainty else {
            preconditionFailure("a fault of a figure was not noted")
        }
        return Figure(
            read, Provenance(source: source, checked: checked, certainty: certainty))
    }
}

// Conformance in an extension: `Figure` is used with four types of values, and a conformance on the
// type itself is looked up at run time for each, among all types of the program.
extension Figure: Equatable where Value: Equatable {}

extension Figure: Hashable where Value: Hashable {}

private func isYearAndMonth(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-") else { return false }
    let digits = bytes[..<4] + bytes[5...]
    guard digits.allSatisfy(\.isASCIIDigit) else { return false }
    return (1...12).contains(Int(bytes[5] - 48) * 10 + Int(bytes[6] - 48))
}
