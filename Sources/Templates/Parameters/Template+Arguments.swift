public import BlueHeartDiagnostics
public import BlueHeartRequests

extension Template {
    /// Checks the values of a request, and puts them into the card's language.
    ///
    /// - Throws: kind `.data`: every fault, parameters in their order, then unknown names.
    func arguments(
        _ values: ParameterValues, _ kit: Kit, _ words: WordList, _ formats: CardFormats
    ) throws(CardError) -> Arguments {
        var builder = ArgumentBuilder(
            template: self, values: values, kit: kit, words: words, formats: formats)
        return try builder.arguments()
    }

    /// The faults of a request's values; empty where they would be taken.
    public func faults(of values: ParameterValues, kit: Kit) -> [Diagnostic] {
        var checker = ArgumentBuilder(template: self, values: values, kit: kit)
        return checker.faultsOfValues()
    }

    /// The faults of a default or an example that the words give.
    func faults(of value: OwnValue, in words: WordList) -> [Diagnostic] {
        guard let sentence = value.sentence, case .key(let key) = sentence.source else {
            return []
        }
        guard let found = words[key] else {
            return [missingWordFault(key, words, at: sentence.location, path: sentence.path)]
        }
        guard sentence.plainText(in: words) == nil else { return [] }
        return [
            Diagnostic(
                code: "bad-sentence", "a default or an example cannot have placeholders",
                at: found.location, path: found.path, hint: "write it without braces")
        ]
    }
}

/// Makes the arguments of one card, or finds what is wrong with its values.
private struct ArgumentBuilder {
    let template: Template
    let values: ParameterValues
    let kit: Kit
    /// Nil where values are checked only.
    var words: WordList?
    var formats: CardFormats?
    private var faults: [Diagnostic] = []

    init(
        template: Template, values: ParameterValues, kit: Kit, words: WordList? = nil,
        formats: CardFormats? = nil
    ) {
        self.template = template
        self.values = values
        self.kit = kit
        self.words = words
        self.formats = formats
    }

    mutating func arguments() throws(CardError) -> Arguments {
        var arguments = Arguments(values: template.parameters.map { argument($0) })
        noteUnknownNames()
        addFormulas(to: &arguments)
        guard faults.isEmpty else { throw CardError(.data, faults) }
        return arguments
    }

    mutating func faultsOfValues() -> [Diagnostic] {
        for parameter in template.parameters { check(parameter) }
        noteUnknownNames()
        return faults
    }
}

// MARK: - One parameter

extension ArgumentBuilder {
    private mutating func argument(_ parameter: Parameter) -> Argument? {
        if parameter.kind == .list { return list(parameter) }
        let entry = values.given(parameter.name)
        if entry == nil, parameter.formula != nil { return nil }
        let standard = entry == nil ? standard(of: parameter) : nil
        guard let text = entry?.value ?? standard else {
            noteMissing(parameter)
            return nil
        }
        return argument(text, parameter, entry, named: parameter.name)
    }

    /// - Parameter entry: nil for a default.
    private mutating func argument(
        _ text: String, _ parameter: Parameter, _ entry: ParameterValues.Entry?,
        named name: String
    ) -> Argument? {
        do throws(CardError) {
            let checked = try parameter.check(
                text, in: kit, form: entry?.form ?? .text, named: name)
            guard let formats else { return nil }
            return Argument(checked, of: parameter, in: words, formats, isGiven: entry != nil)
        } catch {
            faults += error.diagnostics.map { diagnostic in
                var placed = diagnostic
                placed.location = entry?.source.location
                return placed
            }
            return nil
        }
    }

    private mutating func check(_ parameter: Parameter) {
        if parameter.kind == .list {
            _ = list(parameter)
            return
        }
        guard let entry = values.given(parameter.name) else {
            if parameter.standard == nil { noteMissing(parameter) }
            return
        }
        _ = argument(entry.value, parameter, entry, named: parameter.name)
    }

    private mutating func standard(of parameter: Parameter) -> String? {
        guard let standard = parameter.standard else { return nil }
        guard let sentence = standard.sentence else { return standard.literal }
        guard let words else { return nil }
        if let text = sentence.plainText(in: words) { return text }
        faults += template.faults(of: standard, in: words)
        return nil
    }

    /// Notes that a parameter is needed, by itself or with another that has a value.
    private mutating func noteMissing(_ parameter: Parameter) {
        let companion = parameter.requiredWith.flatMap { values.given($0) == nil ? nil : $0 }
        guard parameter.isRequired || companion != nil else { return }
        let reason = companion.map { " with \(quoted($0))" } ?? ""
        let name = parameter.kind == .list ? parameter.name(ofItem: 1, field: 0) : parameter.name
        let example = parameter.example?.literal.map { ", like \(quoted($0))" } ?? ""
        faults.append(
            Diagnostic(
                code: "missing-parameter",
                "the template \(quoted(template.name)) needs the parameter \(quoted(name))\(reason)",
                path: parameter.valuePath, hint: "fill it in\(example)"))
    }
}

// MARK: - Lists

extension ArgumentBuilder {
    private mutating func list(_ parameter: Parameter) -> Argument? {
        if let entry = values.given(parameter.name) {
            return argument(entry.value, parameter, entry, named: parameter.name)
        }
        let given = values.items(of: parameter)
        guard let last = given.keys.max() else { return standardList(parameter) }
        guard last <= parameter.itemCount.upperBound else {
            note(parameter.wrongCount(last), at: given[last]?.first)
            return nil
        }
        let items = (1...last).map { item(parameter, $0, given[$0] ?? []) }
        noteCount(parameter, last, at: given[last]?.first)
        return Argument(items: items)
    }

