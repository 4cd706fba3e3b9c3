import Diagnostics
import JSON
import Languages

extension Parameter {
    /// What numbers people fill in may be; a template's own are smaller.
    static let numbers = -1e12...1e12

    /// Reads one member of `parameters`.
    static func read(
        _ member: JSONMember, at path: JSONPath, in kit: Kit
    ) throws(CardError) -> Parameter {
        try checkName(member, at: path)
        var object = ObjectReader(member.value, at: path)
        let kind = object.choice("type", of: Kind.self)
        let fields = Fields(of: &object, kind: kind)
        noteClashes(&object, fields, named: member.name)
        let parameter = Parameter(
            name: member.name, kind: kind ?? .text,
            isRequired: object.bool("required", default: false),
            requiredWith: object.optional("requiredWith", readName),
            standard: ownValue("default", of: kind, &object),
            example: ownValue("example", of: kind, &object),
            label: object.optional("label", Sentence.read),
            help: object.optional("help", Sentence.read),
            isPublic: object.bool("public", default: false), allowsLines: fields.allowsLines,
            maxLength: fields.maxLength, minimum: fields.minimum, maximum: fields.maximum,
            choices: fields.choices, earliest: fields.earliest, latest: fields.latest,
            location: member.value.location, path: path)
        try object.finish()
        try parameter.checkOwnValues(member.value, in: kit)
        return parameter
    }

    private static func noteClashes(
        _ object: inout ObjectReader, _ fields: Fields, named name: String
    ) {
        if ["index", "item", "hashtags"].contains(name) {
            object.note(
                Diagnostic(
                    code: "reserved-name", "a parameter cannot be named \(quoted(name))",
                    at: object.location, path: object.path,
                    hint: "sentences use this name already; choose another"))
        }
        if let low = fields.minimum, let high = fields.maximum, low > high {
            object.note("min-above-max", "the minimum is above the maximum", at: "minimum")
        }
        if let first = fields.earliest, let last = fields.latest, last < first {
            object.note("min-above-max", "the earliest day is after the latest", at: "earliest")
        }
    }

    /// Sees that default and example are values the parameter would take.
    private func checkOwnValues(_ node: JSONNode, in kit: Kit) throws(CardError) {
        var faults: [Diagnostic] = []
        for (field, value) in [("default", standard), ("example", example)] {
            guard let text = value?.literal, let place = node[field] else { continue }
            do throws(CardError) {
                _ = try check(text, in: kit)
            } catch {
                for fault in error.diagnostics {
                    faults.append(
                        Diagnostic(
                            code: fault.code, fault.message, at: place.location,
                            path: path.appending(.key(field)), hint: fault.hint))
                }
            }
        }
        if !faults.isEmpty { throw CardError(.template, faults) }
    }
}

/// The fields that belong to one type of parameter only.
private struct Fields {
    var allowsLines = false
    var maxLength: Int?
    var minimum: Double?
    var maximum: Double?
    var choices: [Parameter.Choice] = []
    var earliest: CalendarDay?
    var latest: CalendarDay?

    /// Reads all of them where the type is unknown, so that no other fault hides them.
    init(of object: inout ObjectReader, kind: Parameter.Kind?) {
        if kind == .text || kind == nil {
            allowsLines = object.bool("multiline", default: false)
            maxLength = object.optionalInteger("maxLength", in: 1...4_096)
        }
        if kind == .number || kind == nil {
            minimum = object.optionalNumber("minimum", in: Parameter.numbers)
            maximum = object.optionalNumber("maximum", in: Parameter.numbers)
        }
        if kind == .choice || kind == nil { readChoices(&object, isNeeded: kind == .choice) }
        if kind == .date || kind == nil {
            earliest = object.optional("earliest", readDay)
            latest = object.optional("latest", readDay)
        }
    }

    private mutating func readChoices(_ object: inout ObjectReader, isNeeded: Bool) {
        choices =
            isNeeded
            ? object.each("choices", readChoice) : object.optionalEach("choices", readChoice) ?? []
        if isNeeded, case .array(let elements)? = object.node["choices"]?.value, elements.isEmpty {
            object.note("empty-list", "a choice needs at least one value", at: "choices")
        }
        for (index, choice) in choices.enumerated()
        where choices[..<index].contains(where: { isSameName($0.value, choice.value) }) {
            object.note(
                "duplicate-name", "the value \(quoted(choice.value)) comes twice", at: "choices")
        }
    }
}

