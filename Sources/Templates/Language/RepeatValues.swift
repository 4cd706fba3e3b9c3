import BlueHeartDiagnostics
import BlueHeartJSON

/// Times a thing may be repeated by one repeat.
let repeatLimit = 1_000

/// Number of a repeat's items.
enum RepeatCount: Sendable {
    case times(Int)
    /// The value of a number; `limit` is its maximum.
    case value(ValueReference, limit: Int)

    var most: Int {
        switch self {
        case .times(let count), .value(_, let count): count
        }
    }
}

/// The things that a repeat goes over.
enum RepeatEach: Sendable {
    case sentences([Sentence])
    /// The keys `1`, `2`, … below a key of the words.
    case keys(below: String, SourceLocation, JSONPath)
    /// A list parameter, by its index; `limit` is the most items it may have.
    case list(Int, limit: Int)
}

extension ValueType where Value == RepeatCount {
    static var repeatCount: ValueType {
        constant(
            .anyOf([.integer(0...repeatLimit, unit: "times"), .expression(suffixes: [""])]),
            standIn: .times(0)
        ) { node, path, context throws(CardError) in
            guard case .string(let text) = node.value else {
                return .times(try node.integer(at: path, in: 0...repeatLimit, unit: "times"))
            }
            guard let name = nameInBraces(text) else {
                throw node.wrongType(
                    expected: "a whole number or a parameter in braces", at: path)
            }
            let reference = try context.parameter(name, of: .number, node, at: path)
            guard let limit = context.messages.parameter(of: reference)?.maximum,
                limit <= Double(repeatLimit)
            else {
                throw fault(
                    "endless-repeat",
                    "the number \(quoted(name)) has no maximum up to \(repeatLimit)", of: node,
                    at: path, hint: "give the parameter a maximum")
            }
            return .value(reference, limit: max(0, Int(limit)))
        }
    }
}

extension ValueType where Value == RepeatEach {
    static var repeatEach: ValueType {
        constant(
            .anyOf([
                .name(.words), .expression(suffixes: [""]),
                .list(ValueType<Sentence>.sentence.form, count: 1...repeatLimit),
            ]), standIn: .sentences([])
        ) { node, path, context throws(CardError) in
            switch node.value {
            case .string(let text):
                if let name = nameInBraces(text) {
                    return try context.list(name, of: node, at: path)
                }
                return try context.keys(below: text, of: node, at: path)
            case .array(let elements):
                return .sentences(try context.sentences(elements, of: node, at: path))
            default:
                throw node.wrongType(
                    expected:
                        "a key of the words, a list of sentences or a list parameter in braces",
                    at: path)
            }
        }
    }
}

extension ReadContext {
    fileprivate func list(
        _ name: String, of node: JSONNode, at path: JSONPath
    ) throws(CardError) -> RepeatEach {
        guard case .parameter(let index)? = messages.reference(to: name) else {
            throw unknownParameter(name, of: node, at: path)
        }
        let parameter = parameters[index]
        guard parameter.kind == .list else {
            throw fault(
                "wrong-parameter-type",
                "expected a parameter of type list, and \(quoted(name)) is a "
                    + parameter.kind.rawValue, of: node, at: path)
        }
        return .list(index, limit: parameter.itemCount.upperBound)
    }

    fileprivate func keys(
        below prefix: String, of node: JSONNode, at path: JSONPath
    ) throws(CardError) -> RepeatEach {
        guard isKey(prefix) else {
            throw fault(
                "bad-name", "\(quoted(prefix)) cannot be a key of the words", of: node, at: path,
                hint: "write names with dots between them, like \"signs.list\"")
        }
        findings.uses.append(
            WordUse(
                key: prefix, location: node.location, path: path, isPrefix: true, loop: loop))
        return .keys(below: prefix, node.location, path)
    }

    fileprivate func sentences(
        _ elements: [JSONNode], of node: JSONNode, at path: JSONPath
    ) throws(CardError) -> [Sentence] {
        guard (1...repeatLimit).contains(elements.count) else {
            throw fault("empty-list", "expected at least one sentence", of: node, at: path)
        }
        var sentences: [Sentence] = []
        let type = ValueType<Sentence>.sentence
        for (index, element) in elements.enumerated() {
            let written = type.written(element, at: path.appending(.index(index)), self)
            sentences += written.record?.sentence ?? []
        }
        return sentences
    }
}

extension Record {
    /// The sentence of a record with a single field; its type reports the faults.
    fileprivate var sentence: [Sentence] {
        for name in ["words", "text"] {
            if let written = self[name], case .value(let value) = written.content,
                let sentence = value as? Sentence
            {
                return [sentence]
            }
        }
        return []
    }
}

extension Resolver {
    /// The messages of a repeat's turns, where it goes over sentences.
    func messages(of each: RepeatEach) throws(CardError) -> [BoundMessage] {
        var messages: [BoundMessage] = []
        switch each {
        case .list: break
        case .sentences(let sentences):
            for sentence in sentences { messages.append(try message(sentence)) }
        case .keys(let prefix, let location, let path):
            guard let words else { return [BoundMessage("…")] }
            while messages.count < repeatLimit,
                let found = words["\(prefix).\(messages.count + 1)"]
            {
                messages.append(
                    try scope.bind(found.message, at: found.location, path: found.path)
                        .bound(to: turn))
            }
            guard !messages.isEmpty else {
                throw CardError(
                    .template, missingWordFault("\(prefix).1", words, at: location, path: path))
            }
        }
        return messages
    }
}
