import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartJSON
import BlueHeartLanguages

/// The styles that a node, a span or a mark takes.
struct StyleNameFields: FieldSet {
    static let fields = Self()
    let style = Field(
        "style", .styleNames, styles: false, also: ["class", "className", "styles"],
        example: #"["note", "accent"]"#, "The name of a style, or a list of names; later ones win")
}

/// The parts of a text.
struct SpansFields: FieldSet {
    static let fields = Self()
    static let owner: String? = "a text"
    let spans = Field(
        "spans", .spans, styles: false, also: ["runs", "parts"],
        example: #"[{ "text": "Clean " }, { "text": "water", "style": "accent" }]"#,
        "Parts of a text, each a sentence with its own style")
}

struct MarkFields: FieldSet {
    static let fields = Self()
    let bold = Field(
        "bold", .markLook, shown: "heavier", example: #"{ "fontWeight": 800 }"#,
        "The look of `**words**`")
    let emphasis = Field(
        "emphasis", .markLook, shown: "slanted, or heavier where the script has no slanted letters",
        also: ["italic"], example: #"{ "fontStyle": "italic" }"#, "The look of `_words_`")
    let accent = Field(
        "accent", .markLook, example: #""accent""#,
        "The look of `[[words]]`; needed where a text has some and no style is named so")

    func field(of mark: Mark) -> Field<MarkLook> {
        switch mark {
        case .bold: bold
        case .emphasis: emphasis
        case .accent: accent
        }
    }
}

/// The name of a style, and its place.
struct StyleName: Sendable {
    var name: String
    var location: SourceLocation
    var path: JSONPath
}

extension ValueType where Value == [StyleName] {
    /// A name, or a list of names.
    static var styleNames: ValueType {
        constant(.anyOf([.name(.styles), .list(.name(.styles), count: 1...64)]), standIn: []) {
            node, path, _ throws(CardError) in try StyleName.read(node, at: path)
        }
    }
}

extension StyleName {
    static func read(_ node: JSONNode, at path: JSONPath) throws(CardError) -> [StyleName] {
        if case .string(let name) = node.value {
            return [StyleName(name: name, location: node.location, path: path)]
        }
        guard case .array(let elements) = node.value else {
            throw node.wrongType(
                expected: "the name of a style or a list of names", at: path)
        }
        var names: [StyleName] = []
        var faults: [Diagnostic] = []
        for (index, element) in elements.enumerated() {
            let way = path.appending(.index(index))
            if case .string(let name) = element.value {
                names.append(StyleName(name: name, location: element.location, path: way))
            } else {
                faults += element.wrongType(expected: "the name of a style", at: way).diagnostics
            }
        }
        guard faults.isEmpty else { throw CardError(.template, faults) }
        return names
    }
}

// MARK: - Marks

/// The look of marked words, as changes of the words around them.
enum MarkLook: Sendable {
    /// - Parameter size: times the size around it.
    case letters(Letters, size: Double)
    /// Heavier than the surrounding words; for a mark without a style.
    case heavier
    /// Slanted; for a mark without a style.
    case slanted
}

extension ValueType where Value == [Mark: MarkLook] {
    static var spanStyles: ValueType {
        object(MarkFields.self, standIn: [:]) { reader, fields throws(CardError) in
            var looks: [Mark: MarkLook] = [:]
            for mark in Mark.allCases { looks[mark] = reader.optional(fields.field(of: mark)) }
            return looks
        }.named("spanStyles", "The look of marked words")
    }
}

extension ValueType where Value == MarkLook {
    /// The name of a style, a list of names, or fields of a span.
    fileprivate static var markLook: ValueType {
        let names = ValueType<[StyleName]>.styleNames.resolved(standIn: MarkLook.heavier) {
            names, resolver throws(CardError) in
            guard let first = names.first else { return .letters(Letters(), size: 1) }
            return try resolver.markLook(
                Record(at: first.location, path: first.path), styles: names)
        }
        let span = ValueType(
            form: .object(SpanTable.look),
            read: { node, path, context throws(CardError) in
                .record(try SpanTable.look.table.read(node, at: path, context))
            },
            resolve: { written, resolver throws(CardError) in
                guard let record = written.record else {
                    preconditionFailure("\(written.path) holds no record")
                }
                return try resolver.markLook(record, styles: record.styleNames)
            }, standIn: .heavier)
        return names.expecting("the name of a style or fields of a span").or(object: span)
            .named("markLook", "The name of a style, a list of names, or fields of a span")
    }
}

/// The fields of spans.
enum SpanTable {
    private static let solid = ObjectRule.limited("color", .color)

    /// The look of a span without its words.
    static let look = LazyTable {
        FieldTable(
            [LetterFields.self, RelativeSizeFields.self, StyleNameFields.self], rules: [solid])
    }
    static let whole = LazyTable {
        FieldTable(
            [
                SentenceFields.self, StyleNameFields.self, LetterFields.self,
                RelativeSizeFields.self,
            ],
            rules: SentenceFields.rules + [solid])
    }
}

extension Resolver {
    fileprivate func markLook(
        _ record: Record, styles names: [StyleName]
    ) throws(CardError) -> MarkLook {
        var reader = RecordReader(try styled(record, by: names, as: .span), self)
        reader.allow(StyleNameFields.self)
        let look = reader.spanLook()
        try reader.finish()
        return look
    }

