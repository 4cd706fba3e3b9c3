import Diagnostics
import Drawing
import JSON

extension Scope {
    /// A palette name, hex, or a parameter in braces; each may have an alpha: `ink/70%`.
    func color(_ node: JSONNode, at path: JSONPath, _ notes: Notes) throws(CardError) -> Color {
        guard case .string(let text) = node.value else {
            throw node.wrongType(expected: "a colour", at: path)
        }
        let slash = text.utf8.firstIndex(of: UInt8(ascii: "/"))
        let base = String(text[..<(slash ?? text.utf8.endIndex)])
        let color = try color(named: base, of: node, at: path, notes)
        guard let slash else { return color }
        let alpha = text[text.utf8.index(after: slash)...]
        guard alpha.utf8.last == UInt8(ascii: "%"),
            let percent = plainNumber(String(alpha.dropLast())), (0...100).contains(percent)
        else {
            throw fault(
                "bad-color", "expected an alpha from 0% to 100%, found \(quoted(String(alpha)))",
                of: node, at: path, hint: "write \(quoted(base + "/70%"))")
        }
        return color.fading(by: percent / 100)
    }

    private func color(
        named text: String, of node: JSONNode, at path: JSONPath, _ notes: Notes
    ) throws(CardError) -> Color {
        if text.utf8.first == UInt8(ascii: "#") {
            if let color = Color(hex: text) { return color }
            throw fault(
                "bad-color", "expected a colour like \"#0A2A5E\", found \(quoted(text))", of: node,
                at: path, hint: "write # and 6 hex digits, or 8 with the alpha")
        }
        if let name = nameInBraces(text) {
            return try color(ofParameter: name, of: node, at: path, notes)
        }
        if isName(text), let color = kit.palette[text] { return color }
        throw unknownName(
            "unknown-color", "colour of the palette", text, in: kit.palette.keys.sorted(),
            of: node, at: path, cure: "add it to the palette of the kit")
    }

    private func color(
        ofParameter name: String, of node: JSONNode, at path: JSONPath, _ notes: Notes
    ) throws(CardError) -> Color {
        let index = try parameter(name, of: .color, node, at: path)
        notes.dependsOnFilling = true
        guard let filled else { return .black }
        guard let color = filled.values[index]?.color else {
            throw missingValue(index, of: node, at: path)
        }
        return color
    }

    /// The index of a parameter that must have this type.
    func parameter(
        _ name: String, of kind: Parameter.Kind, _ node: JSONNode, at path: JSONPath
    ) throws(CardError) -> Int {
        guard let index = parameterIndex(name) else {
            throw unknownParameter(name, of: node, at: path)
        }
        guard parameters[index].kind == kind else {
            throw fault(
                "wrong-parameter-type",
                "expected a parameter of type \(kind.rawValue), and \(quoted(name)) is a "
                    + parameters[index].kind.rawValue, of: node, at: path)
        }
        return index
    }

    /// That nothing was filled in where the template needs it.
    func missingValue(_ index: Int, of node: JSONNode, at path: JSONPath) -> CardError {
        let name = parameters[index].name
        return CardError(
            .data,
            Diagnostic(
                code: "missing-parameter",
                "the parameter \(quoted(name)) has no value, and is shown here",
                at: node.location, path: path,
                hint: "fill it in, give it a default, or show this only \"when\": "
                    + "{ \"has\": \(quoted(name)) }"))
    }
}

/// The name in `{name}`; nil where the text is anything else.
func nameInBraces(_ text: String) -> String? {
    guard text.utf8.first == UInt8(ascii: "{"), text.utf8.last == UInt8(ascii: "}") else {
        return nil
    }
    let name = String(text.dropFirst().dropLast())
    return isName(name) ? name : nil
}
