import BlueHeartDiagnostics
import BlueHeartFormats
import BlueHeartJSON
import BlueHeartRequests
public import BlueHeartTemplates

/// Fields of a drop file.
struct DropFields: FieldSet {
    static let fields = Self()
    let kit = Field(
        "kit", .line, shown: "the product's", example: #""./my-kit""#,
        "A kit's name, or the path of its folder")
    let templates = Field(
        "templates", .list(of: .line(named: .templates), count: 1...10_000),
        shown: "all of the kit",
        also: ["template"], example: #"["pledge"]"#, "Templates of the kit by name, or paths")
    let languages = Field(
        "languages", .list(of: .line(named: .languages), count: 1...1_000), shown: "all of the kit",
        also: ["language", "locales"], example: #"["en", "ar"]"#, "Languages by tag")
    let placements = Field(
        "placements", .list(of: .line(named: .placements), count: 1...1_000),
        shown: "all of a template",
        also: ["placement", "sizes"], example: #"["square", "story"]"#,
        "Placements by name")
    let rows = Field(
        "rows", .line, also: ["data", "csv"], example: #""names.csv""#,
        "A file with a card per row; `-` is standard input")
    let rowsFormat = Field(
        "rowsFormat", .choice(among: RowFormat.allCases, \.summary),
        shown: "by the file's ending", example: #""csv""#, "The format of the rows")
    let rowsSeparator = Field(
        "rowsSeparator", .separator, shown: "found in the first lines",
        also: ["separator", "delimiter"], example: #"";""#,
        "The character between columns, or its name: `comma`, `semicolon`, `tab`, `pipe`")
    let key = Field(
        "key", .line, shown: "the row's content", example: #""email""#,
        "The column whose value identifies a row in every drop into a folder")
    let rowsSheet = Field(
        "rowsSheet", .line, shown: "the first that is not hidden", example: #""Names""#,
        "The sheet of a workbook")
    let set = Field(
        "set", .parameterValues, also: ["values", "parameters"], example: #"{ "theme": "dark" }"#,
        "Values of parameters for every card; those of a row replace them")
    let name = Field(
        "name", .namePattern, example: #""{template}/{language}/{placement}-{row}""#,
        "The name of a card's files without ending, from `{template}`, `{language}`, `{placement}`, `{row}` and columns"
    )
    let format = Field(
        "format", .choice(among: ImageFormat.written, \.name), shown: "the placement's",
        example: #""png""#, "The format of pictures")
    let effort = Field(
        "effort", .choice(among: EncodeEffort.allCases, \.summary), default: .default,
        example: #""small""#, "The time spent on a smaller PNG")
}

extension FileSchema {
    public static let drop = FileSchema(
        "drop", title: "Drop: many cards at once", fields: DropFields.self)

    /// Every file whose schema is made from declared fields.
    public static let all: [FileSchema] = [.kit, .template, .words, .drop]
}

extension EncodeEffort {
    fileprivate var summary: String {
        switch self {
        case .fast: "about 2 ms a card of 1200 x 630"
        case .default: "about 10 ms a card of 1200 x 630"
        case .small: "the smallest file; up to a second"
        }
    }
}

extension RowFormat {
    fileprivate var summary: String {
        switch self {
        case .csv: "values with a separator, which is found in the first lines"
        case .tsv: "values separated by tabs"
        case .json: "an array of objects"
        case .jsonl: "an object a line"
        case .xlsx: "a workbook of Excel"
        case .ods: "a workbook of LibreOffice"
        }
    }
}

// MARK: - Types

extension ValueType where Value: RawRepresentable<String> {
    /// One of some values, each with a sentence that explains it.
    fileprivate static func choice(
        among choices: [Value], _ summary: (Value) -> String
    ) -> ValueType {
        constant(
            .choice(
                choices.map { Form.ChoiceForm(value: $0.rawValue, summary: summary($0)) }),
            standIn: choices[0]
        ) { node, path, _ throws(CardError) in try node.choice(at: path, among: choices) }
    }
}

extension ValueType where Value == String {
    /// A name of one kind, which is looked up once the drop's kit is known.
    fileprivate static func line(named kind: KitNames) -> ValueType {
        constant(.name(kind), standIn: "") { node, path, _ throws(CardError) in
            try readLine(node, at: path)
        }
    }
}

extension ValueType where Value == ParameterValues {
    /// Values by the name of their parameter.
    fileprivate static var parameterValues: ValueType {
        let form = Form.defined("value", "A value of a parameter; `null` is the empty text") {
            .anyOf([.text(pattern: nil), .number(-1e12...1e12, unit: ""), .boolean, .null])
        }
        return constant(.map(pattern: nil, form), standIn: [:]) {
            node, path, _ throws(CardError) in
            var object = ObjectReader(node, at: path)
            let entries = object.eachMember { (member, path) throws(CardError) in
                ParameterValues.Entry(
                    member.name, try text(of: member.value, at: path) ?? "",
                    source: .file(member.value.location))
            }
            try object.finish()
            return ParameterValues(entries)
        }
    }
}

extension ValueType where Value == RowSeparator {
    fileprivate static var separator: ValueType {
        constant(.text(pattern: nil), standIn: .comma) { node, path, _ throws(CardError) in
            let text = try node.string(at: path)
            guard let separator = RowSeparator(text) else {
                throw CardError(
                    .template,
                    Diagnostic(
                        code: "unknown-choice",
                        "expected a separator of columns, found \(quoted(text))",
                        at: node.location, path: path, hint: "write \";\" or \"semicolon\""))
            }
            return separator
        }
    }
}

extension ValueType where Value == NamePattern {
    /// The pattern of file names.
    fileprivate static var namePattern: ValueType {
        constant(.text(pattern: nil), standIn: .numbered) { node, path, _ throws(CardError) in
            do throws(CardError) {
                return try NamePattern(try node.string(at: path))
            } catch {
                let placed = error.diagnostics.map { diagnostic in
                    Diagnostic(
                        code: diagnostic.code, diagnostic.message, at: node.location, path: path,
                        hint: diagnostic.hint)
                }
                throw CardError(.template, placed)
            }
        }
    }
}
