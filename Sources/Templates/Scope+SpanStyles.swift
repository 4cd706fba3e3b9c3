import Diagnostics
import Drawing
import JSON
import Languages

/// How marked words look, told as what changes.
enum MarkLook: Sendable {
    /// - Parameter size: times the size around it.
    case fields(TextFields, size: Double)
    /// Heavier than what is around it; for a mark that nobody gave a look.
    case heavier
    /// Slanted; for a mark that nobody gave a look.
    case slanted
}

extension Scope {
    /// The looks that a text gives by itself: for each mark a style's name or a span's fields.
    func spanStyles(_ object: inout ObjectReader, _ notes: Notes) -> [Mark: MarkLook] {
        object.optional("spanStyles") { node, path throws(CardError) in
            var object = ObjectReader(node, at: path)
            var looks: [Mark: MarkLook] = [:]
            for mark in Mark.allCases {
                looks[mark] = object.optional(mark.rawValue) { node, path throws(CardError) in
                    try self.look(node, at: path, notes)
                }
            }
            try object.finish()
            return looks
        } ?? [:]
    }

    private func look(
        _ node: JSONNode, at path: JSONPath, _ notes: Notes
    ) throws(CardError) -> MarkLook {
        var span = node
        switch node.value {
        case .object: break
        case .string, .array: span = .styled(by: node)
        default: throw node.wrongType(expected: "the name of a style or fields of a span", at: path)
        }
        var object = ObjectReader(try styled(span, at: path, as: .span), at: path)
        object.allow("style")
        let look = spanLook(&object, notes)
        try object.finish()
        return look
    }

    /// The fields of a span.
    func spanLook(_ object: inout ObjectReader, _ notes: Notes) -> MarkLook {
        let fields = textFields(&object, notes)
        let size = object.number("relativeSize", in: 0.1...10, default: 1)
        if let paint = fields.paint, !paint.isSolid {
            object.note(
                "paint-not-allowed", "expected a colour, for only a whole text has a gradient",
                at: "color", hint: "give the gradient to the text, or write a colour")
        }
        return .fields(fields, size: size)
    }

    /// The looks of all marks of a text: its own, else the style of the mark's name, else the
    /// standard one.
    ///
    /// - Throws: a mark that nobody gave a look and that has no standard one.
    func looks(
        of marks: Set<Mark>, own: [Mark: MarkLook], _ object: inout ObjectReader,
        language: Language, _ notes: Notes
    ) -> [Mark: MarkLook] {
        var looks = own
        for mark in Mark.allCases where marks.contains(mark) && looks[mark] == nil {
            looks[mark] = look(of: mark, &object, language, notes)
        }
        return looks
    }

    private func look(
        of mark: Mark, _ object: inout ObjectReader, _ language: Language, _ notes: Notes
    ) -> MarkLook? {
        if styles.fields(of: mark.rawValue) != nil {
            let name = JSONNode(.string(mark.rawValue), at: object.location)
            let path = object.path
            return object.attempt { () throws(CardError) in
                try self.look(name, at: path, notes)
            }
        }
        switch mark {
        case .bold: return .heavier
        case .emphasis: return language.hasItalics ? .slanted : .heavier
        case .accent:
            object.note(
                Diagnostic(
                    code: "unknown-style",
                    "no style is named \"accent\", and words of this text are marked by [[ and ]]",
                    at: object.location, path: object.path,
                    hint: "add a style named accent to the kit, or give the text spanStyles"))
            return nil
        }
    }
}

extension JSONNode {
    /// An object with nothing but a `style`.
    fileprivate static func styled(by name: JSONNode) -> JSONNode {
        let style = JSONMember(name: "style", nameLocation: name.location, value: name)
        return JSONNode(.object([style]), at: name.location)
    }
}

extension MarkLook {
    /// The style of words with this look that stand among words of another.
    func style(over base: TextStyle) -> TextStyle {
        var style = base
        switch self {
        case .heavier: style.fontWeight = heavierWeight(than: base.fontWeight)
        case .slanted: style.isItalic = true
        case .fields(let fields, let size):
            style = fields.style(over: base)
            style.relativeSize *= size
        }
        return style
    }
}

/// Source: W3C CSS Fonts Module Level 4, section 2.2.1, `bolder`.
private func heavierWeight(than weight: Int) -> Int {
    weight < 350 ? 400 : weight < 550 ? 700 : max(weight, 900)
}

extension Language {
    /// Whether letters of its script are slanted to stress a word; else a heavier weight does it.
    fileprivate var hasItalics: Bool {
        ["Latn", "Cyrl", "Grek", "Armn"].contains(likelyScript)
    }
}
