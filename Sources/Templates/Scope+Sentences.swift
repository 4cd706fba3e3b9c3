public import Diagnostics
import JSON
import Languages

/// A key of the words that a template needs in every language.
public struct WordUse: Sendable {
    public let key: String
    /// Where the template names it.
    public let location: SourceLocation
    public let path: JSONPath
    /// Whether the keys `1`, `2`, … below it are meant, of which there must be one.
    public let isPrefix: Bool
    /// Names that stand for something here beside parameters: `index`, `item`.
    let locals: [String]
}

extension Scope {
    /// The sentence with its names looked up.
    func speech(_ sentence: Sentence, _ notes: Notes) throws(CardError) -> Speech {
        switch sentence.source {
        case .literal:
            let node = JSONNode(.null, at: sentence.location)
            return try speech(sentence.message ?? Message([]), of: node, at: sentence.path)
        case .key(let key):
            notes.uses.append(
                WordUse(
                    key: key, location: sentence.location, path: sentence.path, isPrefix: false,
                    locals: localNames))
            guard let words else { return Speech("…") }
            guard let found = words[key] else { throw missingWord(sentence, key, words) }
            return try speech(
                found.message, of: JSONNode(.null, at: found.location), at: found.path)
        }
    }

    var localNames: [String] {
        (locals.index == nil ? [] : ["index"]) + (locals.item == nil ? [] : ["item"])
    }

    private func missingWord(_ sentence: Sentence, _ key: String, _ words: WordList) -> CardError {
        CardError(
            .template,
            missingWordFault(
                key, words, at: sentence.location, path: sentence.path))
    }

    /// Looks up the names of a message; `node` is where it was written.
    func speech(
        _ message: Message, of node: JSONNode, at path: JSONPath
    ) throws(CardError) -> Speech {
        var speech = Speech()
        for piece in message.pieces {
            switch piece {
            case .text(let text): speech.append(.text(text))
            case .pluralNumber: speech.append(.pluralNumber)
            case .value(let name): speech.append(try value(name, of: node, at: path))
            case .plural(let plural): speech.append(try self.plural(plural, of: node, at: path))
            case .select(let select): speech.append(try self.select(select, of: node, at: path))
            case .marked(let mark, let message):
                speech.append(.marked(mark, try self.speech(message, of: node, at: path)))
            }
        }
        return speech
    }

    private func value(
        _ name: String, of node: JSONNode, at path: JSONPath
    ) throws(CardError) -> Speech {
        var speech = Speech()
        if let index = parameterIndex(name) {
            speech.append(.value(index))
        } else if name == "index", let index = locals.index {
            speech.append(.text(String(index)))
        } else if name == "item", let item = locals.item {
            speech.append(item)
        } else if let text = kit.sentenceValues[name] {
            speech.append(.text(text))
        } else {
            throw unknownPlaceholder(name, of: node, at: path)
        }
        return speech
    }

    private func plural(
        _ plural: Message.Plural, of node: JSONNode, at path: JSONPath
    ) throws(CardError) -> Speech.Part {
        let quantity: Speech.Quantity
        if let index = parameterIndex(plural.name) {
            guard parameters[index].kind == .number else {
                throw fault(
                    "bad-sentence",
                    "plural needs a number, and \(quoted(plural.name)) is a "
                        + parameters[index].kind.rawValue, of: node, at: path,
                    hint: "give the parameter the type number, or use select")
            }
            quantity = .parameter(index)
        } else if plural.name == "index", let index = locals.index {
            quantity = .fixed(Double(index))
        } else {
            throw unknownPlaceholder(plural.name, of: node, at: path)
        }
        var exact: [(Double, Speech)] = []
        for form in plural.exact {
            exact.append((form.number, try speech(form.message, of: node, at: path)))
        }
        var forms: [Speech.Form] = []
        for form in plural.forms {
            let category = PluralCategory(rawValue: form.category) ?? .other
            forms.append(
                Speech.Form(
                    category: category, speech: try speech(form.message, of: node, at: path)))
        }
        return .plural(quantity, offset: plural.offset, exact: exact, forms: forms)
    }

    private func select(
        _ select: Message.Select, of node: JSONNode, at path: JSONPath
    ) throws(CardError) -> Speech.Part {
        guard let index = parameterIndex(select.name) else {
            throw unknownPlaceholder(select.name, of: node, at: path)
        }
        var cases: [(value: String, speech: Speech)] = []
        for branch in select.cases {
            cases.append((branch.value, try speech(branch.message, of: node, at: path)))
        }
        return .select(index, cases)
    }

    /// The index of a parameter; nil where there is none of that name.
    func parameterIndex(_ name: String) -> Int? {
        parameters.firstIndex { isSameName($0.name, name) }
    }

    private func unknownPlaceholder(
        _ name: String, of node: JSONNode, at path: JSONPath
    ) -> CardError {
        let known = parameters.map(\.name) + localNames + kit.sentenceValues.keys.sorted()
        let near = nearestName(to: name, in: known).map { "did you mean {\($0)}?" }
        return fault(
            "unknown-placeholder", "nothing is named \(quoted(name)) that a sentence could show",
            of: node, at: path,
            hint: near ?? "add a parameter \(quoted(name)), or write '{' for a brace")
    }
}

/// That a key is missing in a language, told where the template names it.
func missingWordFault(
    _ key: String, _ words: WordList, at location: SourceLocation, path: JSONPath
) -> Diagnostic {
    let near = nearestName(to: key, in: words.keys).map { "did you mean \(quoted($0))?" }
    return Diagnostic(
        code: "missing-word",
        "the words of \(quoted(words.language.tag)) have no \(quoted(key))", at: location,
        path: path, hint: near ?? "add it to \(words.file)")
}
