public import BlueHeartDiagnostics
import BlueHeartJSON
public import BlueHeartLanguages

/// Every sentence of a kit in one language, by key.
public struct WordList: Sendable {
    public let language: Language
    public let file: String
    /// Keys in the order of the file: `statement.headline`.
    public let keys: [String]
    private let sentences: [String: Sentence]

    /// A sentence as it was written.
    public struct Sentence: Sendable {
        public let text: String
        public let location: SourceLocation
        public let path: JSONPath
        let message: Message
        /// The names in its braces, with repetitions: `name`, `kit.title`.
        public var placeholders: [String] { message.names }
    }

    init(language: Language, file: String, keys: [String], sentences: [String: Sentence]) {
        self.language = language
        self.file = file
        self.keys = keys
        self.sentences = sentences
    }

    /// The sentence of a key; nil if it is missing.
    public subscript(key: String) -> Sentence? {
        isKey(key) ? sentences[key] : nil
    }
}

extension WordList {
    /// Reads `words/<language>.json`: an object of sentences and of further objects.
    ///
    /// - Throws: every fault of the file.
    public static func read(
        _ bytes: [UInt8], file: String, language: Language
    ) throws(CardError) -> WordList {
        let root = try JSONDocument.read(bytes, file: file, limits: .words)
        var reader = WordReader()
        reader.readObject(root, at: JSONPath(), prefix: "")
        guard reader.faults.isEmpty else { throw CardError(.template, reader.faults) }
        return WordList(
            language: language, file: file, keys: reader.keys, sentences: reader.sentences)
    }
}

/// An entry of a file of words: a sentence, or an object of further entries.
enum WordEntry {
    /// A name of an entry; names of nested objects joined by dots are a key.
    static let namePattern = "[A-Za-z0-9_-]+"

    static var form: Form {
        .defined(
            "entry",
            "A sentence, or an object of sentences; {name} stands for a parameter, '{' for a brace"
        ) {
            .anyOf([
                .text(pattern: #"[\s\S]{0,\#(MessageParser.limits.scalars)}"#),
                .map(pattern: namePattern, Self.form),
            ])
        }
    }
}

extension JSONLimits {
    /// A kit has many sentences, but they are not nested deep.
    static let words = JSONLimits(bytes: 4 << 20, depth: 16, nodes: 50_000)
}

private struct WordReader {
    var keys: [String] = []
    var sentences: [String: WordList.Sentence] = [:]
    var faults: [Diagnostic] = []

    mutating func readObject(_ node: JSONNode, at path: JSONPath, prefix: String) {
        guard case .object(let members) = node.value else {
            note(node.wrongType(expected: "an object of sentences", at: path))
            return
        }
        for member in members where !(prefix.isEmpty && isSameName(member.name, "$schema")) {
            let way = path.appending(.key(member.name))
            let key = prefix.isEmpty ? member.name : "\(prefix).\(member.name)"
            guard member.name.utf8.allSatisfy(isKeyByte), isKey(key) else {
                note(badKey(member, at: way))
                continue
            }
            readEntry(member.value, at: way, key: key)
        }
    }

    private mutating func readEntry(_ node: JSONNode, at path: JSONPath, key: String) {
        switch node.value {
        case .object: readObject(node, at: path, prefix: key)
        case .string(let text):
            do throws(CardError) {
                let message = try readMessage(text, of: node, at: path)
                keys.append(key)
                sentences[key] = WordList.Sentence(
                    text: text, location: node.location, path: path, message: message)
            } catch { note(error) }
        default: note(node.wrongType(expected: "a sentence or an object of sentences", at: path))
        }
    }

    private func badKey(_ member: JSONMember, at path: JSONPath) -> CardError {
        CardError(
            .template,
            Diagnostic(
                code: "bad-name", "\(quoted(member.name)) cannot be part of a key",
                at: member.nameLocation, path: path,
                hint: "write letters, digits, - and _; dots part the names of nested objects"))
    }

    private mutating func note(_ error: CardError) { faults += error.diagnostics }
}

/// The sentence in a string value; its fault names the character at which it lies.
func readMessage(
    _ text: String, of node: JSONNode, at path: JSONPath, markup: Markup = .read
) throws(CardError) -> Message {
    do throws(MessageFault) {
        return try MessageParser.read(text, markup: markup)
    } catch {
        throw fault(
            error.code, "\(error.message) (at character \(error.offset + 1) of the sentence)",
            of: node, at: path, hint: error.hint)
    }
}
