import BlueHeartDiagnostics
import BlueHeartJSON
import BlueHeartLanguages

/// The names available to a sentence or an expression.
struct MessageScope: Sendable {
    /// Parameters in the order of the template.
    var parameters: [Parameter]
    /// Texts of the kit by name: `kit.title`, `link.home`, `hashtags`.
    var values: [String: String]
    var loop: ReadContext.Loop?

    /// The parameter of a name; nil if there is none.
    func reference(to name: String) -> ValueReference? {
        if let index = parameters.firstIndex(where: { isSameName($0.name, name) }) {
            return .parameter(index)
        }
        guard let loop else { return nil }
        if isSameName(name, "index") { return .index }
        guard case .list(let list) = loop else { return nil }
        if isSameName(name, "item") {
            return parameters[list].isPlainList ? .item(field: nil) : nil
        }
        guard name.hasASCIIPrefix("item.") else { return nil }
        let field = String(name.dropFirst("item.".count))
        return parameters[list].fields.firstIndex { isSameName($0.name, field) }
            .map { .item(field: $0) }
    }

    /// The declaration of a value; nil for the turn of a repeat.
    func parameter(of reference: ValueReference) -> Parameter? {
        switch reference {
        case .parameter(let index): return parameters[index]
        case .index: return nil
        case .item(let field):
            guard case .list(let list) = loop else { return nil }
            return parameters[list].element(field)
        case .element(let list, _, let field): return parameters[list].element(field)
        }
    }

    /// Names that a sentence may show, for hints.
    var names: [String] {
        parameters.filter { $0.kind != .list }.map(\.name) + loopNames + values.keys.sorted()
    }

    /// Names that an expression may use, for hints.
    var numberNames: [String] {
        parameters.filter { $0.kind == .number }.map(\.name) + loopNames
    }

    private var loopNames: [String] {
        switch loop {
        case nil: []
        case .counted: ["index"]
        case .sentences: ["index", "item"]
        case .list(let list):
            ["index"]
                + (parameters[list].isPlainList
                    ? ["item"] : parameters[list].fields.map { "item.\($0.name)" })
        }
    }
}

// MARK: - Binding

extension MessageScope {
    /// A message with its names looked up.
    ///
    /// - Parameter place: where it was written, for faults.
    func bind(
        _ message: Message, at place: SourceLocation, path: JSONPath
    ) throws(CardError) -> BoundMessage {
        try MessageBinder(scope: self, place: JSONNode(.null, at: place), path: path)
            .bind(message)
    }
}

/// Looks up the names of one message.
private struct MessageBinder {
    let scope: MessageScope
    let place: JSONNode
    let path: JSONPath

    func bind(_ message: Message) throws(CardError) -> BoundMessage {
        var bound = BoundMessage()
        for piece in message.pieces {
            switch piece {
            case .text(let text): bound.append(.text(text))
            case .pluralNumber: bound.append(.pluralNumber)
            case .value(let name): bound.append(try value(name))
            case .plural(let plural): bound.append(try self.plural(plural))
            case .select(let select): bound.append(try self.select(select))
            case .marked(let mark, let inner): bound.append(.marked(mark, try bind(inner)))
            }
        }
        return bound
    }

    private func value(_ name: String) throws(CardError) -> BoundMessage.Part {
        if let reference = scope.reference(to: name) {
            try refuseList(reference, name)
            return .value(reference)
        }
        if case .sentences = scope.loop, isSameName(name, "item") { return .item }
        if isValueName(name), let text = scope.values[name] { return .text(text) }
        throw unknown(name)
    }

    private func refuseList(_ reference: ValueReference, _ name: String) throws(CardError) {
        guard scope.parameter(of: reference)?.kind == .list else { return }
        throw fault(
            "wrong-parameter-type", "\(quoted(name)) is a list, which a sentence cannot show",
            of: place, at: path, hint: "show its items in a repeat over \"{\(name)}\"")
    }

    private func plural(_ plural: Message.Plural) throws(CardError) -> BoundMessage.Part {
        guard let reference = scope.reference(to: plural.name) else { throw unknown(plural.name) }
        if let parameter = scope.parameter(of: reference), parameter.kind != .number {
            throw fault(
                "bad-sentence",
                "plural needs a number, and \(quoted(plural.name)) is a " + parameter.kind.rawValue,
                of: place, at: path,
                hint: "give the parameter the type number, or use select")
        }
        var exact: [(Double, BoundMessage)] = []
        for form in plural.exact { exact.append((form.number, try bind(form.message))) }
        var forms: [BoundMessage.Form] = []
        for form in plural.forms {
            forms.append(
                BoundMessage.Form(
                    category: PluralCategory(rawValue: form.category) ?? .other,
                    message: try bind(form.message)))
        }
        return .plural(.value(reference), offset: plural.offset, exact: exact, forms: forms)
    }

    private func select(_ select: Message.Select) throws(CardError) -> BoundMessage.Part {
        guard let reference = scope.reference(to: select.name), reference != .index else {
            throw unknown(select.name)
        }
        try refuseList(reference, select.name)
        var cases: [(value: String, message: BoundMessage)] = []
        for branch in select.cases {
            cases.append((branch.value, try bind(branch.message)))
        }
        return .select(reference, cases)
    }

    private func unknown(_ name: String) -> CardError {
        let near = nearestName(to: name, in: scope.names).map { "did you mean {\($0)}?" }
        return fault(
            "unknown-placeholder", "nothing is named \(quoted(name)) that a sentence could show",
            of: place, at: path,
            hint: near ?? "add a parameter \(quoted(name)), or write '{' for a brace")
    }
}

/// True for texts that may be looked up in a table of the kit's values: names with dots.
private func isValueName(_ text: String) -> Bool { isKey(text) }