private func readChoice(_ node: JSONNode, at path: JSONPath) throws(CardError) -> Parameter.Choice {
    if case .string = node.value {
        return Parameter.Choice(value: try readChoiceValue(node, at: path), label: nil)
    }
    guard case .object = node.value else {
        throw node.wrongType(expected: "a value, or an object with value and label", at: path)
    }
    var object = ObjectReader(node, at: path)
    let value = object.read("value", orStandIn: "", readChoiceValue)
    let label = object.optional("label", Sentence.read)
    try object.finish()
    return Parameter.Choice(value: value, label: label)
}

/// Letters, digits, - and _, as it stands in sentences' `select` and in file names.
private func readChoiceValue(_ node: JSONNode, at path: JSONPath) throws(CardError) -> String {
    let text = try node.string(at: path)
    guard (1...64).contains(text.utf8.count), text.utf8.allSatisfy(isKeyByte) else {
        throw fault(
            "bad-name", "\(quoted(text)) cannot be a value of a choice", of: node, at: path,
            hint: "write letters, digits, - and _; what people read goes into a label")
    }
    return text
}

private func readDay(_ node: JSONNode, at path: JSONPath) throws(CardError) -> CalendarDay {
    let text = try node.string(at: path)
    guard let day = CalendarDay(iso8601: text) else {
        throw fault(
            "bad-date", "expected a day, found \(quoted(text))", of: node, at: path,
            hint: "write year, month and day, like \"2026-07-30\"")
    }
    return day
}

/// A default or an example; a text's may be a sentence.
private func ownValue(
    _ field: String, of kind: Parameter.Kind?, _ object: inout ObjectReader
) -> OwnValue? {
    if kind == .text || kind == nil, case .object? = object.node[field]?.value {
        return object.optional(field, Sentence.read).map { .sentence($0) }
    }
    return object.optional(field, readValue).map { .literal($0) }
}

/// A string, or a number as it is written.
private func readValue(_ node: JSONNode, at path: JSONPath) throws(CardError) -> String {
    switch node.value {
    case .string(let text): return text
    case .number(let number): return number.text
    default: throw node.wrongType(expected: "a string or a number", at: path)
    }
}

extension Sentence {
    /// Reads `{ "words": key }` or `{ "text": literal }`.
    static func read(_ node: JSONNode, at path: JSONPath) throws(CardError) -> Sentence {
        guard case .object = node.value else {
            throw node.wrongType(expected: "{ \"words\": … } or { \"text\": … }", at: path)
        }
        var object = ObjectReader(node, at: path)
        let sentence = read(from: &object)
        try object.finish()
        guard let sentence else {
            throw fault("wrong-type", "expected a sentence", of: node, at: path)
        }
        return sentence
    }

    /// Reads the fields `words` and `text` of an object, of which there must be just one.
    ///
    /// - Parameter markup: of a literal; marks in words are always read.
    static func read(from object: inout ObjectReader, markup: Markup = .read) -> Sentence? {
        let key = object.optional("words", readKey)
        let literal = object.optional("text") { node, path throws(CardError) in
            try readLiteral(node, at: path, markup)
        }
        switch (object.node["words"], object.node["text"]) {
        case (nil, nil):
            if case .object = object.node.value { noteNoSentence(&object) }
            return nil
        case (.some, let second?):
            object.note(
                Diagnostic(
                    code: "conflicting-fields", "expected either words or text, found both",
                    at: second.location, path: object.path(to: "text"), hint: "remove one of them"))
        default: break
        }
        return key ?? literal
    }

    private static func noteNoSentence(_ object: inout ObjectReader) {
        object.note(
            Diagnostic(
                code: "missing-field", "a sentence is missing", at: object.location,
                path: object.path(to: "words"),
                hint: "add \"words\": \"key\", or \"text\": \"…\" for the same in all languages"))
    }
}

private func readKey(_ node: JSONNode, at path: JSONPath) throws(CardError) -> Sentence {
    let key = try node.string(at: path)
    guard isKey(key) else {
        throw fault(
            "bad-name", "\(quoted(key)) cannot be a key of the words", of: node, at: path,
            hint: "write names with dots between them, like \"statement.headline\"")
    }
    return Sentence(source: .key(key), location: node.location, path: path, message: nil)
}

private func readLiteral(
    _ node: JSONNode, at path: JSONPath, _ markup: Markup
) throws(CardError) -> Sentence {
    let text = try node.string(at: path)
    let message = try readMessage(text, of: node, at: path, markup: markup)
    return Sentence(source: .literal(text), location: node.location, path: path, message: message)
}
