public import BlueHeartDiagnostics
import BlueHeartJSON

extension Template {
    /// Parameters that nothing in the template, its words or the kit's variants uses.
    ///
    /// - Parameter words: those of all languages of the kit.
    public func unusedParameters(words: [WordList], kit: Kit) -> [Diagnostic] {
        var used = NamesInUse()
        for root in places.roots { used.add(root) }
        for use in uses {
            for list in words {
                for key in list.keys(of: use) {
                    for name in list[key]?.placeholders ?? [] { used.add(named: name) }
                }
            }
        }
        for variant in kit.variants {
            for name in variant.condition?.parameterNames ?? [] { used.add(named: name) }
        }
        return parameters.filter { !used.names.contains($0.name) }.map { parameter in
            Diagnostic(
                .warning, code: "unused-parameter",
                "nothing uses the parameter \(quoted(parameter.name))",
                at: parameter.location, path: parameter.path,
                hint: "write {\(parameter.name)} in a text or a number, ask for it in a condition, "
                    + "or remove it")
        }
    }
}

extension WordList {
    /// The beginning of the keys of a supporters' page.
    public static let pagePrefix = "page."

    /// The keys of this list that a template means by one use.
    fileprivate func keys(of use: WordUse) -> [String] {
        use.isPrefix ? keys.filter { $0.utf8.starts(with: (use.key + ".").utf8) } : [use.key]
    }

    /// Keys that none of some templates uses.
    ///
    /// Those of a supporters' page are left out.
    ///
    /// - Parameter kit: the kit of the words, whose own sentences count.
    public func unusedKeys(of templates: [Template], kit: Kit) -> [Diagnostic] {
        var used: Set<String> = []
        for use in templates.flatMap(\.uses) + kit.wordUses { used.formUnion(keys(of: use)) }
        let unused = keys.filter { key in
            !used.contains(key) && !key.utf8.starts(with: Self.pagePrefix.utf8)
        }
        return unused.map { key in
            Diagnostic(
                .warning, code: "unused-words", "no template uses the words \(quoted(key))",
                at: self[key]?.location, path: self[key]?.path ?? JSONPath(),
                hint: "remove them in every language, or name the key in a template")
        }
    }
}

/// Names of parameters in the values of a file.
///
/// Every name in braces and in conditions counts, so that a name may be missed as unused, and none
/// is called unused wrongly.
private struct NamesInUse {
    private(set) var names: Set<String> = []

    mutating func add(named name: String) {
        names.insert(String(name.split(separator: ".").first ?? ""))
    }

    mutating func add(_ node: JSONNode) {
        switch node.value {
        case .string(let text): addNames(inBracesOf: text)
        case .array(let elements): for element in elements { add(element) }
        case .object(let members):
            for member in members {
                if member.name == ConditionFields.fields.has.name { addStrings(of: member.value) }
                if member.name == ConditionFields.fields.is.name,
                    case .object(let pairs) = member.value.value
                {
                    for pair in pairs { add(named: pair.name) }
                }
                add(member.value)
            }
        default: break
        }
    }

    private mutating func addStrings(of node: JSONNode) {
        switch node.value {
        case .string(let text): add(named: text)
        case .array(let elements): for element in elements { addStrings(of: element) }
        default: break
        }
    }

    private mutating func addNames(inBracesOf text: String) {
        guard let first = text.utf8.firstIndex(of: UInt8(ascii: "{")) else { return }
        let isNameByte = { (byte: UInt8) in
            byte.isASCIILetterOrDigit || "-._".utf8.contains(byte)
        }
        var depth = 0
        var rest = text.utf8[first...]
        while let byte = rest.first {
            if byte == UInt8(ascii: "{") { depth += 1 }
            if byte == UInt8(ascii: "}") { depth -= 1 }
            let word = rest.prefix(while: isNameByte)
            if depth > 0, !word.isEmpty { add(named: String(decoding: word, as: UTF8.self)) }
            rest = rest.dropFirst(max(1, word.count))
        }
    }
}

extension TemplateCondition {
    /// The parameters that the condition asks for.
    fileprivate var parameterNames: [String] {
        switch self {
        case .has(let names): names
        case .equals(let pairs): pairs.map(\.name)
        case .not(let other): other.parameterNames
        case .any(let others), .all(let others): others.flatMap(\.parameterNames)
        case .direction, .language, .placement, .aspect, .width, .height: []
        }
    }
}
