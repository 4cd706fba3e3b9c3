package import BlueHeartDiagnostics
package import BlueHeartJSON
import BlueHeartLanguages

/// Refuses a name of ours that is not made of letters and digits.
func checkName(_ member: JSONMember, at path: JSONPath) throws(CardError) {
    guard !isName(member.name) else { return }
    throw CardError(
        .template,
        Diagnostic(
            code: "bad-name", "\(quoted(member.name)) cannot be a name", at: member.nameLocation,
            path: path, hint: "write \(nameRule)"))
}

/// A name of ours in a string.
func readName(_ node: JSONNode, at path: JSONPath) throws(CardError) -> String {
    let text = try node.string(at: path)
    guard isName(text) else {
        throw fault(
            "bad-name", "\(quoted(text)) cannot be a name", of: node, at: path,
            hint: "write \(nameRule)")
    }
    return text
}

/// A text of one line, not empty, at most 4,096 scalars.
package func readLine(_ node: JSONNode, at path: JSONPath) throws(CardError) -> String {
    let text = try node.string(at: path)
    if let refusal = TextRefusal.of(text, allowsLines: false) {
        throw fault(refusal.code, refusal.message, of: node, at: path, hint: refusal.hint)
    }
    guard !isBlank(text) else {
        throw fault("empty-text", "expected some text, found none", of: node, at: path)
    }
    return text
}

/// A BCP 47 tag.
func readLanguageTag(_ node: JSONNode, at path: JSONPath) throws(CardError) -> Language {
    let tag = try node.string(at: path)
    do throws(LanguageFault) {
        return try Language(tag: tag)
    } catch {
        let hint: String? =
            if case .notCanonical(let canonical) = error.reason {
                "write \(quoted(canonical))"
            } else {
                "write a BCP 47 tag, like en, sk or zh-Hans"
            }
        throw fault("unknown-language", languageSentence(error), of: node, at: path, hint: hint)
    }
}

private func languageSentence(_ fault: LanguageFault) -> String {
    switch fault.reason {
    case .malformed:
        "expected a language tag such as sk or zh-Hans, found \(quoted(fault.tag))"
    case .notCanonical(let canonical):
        "expected the language tag \(quoted(canonical)), found \(quoted(fault.tag))"
    case .unknown: "no language is known by the tag \(quoted(fault.tag))"
    }
}

/// A family or a list of them.
func readFamilies(_ node: JSONNode, at path: JSONPath) throws(CardError) -> [String] {
    if case .string = node.value { return [try readLine(node, at: path)] }
    guard case .array(let elements) = node.value else {
        throw node.wrongType(expected: "a font family or a list of them", at: path)
    }
    var families: [String] = []
    for (index, element) in elements.enumerated() {
        families.append(try readLine(element, at: path.appending(.index(index))))
    }
    guard !families.isEmpty else {
        throw fault("empty-list", "expected at least one font family", of: node, at: path)
    }
    return families
}