    private mutating func standardList(_ parameter: Parameter) -> Argument? {
        guard case .items(let items)? = parameter.standard else {
            noteMissing(parameter)
            if parameter.isRequired { return nil }
            noteCount(parameter, 0, at: nil)
            return nil
        }
        return Argument(
            items: items.enumerated().map { index, values in
                parameter.fields.indices.map { field in
                    guard let value = values.first(where: { $0.field == field }) else {
                        return nil
                    }
                    return argument(
                        value.text, parameter.fields[field], nil,
                        named: parameter.name(ofItem: index + 1, field: field))
                }
            })
    }

    private mutating func item(
        _ parameter: Parameter, _ item: Int, _ entries: [ParameterValues.Entry]
    ) -> [Argument?] {
        guard !entries.isEmpty else {
            faults.append(
                Diagnostic(
                    code: "list-gap",
                    "the list \(quoted(parameter.name)) has no item \(item), and items after it",
                    path: parameter.valuePath,
                    hint: "give \(parameter.name(ofItem: item, field: 0)), or number the items "
                        + "without gaps"))
            return parameter.fields.map { _ in nil }
        }
        return parameter.fields.indices.map { field in
            let declared = parameter.fields[field]
            let name = parameter.name(ofItem: item, field: field)
            if let entry = entries.first(where: { isSameName($0.name, name) }) {
                return argument(entry.value, declared, entry, named: name)
            }
            if let standard = standard(of: declared) {
                return argument(standard, declared, nil, named: name)
            }
            if declared.isRequired { noteMissingField(name, of: parameter) }
            return nil
        }
    }

    private mutating func noteMissingField(_ name: String, of parameter: Parameter) {
        faults.append(
            Diagnostic(
                code: "missing-parameter",
                "the template \(quoted(template.name)) needs the parameter \(quoted(name))",
                path: parameter.valuePath, hint: "fill it in"))
    }

    private mutating func noteCount(
        _ parameter: Parameter, _ count: Int, at entry: ParameterValues.Entry?
    ) {
        if !parameter.itemCount.contains(count) { note(parameter.wrongCount(count), at: entry) }
    }

    private mutating func note(_ fault: Diagnostic, at entry: ParameterValues.Entry?) {
        var placed = fault
        placed.location = entry?.source.location
        faults.append(placed)
    }
}

extension ParameterValues {
    /// The entry of a name; a blank value is ignored.
    fileprivate func given(_ name: String) -> Entry? {
        self[name].flatMap { isBlank($0.value) ? nil : $0 }
    }

    /// The values of a list's items by number; blank values are ignored.
    fileprivate func items(of list: Parameter) -> [Int: [Entry]] {
        var items: [Int: [Entry]] = [:]
        for entry in entries where !isBlank(entry.value) {
            guard let name = ItemName(entry.name), isSameName(name.list, list.name),
                list.fields.contains(where: { isSameName($0.name, name.field) })
            else { continue }
            items[name.item, default: []].append(entry)
        }
        return items
    }
}

// MARK: - Unknown names

extension ArgumentBuilder {
    private mutating func noteUnknownNames() {
        for entry in values.entries where template.parameters.parameter(named: entry.name) == nil {
            faults.append(unknown(entry))
        }
    }

    private func unknown(_ entry: ParameterValues.Entry) -> Diagnostic {
        let names = template.parameters.flatMap { parameter -> [String] in
            guard parameter.kind == .list, !parameter.fields.isEmpty else {
                return [parameter.name]
            }
            let item = ItemName(entry.name)?.item ?? 1
            return parameter.fields.indices.map { parameter.name(ofItem: item, field: $0) }
        }
        let near = nearestName(to: entry.name, in: names).map { "did you mean \(quoted($0))?" }
        let none = "the template \(quoted(template.name)) has no parameters"
        return Diagnostic(
            code: "unknown-parameter",
            "the template \(quoted(template.name)) has no parameter \(quoted(entry.name))",
            at: entry.source.location, hint: near ?? (names.isEmpty ? none : listed(names)))
    }
}

// MARK: - Numbers that depend on others

extension ArgumentBuilder {
    /// Works out the defaults that are expressions, in an order in which each has what it needs.
    private mutating func addFormulas(to arguments: inout Arguments) {
        guard faults.isEmpty else { return }
        for index in template.formulaOrder where arguments.values[index] == nil {
            let parameter = template.parameters[index]
            guard let formula = parameter.formula, let formats else { continue }
            guard let result = value(of: formula, parameter, arguments) else { continue }
            do throws(CardError) {
                let checked = try parameter.check(
                    result, at: parameter.location, path: parameter.path)
                arguments.values[index] = Argument(
                    .number(checked), of: parameter, in: words, formats, isGiven: false)
            } catch { faults += error.diagnostics }
        }
    }

    private mutating func value(
        of formula: Expression, _ parameter: Parameter, _ arguments: Arguments
    ) -> Double? {
        do throws(EvaluationFault) {
            return try formula.evaluated { reference throws(EvaluationFault) in
                guard let number = arguments[reference]?.number else { throw .missing(reference) }
                return number
            }
        } catch {
            note(error, of: parameter)
            return nil
        }
    }

    /// A missing value leaves the number out, as if it had no default.
    private mutating func note(_ fault: EvaluationFault, of parameter: Parameter) {
        guard case .divisionByZero = fault else { return noteMissing(parameter) }
        faults +=
            divisionByZero(
                of: parameter.location, at: parameter.path.appending(.key("default"))
            ).diagnostics
    }
}
