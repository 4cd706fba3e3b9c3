import Diagnostics
import Drawing
import JSON

extension Scope {
    /// The fields `highlight`, `underline` and `strike`; `false` takes away what a style gives.
    func decorations(
        _ object: inout ObjectReader, _ fields: inout TextFields, _ notes: Notes
    ) {
        fields.highlight = object.optional("highlight") { node, path throws(CardError) in
            try highlight(node, at: path, notes)
        }
        fields.underline = object.optional("underline") { node, path throws(CardError) in
            try rule(node, at: path, .leavesInkOut, notes)
        }
        fields.strike = object.optional("strike") { node, path throws(CardError) in
            try rule(node, at: path, .goesThrough, notes)
        }
    }

    /// A colour, `false`, or an object.
    private func highlight(
        _ node: JSONNode, at path: JSONPath, _ notes: Notes
    ) throws(CardError) -> TextHighlight? {
        var highlight = TextHighlight(
            color: .clear, horizontalPadding: 0.12, verticalPadding: 0, cornerRadius: 0)
        switch node.value {
        case .bool(false): return nil
        case .string:
            highlight.color = try color(node, at: path, notes)
            return highlight
        case .object: break
        default: throw node.wrongType(expected: "a colour, an object or false", at: path)
        }
        var object = ObjectReader(node, at: path)
        highlight.color = object.read("color", orStandIn: .black) { node, path throws(CardError) in
            try self.color(node, at: path, notes)
        }
        if let padding = object.optional("padding", padding) {
            (highlight.horizontalPadding, highlight.verticalPadding) = padding
        }
        highlight.cornerRadius = object.number("corner", in: 0...2, unit: "em", default: 0)
        try object.finish()
        return highlight
    }

    /// In em: one number for all sides, or `{ horizontal, vertical }`.
    private func padding(
        _ node: JSONNode, at path: JSONPath
    ) throws(CardError) -> (Double, Double) {
        guard case .object = node.value else {
            let padding = try node.number(at: path, in: -1...2, unit: "em")
            return (padding, padding)
        }
        var object = ObjectReader(node, at: path)
        let horizontal = object.number("horizontal", in: -1...2, unit: "em", default: 0)
        let vertical = object.number("vertical", in: -1...2, unit: "em", default: 0)
        try object.finish()
        return (horizontal, vertical)
    }

    /// `true`, `false`, or an object.
    private func rule(
        _ node: JSONNode, at path: JSONPath, _ crossing: TextRule.Crossing, _ notes: Notes
    ) throws(CardError) -> TextRule? {
        var rule = TextRule(crossing: crossing)
        switch node.value {
        case .bool(let isThere): return isThere ? rule : nil
        case .object: break
        default: throw node.wrongType(expected: "true, false or an object", at: path)
        }
        var object = ObjectReader(node, at: path)
        rule.color = object.optional("color") { node, path throws(CardError) in
            try self.color(node, at: path, notes)
        }
        rule.thickness = object.optionalNumber("thickness", in: 0.005...0.5, unit: "em")
        rule.offset = object.optionalNumber("offset", in: -1...1, unit: "em")
        if crossing == .leavesInkOut, !object.bool("skipInk", default: true) {
            rule.crossing = .goesThrough
        }
        try object.finish()
        return rule
    }
}