    /// The look of a mark that a text does not give one: the style of the mark's name, else the
    /// standard one.
    fileprivate func look(
        of mark: Mark, in text: Record, _ language: Language
    ) throws(CardError) -> MarkLook {
        if styles.fields(of: mark.rawValue) != nil {
            let name = StyleName(name: mark.rawValue, location: text.location, path: text.path)
            return try markLook(Record(at: text.location, path: text.path), styles: [name])
        }
        switch mark {
        case .bold: return .heavier
        case .emphasis: return language.hasItalics ? .slanted : .heavier
        case .accent:
            throw CardError(
                .template,
                Diagnostic(
                    code: "unknown-style",
                    "no style is named \"accent\", and words of this text are marked by [[ and ]]",
                    at: text.location, path: text.path,
                    hint: "add a style named accent to the kit, or give the text spanStyles"))
        }
    }
}

extension RecordReader {
    /// The fields of a span but for its words.
    mutating func spanLook() -> MarkLook {
        let letters = self.letters()
        let size = self[RelativeSizeFields.fields.relativeSize]
        if let paint = letters.paint, !paint.isSolid {
            note(
                "paint-not-allowed", "expected a colour, for only a whole text has a gradient",
                at: LetterFields.fields.color,
                hint: "give the gradient to the text, or write a colour")
        }
        return .letters(letters, size: size)
    }

    /// The looks of all marks of a text: its own, else the style of the mark's name, else the
    /// standard one.
    mutating func looks(
        of marks: Set<Mark>, own: [Mark: MarkLook], language: Language
    ) -> [Mark: MarkLook] {
        var looks = own
        let (resolver, record) = (resolver, record)
        for mark in Mark.allCases where marks.contains(mark) && looks[mark] == nil {
            looks[mark] = attempt { () throws(CardError) in
                try resolver.look(of: mark, in: record, language)
            }
        }
        return looks
    }
}

extension MarkLook {
    /// The style of words with this look among words of another.
    func style(over base: TextStyle) -> TextStyle {
        var style = base
        switch self {
        case .heavier: style.fontWeight = heavierWeight(than: base.fontWeight)
        case .slanted: style.isItalic = true
        case .letters(let letters, let size):
            style = letters.style(over: base)
            style.relativeSize *= size
        }
        return style
    }
}

/// Source: W3C CSS Fonts Module Level 4, section 2.2.1, `bolder`.
private func heavierWeight(than weight: Int) -> Int {
    weight < 350 ? 400 : weight < 550 ? 700 : max(weight, 900)
}

// MARK: - Spans

/// A span whose values are not known yet.
struct OpenSpan: Sendable {
    var message: BoundMessage
    var style: TextStyle
    /// The looks of its marked words.
    var looks: [Mark: MarkLook] = [:]

    func spans(of words: MarkedWords) -> [TextSpan] {
        words.runs.map { run in
            let style = run.marks.reduce(style) { looks[$1]?.style(over: $0) ?? $0 }
            return TextSpan(run.text, style: style)
        }
    }
}

/// A span as the file writes it.
struct SpanValue: Sendable {
    var sentence: Sentence
    var look: MarkLook
}

extension ValueType where Value == [SpanValue] {
    fileprivate static var spans: ValueType {
        let span = ValueType<SpanValue>(
            form: .defined("span", "A part of a text", { .object(SpanTable.whole) }),
            read: { node, path, context throws(CardError) in
                .record(try SpanTable.whole.table.read(node, at: path, context))
            },
            resolve: { written, resolver throws(CardError) in
                guard let record = written.record else {
                    preconditionFailure("\(written.path) holds no record")
                }
                return try resolver.span(record)
            }, standIn: SpanValue(sentence: .standIn, look: .heavier))
        return .list(of: span, count: 1...10_000)
    }
}

extension Resolver {
    fileprivate func span(_ record: Record) throws(CardError) -> SpanValue {
        var reader = RecordReader(try styled(record, by: record.styleNames, as: .span), self)
        reader.allow(StyleNameFields.self)
        let look = reader.spanLook()
        let fields = SentenceFields.fields
        let sentence = reader.sentence(fields.words, fields.text)
        try reader.finish()
        return SpanValue(sentence: sentence ?? .standIn, look: look)
    }
}

extension Record {
    /// The styles that the field `style` names.
    var styleNames: [StyleName] {
        guard let written = self["style"], case .value(let value) = written.content,
            let names = value as? [StyleName]
        else { return [] }
        return names
    }
}

extension Language {
    /// True if the script uses slanted letters for emphasis; otherwise a heavier weight is used.
    fileprivate var hasItalics: Bool {
        ["Latn", "Cyrl", "Grek", "Armn"].contains(likelyScript)
    }
}
