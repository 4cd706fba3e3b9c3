import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartJSON

/// A colour as a template writes it: `ink`, `ink/70%`, `#0A2A5E`, `{accent}`.
struct ColorValue: Computable {
    enum Base: Sendable {
        case fixed(Color)
        /// A name of the palette, whose colour a variant may change.
        case palette(String)
        case value(ValueReference)
    }

    var base: Base
    /// Alpha in hundredths; nil for the colour's own.
    var alpha: NumberValue?

    var isComputed: Bool {
        if case .value = base { true } else { alpha?.isComputed == true }
    }
}

extension ValueType where Value == Color {
    static var color: ValueType {
        stored(.color, standIn: .black) { node, path, context throws(CardError) -> ColorValue in
            try ColorValue.read(node, at: path, context)
        } resolve: { stored, written, resolver throws(CardError) in
            try resolver.color(stored, at: written)
        }
    }
}

extension Form {
    static var color: Form {
        .defined(
            "color",
            "A name of the palette or `#RRGGBB`, with an alpha after a slash: `ink/70%`; or a "
                + "parameter in braces: `{accent}`"
        ) {
            .anyOf([
                .name(.colors),
                .text(
                    pattern: #"(#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})|\{[^{}]+\})"#
                        + KitNames.alphaPattern),
            ])
        }
    }
}

extension Resolver {
    func color(_ value: ColorValue, at written: Written) throws(CardError) -> Color {
        let base: Color
        switch value.base {
        case .fixed(let color): base = color
        case .palette(let name): base = kit.palette[name] ?? .black
        case .value(let reference):
            let bound = reference.bound(to: turn)
            guard let color = arguments?[bound]?.color else {
                throw missingValue(bound, at: written.location, path: written.path)
            }
            base = color
        }
        guard let alpha = value.alpha else { return base }
        return base.fading(by: try number(alpha, in: 0...100, unit: "%", at: written) / 100)
    }
}

// MARK: - Reading

extension ColorValue {
    fileprivate static func read(
        _ node: JSONNode, at path: JSONPath, _ context: ReadContext
    ) throws(CardError) -> ColorValue {
        guard case .string(let text) = node.value else {
            throw node.wrongType(expected: "a colour", at: path)
        }
        let slash = text.utf8.firstIndex(of: UInt8(ascii: "/"))
        let base = String(text[..<(slash ?? text.utf8.endIndex)])
        var value = ColorValue(
            base: try readBase(base, of: node, at: path, context))
        guard let slash else { return value }
        let alpha = String(text[text.utf8.index(after: slash)...])
        value.alpha = try readAlpha(alpha, after: base, of: node, at: path, context)
        return value
    }

    private static func readAlpha(
        _ text: String, after base: String, of node: JSONNode, at path: JSONPath,
        _ context: ReadContext
    ) throws(CardError) -> NumberValue {
        if let braced = BracedText(text), isSameName(braced.suffix, "%") {
            return try context.number(braced.inner, of: node, at: path, in: 0...100, unit: "%")
        }
        guard text.utf8.last == UInt8(ascii: "%"),
            let percent = plainNumber(String(text.dropLast())), (0...100).contains(percent)
        else {
            throw fault(
                "bad-color", "expected an alpha from 0% to 100%, found \(quoted(text))",
                of: node, at: path, hint: "write \(quoted(base + "/70%"))")
        }
        return .fixed(percent)
    }

    private static func readBase(
        _ text: String, of node: JSONNode, at path: JSONPath, _ context: ReadContext
    ) throws(CardError) -> Base {
        if text.utf8.first == UInt8(ascii: "#") {
            if let color = Color(hex: text) { return .fixed(color) }
            throw fault(
                "bad-color", "expected a colour like \"#0A2A5E\", found \(quoted(text))", of: node,
                at: path,
                hint: ForeignNames.cure(forColor: text)
                    ?? "write # and 6 hex digits, or 8 with the alpha")
        }
        if let name = nameInBraces(text) {
            return .value(try context.parameter(name, of: .color, node, at: path))
        }
        if isName(text), context.kit.palette[text] != nil { return .palette(text) }
        if let cure = ForeignNames.cure(forColor: text) {
            throw fault(
                "bad-color", "expected a colour of the palette or in hex, found \(quoted(text))",
                of: node, at: path, hint: cure)
        }
        throw unknownName(
            "unknown-color", "colour of the palette", text, in: context.kit.palette.keys.sorted(),
            of: node, at: path, cure: "add it to the palette of the kit")
    }
}

/// The name in `{name}`; nil where the text is anything else.
func nameInBraces(_ text: String) -> String? {
    guard let braced = BracedText(text), braced.suffix.isEmpty else { return nil }
    let parts = braced.inner.utf8.split(separator: UInt8(ascii: "."), maxSplits: 1)
    guard parts.allSatisfy({ isName(String(decoding: $0, as: UTF8.self)) }), !parts.isEmpty
    else { return nil }
    return braced.inner
}

extension ReadContext {
    /// The value of a parameter that must have this type.
    func parameter(
        _ name: String, of kind: Parameter.Kind, _ node: JSONNode, at path: JSONPath
    ) throws(CardError) -> ValueReference {
        guard let reference = messages.reference(to: name), reference != .index else {
            throw unknownParameter(name, of: node, at: path)
        }
        guard let parameter = messages.parameter(of: reference), parameter.kind == kind else {
            let found = messages.parameter(of: reference)?.kind.rawValue ?? "number"
            throw fault(
                "wrong-parameter-type",
                "expected a parameter of type \(kind.rawValue), and \(quoted(name)) is a "
                    + found, of: node, at: path)
        }
        return reference
    }

    func unknownParameter(_ name: String, of node: JSONNode, at path: JSONPath) -> CardError {
        unknownName(
            "unknown-parameter", "parameter", name, in: parameters.map(\.name), of: node, at: path,
            cure: "add it to parameters")
    }
}
