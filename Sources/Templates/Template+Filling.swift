public import Diagnostics
public import Requests

extension Template {
    /// Checks what is filled in, and puts it into the card's language.
    ///
    /// - Throws: kind `.data`: every fault, parameters in their order, then unknown names.
    func filled(
        _ filling: ParameterValues, _ kit: Kit, _ words: WordList, _ formats: CardFormats
    ) throws(CardError) -> FilledParameters {
        var faults: [Diagnostic] = []
        var values: [FilledParameters.Value?] = []
        values.reserveCapacity(parameters.count)
        for parameter in parameters {
            let entry = filling.given(parameter.name)
            let standard = entry == nil ? standard(of: parameter, words, &faults) : nil
            guard let text = entry?.value ?? standard else {
                faults += missing(parameter, in: filling)
                values.append(nil)
                continue
            }
            do throws(CardError) {
                let checked = try parameter.check(text, in: kit, form: entry?.form ?? .text)
                var value = FilledParameters.Value(checked, in: words, formats)
                value.isTyped = entry != nil && [.text, .link].contains(parameter.kind)
                values.append(value)
            } catch {
                faults += placed(error.diagnostics, entry)
                values.append(nil)
            }
        }
        for entry in filling.entries
        where !parameters.contains(where: { isSameName($0.name, entry.name) }) {
            faults.append(unknown(entry))
        }
        guard faults.isEmpty else { throw CardError(.data, faults) }
        return FilledParameters(values: values)
    }

    private func standard(
        of parameter: Parameter, _ words: WordList, _ faults: inout [Diagnostic]
    ) -> String? {
        guard let standard = parameter.standard else { return nil }
        guard let sentence = standard.sentence else { return standard.literal }
        if let text = sentence.plainText(in: words) { return text }
        faults += self.faults(of: standard, in: words)
        return nil
    }

    /// What is wrong with a default or an example that the words give.
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

    /// What is wrong with a filling; empty where it would be taken.
    public func faults(of filling: ParameterValues, kit: Kit) -> [Diagnostic] {
        var faults: [Diagnostic] = []
        for parameter in parameters {
            guard let entry = filling.given(parameter.name) else {
                if parameter.standard == nil { faults += missing(parameter, in: filling) }
                continue
            }
            do throws(CardError) {
                _ = try parameter.check(entry.value, in: kit, form: entry.form)
            } catch { faults += placed(error.diagnostics, entry) }
        }
        for entry in filling.entries
        where !parameters.contains(where: { isSameName($0.name, entry.name) }) {
            faults.append(unknown(entry))
        }
        return faults
    }

    private func placed(_ diagnostics: [Diagnostic], _ entry: ParameterValues.Entry?)
        -> [Diagnostic]
    {
        diagnostics.map { diagnostic in
            var placed = diagnostic
            placed.location = entry?.source.location
            return placed
        }
    }

    /// That a parameter is needed, by itself or with another that is filled in.
    private func missing(_ parameter: Parameter, in filling: ParameterValues) -> [Diagnostic] {
        let companion = parameter.requiredWith.flatMap { filling.given($0) == nil ? nil : $0 }
        guard parameter.isRequired || companion != nil else { return [] }
        let reason = companion.map { " with \(quoted($0))" } ?? ""
        let example = parameter.example?.literal.map { ", like \(quoted($0))" } ?? ""
        return [
            Diagnostic(
                code: "missing-parameter",
                "the template \(quoted(name)) needs the parameter \(quoted(parameter.name))\(reason)",
                path: parameter.valuePath, hint: "fill it in\(example)")
        ]
    }

    private func unknown(_ entry: ParameterValues.Entry) -> Diagnostic {
        let names = parameters.map(\.name)
        let near = nearestName(to: entry.name, in: names).map { "did you mean \(quoted($0))?" }
        let none = "the template \(quoted(name)) has no parameters"
        return Diagnostic(
            code: "unknown-parameter",
            "the template \(quoted(name)) has no parameter \(quoted(entry.name))",
            at: entry.source.location, hint: near ?? (names.isEmpty ? none : listed(names)))
    }
}

extension ParameterValues {
    /// What is filled in under a name; a blank counts as nothing.
    fileprivate func given(_ name: String) -> Entry? {
        self[name].flatMap { isBlank($0.value) ? nil : $0 }
    }
}
