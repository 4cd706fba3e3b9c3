import BlueHeartDiagnostics
import BlueHeartJSON
import BlueHeartLanguages
import BlueHeartScenes

/// An enum of the language whose cases are explained one by one.
protocol ExplainedChoice: ChoiceValue, Sendable {
    /// One sentence, without a full stop.
    var summary: String { get }
}

extension ValueType where Value: ExplainedChoice {
    /// One of the words of an enum.
    static func choice(_ type: Value.Type = Value.self) -> ValueType {
        stored(.choices(of: Value.self), standIn: Value.first) {
            node, path, _ throws(CardError) -> Value in
            try readChoice(node, at: path)
        } resolve: { stored, _, _ throws(CardError) in
            stored
        }
    }
}

extension Form {
    static func choices<Choice: ExplainedChoice>(of type: Choice.Type) -> Form {
        .choice(
            Choice.allCases.map { ChoiceForm(value: $0.rawValue, summary: $0.summary) })
    }
}

extension CaseIterable {
    /// The stand-in for an unreadable case.
    static var first: Self {
        guard let first = allCases.first else { preconditionFailure("\(Self.self) has no case") }
        return first
    }
}

/// The case of a string; CSS values get a hint.
func readChoice<Choice: ChoiceValue>(
    _ node: JSONNode, at path: JSONPath, of type: Choice.Type = Choice.self
) throws(CardError) -> Choice {
    do throws(CardError) {
        return try node.choice(at: path)
    } catch {
        guard case .string(let text) = node.value else { throw error }
        let names = Choice.allCases.map(\.rawValue)
        throw error.hinting(ForeignNames.cure(forChoice: text, among: names))
    }
}

extension ValueType where Value == Bool {
    static var flag: ValueType {
        constant(.boolean, standIn: false) { node, path, _ throws(CardError) in
            do throws(CardError) {
                return try node.bool(at: path)
            } catch { throw error.hinting(ForeignNames.cure(forFlag: node)) }
        }
    }
}

extension ValueType where Value == String {
    /// A name of ours: a letter, then letters, digits, - or _.
    static var name: ValueType {
        constant(.text(pattern: Form.namePattern), standIn: "") {
            node, path, _ throws(CardError) in try readName(node, at: path)
        }
    }

    /// A text of one line.
    package static var line: ValueType {
        constant(.text(pattern: #".*\S.*"#), standIn: "") { node, path, _ throws(CardError) in
            try readLine(node, at: path)
        }
    }
}

extension Form {
    static let namePattern = "[A-Za-z][A-Za-z0-9_-]{0,63}"
    static let languagePattern =
        "[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?"
    static let keyPattern = #"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*"#
}

extension ValueType where Value == Language {
    static var language: ValueType {
        constant(
            .text(pattern: Form.languagePattern),
            standIn: Language(tag: "en", direction: .leftToRight)
        ) {
            node, path, _ throws(CardError) in try readLanguageTag(node, at: path)
        }
    }
}
