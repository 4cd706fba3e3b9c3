public import BlueHeartDiagnostics
import BlueHeartJSON
import BlueHeartLanguages

/// A sentence of the words, or one that is the same in all languages.
struct SentenceFields: FieldSet {
    static let fields = Self()
    static let rules: [ObjectRule] = [.oneOf(["words", "text"])]
    let words = Field(
        "words", .key, styles: false, also: ["key", "i18n"], example: #""statement.headline""#,
        "The key of a sentence in the words files")
    let text = Field(
        "text", .literal(.read), styles: false, also: ["content", "value", "label"],
        example: #""Clean water for all""#,
        "A sentence that is the same in all languages, with the same placeholders and marks")
}

/// The text of a code, in which marks are letters like any other.
struct CodeFields: FieldSet {
    static let fields = Self()
    static let rules: [ObjectRule] = SentenceFields.rules
    let words = SentenceFields.fields.words
    let text = Field(
        "text", .literal(.literal), styles: false, also: ["content", "value", "url", "data"],
        example: #""{link.home}""#, "The text of the code, with placeholders")
}

extension ValueType where Value == Sentence {
    fileprivate static var key: ValueType {
        constant(
            .anyOf([.name(.words), .text(pattern: Form.keyPattern)]), standIn: .standIn
        ) { node, path, context throws(CardError) in
            let key = try node.string(at: path)
            guard isKey(key) else {
                throw fault(
                    "bad-name", "\(quoted(key)) cannot be a key of the words", of: node, at: path,
                    hint: "write names with dots between them, like \"statement.headline\"")
            }
            context.findings.uses.append(
                WordUse(
                    key: key, location: node.location, path: path, isPrefix: false,
                    loop: context.loop))
            return Sentence(source: .key(key), location: node.location, path: path, message: nil)
        }
    }

    fileprivate static func literal(_ markup: Markup) -> ValueType {
        constant(.text(pattern: nil), standIn: .standIn) { node, path, _ throws(CardError) in
            let text = try node.string(at: path)
            let message = try readMessage(text, of: node, at: path, markup: markup)
            return Sentence(
                source: .literal(text), location: node.location, path: path, message: message)
        }
    }

    /// `{ "words": key }` or `{ "text": literal }`.
    static var sentence: ValueType {
        object(
            SentenceFields.self, expected: #"{ "words": … } or { "text": … }"#, standIn: .standIn
        ) { reader, fields throws(CardError) in
            reader.sentence(fields.words, fields.text) ?? .standIn
        }.named("sentence", "A sentence: a key of the words, or a text for all languages")
    }
}

extension Sentence {
    /// Stands for a sentence whose fault has been reported.
    static let standIn = Sentence(
        source: .literal(""), location: SourceLocation(file: "", line: 1, column: 1),
        path: JSONPath(), message: Message([]))
}

extension RecordReader {
    /// The sentence of an object, of which there must be just one; nil where it is at fault.
    mutating func sentence(_ words: Field<Sentence>, _ text: Field<Sentence>) -> Sentence? {
        let key = optional(words)
        let literal = optional(text)
        switch (has(words), has(text)) {
        case (false, false):
            note(
                Diagnostic(
                    code: "missing-field", "a sentence is missing", at: location,
                    path: path(to: "words"),
                    hint: "add \"words\": \"key\", or \"text\": \"…\" for the same in all languages"
                ))
            return nil
        case (true, true):
            note(
                "conflicting-fields", "expected either words or text, found both", at: text,
                hint: "remove one of them")
        default: break
        }
        return key ?? literal
    }
}

/// A key of the words that a template needs in every language.
public struct WordUse: Sendable {
    public let key: String
    /// The place where the template names it.
    public let location: SourceLocation
    public let path: JSONPath
    /// True if the keys `1`, `2`, … below it are meant, of which there must be one.
    public let isPrefix: Bool
    /// The repeat around it, whose names its sentence may use.
    let loop: ReadContext.Loop?
}

/// The fault that a key is missing in a language, in the place where the template names it.
func missingWordFault(
    _ key: String, _ words: WordList, at location: SourceLocation, path: JSONPath
) -> Diagnostic {
    let near = nearestName(to: key, in: words.keys).map { "did you mean \(quoted($0))?" }
    return Diagnostic(
        code: "missing-word",
        "the words of \(quoted(words.language.tag)) have no \(quoted(key))", at: location,
        path: path, hint: near ?? "add it to \(words.file)")
}
