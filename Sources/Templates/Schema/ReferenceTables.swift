import BlueHeartJSON

/// The tables of the template reference, made from the declarations of fields.
public enum ReferenceTables {
    /// A page with the tables between its markers regenerated.
    ///
    /// A table is between `<!-- fields: name -->` and `<!-- end -->`.
    ///
    /// - Parameter files: files that have a table of their name.
    public static func updated(_ page: String, files: [FileSchema]) -> String {
        var lines: [Substring] = []
        var isInside = false
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            if isInside, line != "<!-- end -->" { continue }
            isInside = false
            lines.append(line)
            guard line.hasPrefix(opening), line.hasSuffix(closing) else { continue }
            let name = String(line.dropFirst(opening.count).dropLast(closing.count))
            guard let fields = fields(of: name, files) else { continue }
            lines += ["", Substring(table(of: fields)), ""]
            isInside = true
        }
        return lines.joined(separator: "\n")
    }

    private static func fields(
        of name: String, _ files: [FileSchema]
    ) -> [any DeclaredField]? {
        if let sets = sections[name] { return sets.flatMap { $0.declared } }
        return files.first { $0.name == name }?.fields
    }

    private static let opening = "<!-- fields: "
    private static let closing = " -->"

    /// The sets of fields of each table.
    private static let sections: [String: [any FieldSet.Type]] = [
        "kit language": [KitLanguageFields.self],
        "symbols": [SymbolFields.self],
        "caption": [CaptionTextFields.self, CaptionFields.self],
        "parameter": [ParameterFields.self], "choice": [ParameterChoiceFields.self],
        "node": [
            NodeFields.self, StyleNameFields.self, BoxFields.self, LookFields.self,
        ],
        "sides": [SideFields.self], "stroke": [StrokeFields.self], "shadow": [ShadowFields.self],
        "corners": [CornerFields.self],
        "frame": [
            FrameFields.self, FrameWrapFields.self, PaddingFields.self, ChildrenFields.self,
        ],
        "text": [
            SentenceFields.self, SpansFields.self, ParagraphFields.self, TextWrapFields.self,
            PaddingFields.self,
        ],
        "letters": [LetterFields.self, RelativeSizeFields.self],
        "highlight": [HighlightFields.self], "rule": [RuleFields.self, SkipInkFields.self],
        "text path": [TextPathFields.self], "marks": [MarkFields.self],
        "image": [SourceFields.self, ImageFields.self],
        "shape": [
            ShapeFields.self, PathFields.self, HeartFields.self, FillRuleFields.self,
        ],
        "qr": [CodeFields.self, QRFields.self], "repeat": [RepeatFields.self],
        "paint": [PaintFields.self], "stop": [StopFields.self],
        "condition": [ConditionFields.self],
        "variant": [VariantFields.self, SetFields.self],
    ]

    private static func table(of fields: [any DeclaredField]) -> String {
        var rows = ["| field | value | default | meaning |", "|---|---|---|---|"]
        for field in fields {
            let standard =
                field.notes.isRequired ? "needed" : field.notes.standardText ?? ""
            rows.append(
                "| `\(field.name)` | \(cell(field.form.words)) | \(cell(standard)) | "
                    + "\(cell(field.notes.summary)) |")
        }
        return rows.joined(separator: "\n")
    }

    /// A bar would end the cell.
    private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}

extension Form {
    /// The form in a few words.
    fileprivate var words: String {
        switch self {
        case .number(let range, let unit):
            return bounds(shortNumber(range.lowerBound), shortNumber(range.upperBound), unit)
        case .integer(let range, let unit):
            return "whole, " + bounds("\(range.lowerBound)", "\(range.upperBound)", unit)
        case .expression(let suffixes):
            return "`{…}\(suffixes.last { !$0.isEmpty } ?? "")`"
        case .boolean: return "`true`, `false`"
        case .constant(let flag): return "`\(flag)`"
        case .null: return "`null`"
        case .text(let pattern): return pattern.flatMap(known) ?? "text"
        case .choice(let choices):
            return choices.map { "`\($0.value)`" }.joined(separator: " ")
        case .name(let kind): return kind.words
        case .defined(let name, let definition): return definedWords(name, definition)
        case .object(let lazy):
            return "`{\(lazy.table.names.joined(separator: ", "))}`"
        case .map(_, let form): return "by name: \(form.words)"
        case .node: return "node"
        case .changes: return "fields"
        case .checks: return "`{code: {severity, reason}}`"
        case .list(let form, _): return "list of \(form.words)"
        case .anyOf(let forms): return alternatives(forms)
        }
    }

    private func bounds(_ low: String, _ high: String, _ unit: String) -> String {
        "\(low) to \(high)" + (unit.isEmpty ? "" : " \(unit)")
    }

    private func known(_ pattern: String) -> String? {
        switch pattern {
        case Form.namePattern: "a name"
        case Form.keyPattern: "a key"
        case let text where text.hasSuffix("%"): "`50%`"
        default: nil
        }
    }

    /// A form that the page explains by itself goes by its name.
    private func definedWords(_ name: String, _ definition: Definition) -> String {
        switch name {
        case "length", "place", "distance", "px", "pxAboveZero", "shift", "padding", "margin",
            "fontSize", "radius", "cell":
            "length"
        case "blur": "length up to 256"
        case "color": "colour"
        case "paint", "node", "condition", "sentence", "stroke", "shadow", "point", "clip",
            "style", "parameter", "change", "variant", "stop", "span":
            name
        case "kitVariant": "variant"
        case "value": "text, number, `true`, `false`, `null`"
        case "highlight": "colour, `false`, `{color, padding, corner}`"
        case "underline": "`true`, `false`, `{color, thickness, offset, skipInk}`"
        case "strike": "`true`, `false`, `{color, thickness, offset}`"
        default: definition.form().words
        }
    }

    private func alternatives(_ forms: [Form]) -> String {
        var words: [String] = []
        for form in forms where !words.contains(form.words) { words.append(form.words) }
        // Every number may be an expression; the page says so once.
        let plain = words.filter { !$0.hasPrefix("`{…}") }
        return (plain.isEmpty ? words : plain).joined(separator: ", ")
    }
}

extension KitNames {
    fileprivate var words: String {
        switch self {
        case .colors: "a colour's name"
        case .spacing: "a spacing's name"
        case .fonts: "a font's name"
        case .styles: "a style's name"
        case .links: "a link's name"
        case .placements: "a placement"
        case .placementUses: "a placement or family"
        case .languages: "a language tag"
        case .words: "a key"
        case .artwork: "a path"
        case .templates: "a template's name or path"
        }
    }
}
