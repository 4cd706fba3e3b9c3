import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartJSON

/// Shorthands of CSS, written out as the objects that are expected in their place.
extension ForeignNames {
    /// A shadow: `0 4px 8px rgba(0, 0, 0, 0.3)`.
    static func cure(forShadow node: JSONNode) -> String? {
        guard let parts = parts(of: node) else { return nil }
        let lengths = parts.compactMap(length)
        let color = parts.lazy.compactMap(color).first ?? "ink/40%"
        let names = ["x", "y", "blur", "spread"]
        let fields = zip(names, lengths).map { "\"\($0)\": \(shortNumber($1))" }
        return writing(fields + ["\"color\": \(quoted(color))"])
    }

    /// A stroke: `2px solid #000`, a colour, or a width.
    static func cure(forStroke node: JSONNode) -> String? {
        if case .number(let width) = node.value {
            return writing(["\"width\": \(shortNumber(width.value))", "\"paint\": \"ink\""])
        }
        guard let parts = parts(of: node) else { return nil }
        let width = parts.lazy.compactMap(length).first ?? 2
        let color = parts.lazy.compactMap(color).first ?? "ink"
        return writing(["\"width\": \(shortNumber(width))", "\"paint\": \(quoted(color))"])
    }

    /// A stop of a gradient: `#F58220`, `#F58220 40%`.
    static func cure(forStop node: JSONNode) -> String? {
        guard let parts = parts(of: node), let color = parts.lazy.compactMap(color).first else {
            return nil
        }
        let place = parts.first { $0.hasSuffix("%") }
        return writing(
            ["\"color\": \(quoted(color))"] + (place.map { ["\"at\": \"\($0)\""] } ?? []))
    }

    /// Lengths of sides: `10px 20px`, `[10, 20, 10, 20]`.
    static func cure(forSides node: JSONNode) -> String? {
        let lengths: [Double]
        switch node.value {
        case .array(let elements):
            lengths = elements.compactMap {
                if case .number(let number) = $0.value { number.value } else { nil }
            }
        default: lengths = parts(of: node)?.compactMap(length) ?? []
        }
        let names: [String]
        switch lengths.count {
        case 2: names = ["vertical", "horizontal"]
        case 3: names = ["top", "horizontal", "bottom"]
        case 4: names = ["top", "end", "bottom", "start"]
        default: return nil
        }
        return writing(zip(names, lengths).map { "\"\($0)\": \(shortNumber($1))" })
    }

    /// A point of a box: `center top`, `50% 30%`; a number is one axis of it.
    static func cure(forPoint node: JSONNode) -> String? {
        guard let parts = parts(of: node), (1...2).contains(parts.count) else { return nil }
        let sides = ["left": 0.0, "right": 1, "top": 0, "bottom": 1, "center": 0.5, "centre": 0.5]
        let isTurned = ["top", "bottom"].contains(parts[0])
        let places = parts.map { part -> Double? in
            sides[part] ?? (part.hasSuffix("%") ? Double(part.dropLast()).map { $0 / 100 } : nil)
        }
        guard let first = places[0], let second = places.count == 2 ? places[1] : 0.5 else {
            return nil
        }
        let (x, y) = isTurned ? (second, first) : (first, second)
        return writing(["\"x\": \(shortNumber(x))", "\"y\": \(shortNumber(y))"])
    }

    /// Bounds of a condition: `>1.5`, `<= 2`, a number.
    static func cure(forBounds node: JSONNode) -> String? {
        if case .number(let number) = node.value {
            return writing(["\"min\": \(shortNumber(number.value))"])
        }
        guard case .string(let text) = node.value, text.utf8.count <= 40 else { return nil }
        let sign = text.prefix { "<>=! ".contains($0) }
        guard let number = Double(text.dropFirst(sign.count).filter { $0 != " " }) else {
            return "write { \"min\": 1.5 }, { \"max\": 1.5 } or both"
        }
        return writing(["\"\(sign.hasPrefix("<") ? "max" : "min")\": \(shortNumber(number))"])
    }

    /// A condition: the name of a placement, or `theme = dark`.
    static func cure(forCondition node: JSONNode) -> String? {
        switch node.value {
        case .string(let text) where isName(text): return "write { \"placement\": \(quoted(text)) }"
        case .string(let text) where text.utf8.count <= 80:
            let sides = text.split(whereSeparator: { "=!'\" ".contains($0) }).map(String.init)
            guard sides.count == 2, sides.allSatisfy({ isName($0) }) else { return nil }
            return "write { \"is\": { \(quoted(sides[0])): \(quoted(sides[1])) } }"
        case .array: return "write { \"any\": [ … ] }"
        default: return nil
        }
    }

    /// A range of sizes: `40-96`, `clamp(40px, 5vw, 96px)`, `[40, 96]`.
    static func cure(forRange node: JSONNode) -> String? {
        let numbers: [Double]
        switch node.value {
        case .array(let elements):
            numbers = elements.compactMap {
                if case .number(let number) = $0.value { number.value } else { nil }
            }
        case .string(let text) where text.utf8.count <= 80:
            let isFunction = text.lowercased().hasPrefix("clamp(")
            let parts = text.dropFirst(isFunction ? 6 : 0)
                .split(whereSeparator: { (isFunction ? ",() " : "-–.,/ ").contains($0) })
            numbers = parts.compactMap { length(String($0)) }
        default: return nil
        }
        guard numbers.count >= 2, let low = numbers.min(), let high = numbers.max(), low < high
        else { return nil }
        return writing(["\"min\": \(shortNumber(low))", "\"max\": \(shortNumber(high))"])
    }
}

extension ForeignNames {
    private static func writing(_ fields: [String]) -> String {
        "write { \(fields.joined(separator: ", ")) }"
    }

    /// Parts of a string between spaces; a function such as `rgba(0, 0, 0)` is one part.
    private static func parts(of node: JSONNode) -> [String]? {
        guard case .string(let text) = node.value, text.utf8.count <= 200 else { return nil }
        var parts = [""]
        var depth = 0
        for character in text.lowercased() {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if character == " ", depth <= 0 {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        parts.removeAll(where: \.isEmpty)
        return parts.isEmpty ? nil : parts
    }

    /// The length in px: `4px`, `0`.
    private static func length(_ text: String) -> Double? {
        Double(text.hasSuffix("px") ? String(text.dropLast(2)) : text)
    }

    /// The colour as a template writes it; nil for other words, such as `solid`.
    private static func color(_ text: String) -> String? {
        let isStyle = ["solid", "dashed", "dotted", "inset", "none", "double"].contains(text)
        guard !isStyle, length(text) == nil, !text.hasSuffix("%") else { return nil }
        return colorHere(text) ?? (isName(text) ? text : nil)
    }
}

extension ValueType {
    /// The same type, with a cure where the file has a value of another type or form.
    func curing(_ cure: @escaping @Sendable (JSONNode) -> String?) -> ValueType {
        telling { error, node, _ in
            let codes = ["wrong-type", "bad-length"]
            guard error.diagnostics.count == 1, codes.contains(error.diagnostics[0].code),
                let cure = cure(node)
            else { return error }
            var cured = error
            cured.diagnostics[0].hint = cure
            return cured
        }
    }
}
