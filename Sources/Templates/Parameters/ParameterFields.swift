import BlueHeartDiagnostics
import BlueHeartJSON
import BlueHeartLanguages

/// Fields of a parameter.
struct ParameterFields: FieldSet {
    static let fields = Self()
    static let rules: [ObjectRule] = [
        .only(["multiline", "maxLength"], where: "type", is: ["text"]),
        .only(["minimum", "maximum"], where: "type", is: ["number", "list"]),
        .only(["choices"], where: "type", is: ["choice"]),
        .needed(["choices"], where: "type", is: ["choice"]),
        .only(["earliest", "latest"], where: "type", is: ["date"]),
        .only(["of", "fields"], where: "type", is: ["list"]),
        .needed(["maximum"], where: "type", is: ["list"]), .conflict("of", ["fields"]),
    ]
    let type = Field<Parameter.Kind>.required(
        "type", .choice(), example: #""text""#, "The type of the values")
    let required = Field(
        "required", .flag, default: false, also: ["mandatory"], example: "true",
        "Whether a card cannot be made without it")
    let requiredWith = Field(
        "requiredWith", .name, example: #""photo""#,
        "Another parameter: where that has a value, this one must have one too")
    let standard = Field(
        "default", .ownValue, also: ["value", "initial"], example: #""light""#,
        "The value where none is given; of a text also a sentence of the words, of a number also an expression over others, of a list also its items"
    )
    let example = Field(
        "example", .ownValue, also: ["placeholder", "sample"], example: #""Amina K.""#,
        "A value as people may give it, for previews and checks")
    let label = Field(
        "label", .sentence, also: ["title"], example: #"{ "text": "Your name" }"#,
        "The name of the field for people")
    let help = Field(
        "help", .sentence, also: ["description", "hint"],
        example: #"{ "text": "At most 40 letters" }"#,
        "A sentence that helps people to fill it in")
    let isPublic = Field(
        "public", .flag, default: false, example: "true",
        "Whether anyone who can reach a server may set it")
    let multiline = Field(
        "multiline", .flag, default: false, also: ["lines"], example: "true",
        "Of a text: whether it may have line breaks")
    let maxLength = Field(
        "maxLength", .integer(in: 1...4_096), also: ["max_length", "limit"], example: "40",
        "Of a text: the most characters, as people count them")
    let minimum = Field(
        "minimum", .number(in: Parameter.numbers), also: ["min", "minItems"], example: "0",
        "Of a number: the least value; of a list: the fewest items")
    let maximum = Field(
        "maximum", .number(in: Parameter.numbers), also: ["max", "maxItems"], example: "30",
        "Of a number: the greatest value; of a list: the most items, at most 1000")
    let choices = Field(
        "choices", .list(of: .parameterChoice, count: 1...1_000),
        also: ["options", "values", "enum"],
        example: #"["light", { "value": "dark", "label": { "text": "Night" } }]"#,
        "Of a choice: the values there are, each with a label where people read another word")
    let earliest = Field(
        "earliest", .day, example: #""2020-01-01""#, "Of a date: the first day")
    let latest = Field("latest", .day, example: #""2030-12-31""#, "Of a date: the last day")
    let of = Field(
        "of", .itemType, also: ["items", "item"], example: #"{ "type": "text", "maxLength": 20 }"#,
        "Of a list of plain values: the parameter that each item is")
    let fields = Field(
        "fields", .itemFields, also: ["properties"],
        example: #"{ "name": { "type": "text" }, "photo": { "type": "image" } }"#,
        "Of a list of things: the parameters that each item has")
}

extension Parameter.Kind: ExplainedChoice {
    var summary: String {
        switch self {
        case .text: "a line of text, at most 4096 characters; with `multiline` several lines"
        case .number: "digits, with a point before decimals, up to ±10¹²"
        case .color: "a name of the palette, `#RRGGBB` or `#RRGGBBAA`"
        case .image: "a path in the kit's artwork, or a picture that comes with the request"
        case .date: "`YYYY-MM-DD`"
        case .choice: "one of `choices`"
        case .link: "an address that begins with `https://` or `http://`"
        case .country: "the two capital letters of ISO 3166"
        case .list: "items, each a value (`of`) or several by name (`fields`)"
        }
    }
}

struct ParameterChoiceFields: FieldSet {
    static let fields = Self()
    let value = Field<String>.required(
        "value", .choiceName, example: #""dark""#,
        "The value as it is given: letters, digits, - and _")
    let label = Field(
        "label", .sentence, example: #"{ "text": "Night" }"#, "The word that people read")
}

// MARK: - Types

extension ValueType where Value == Parameter.Choice {
    fileprivate static var parameterChoice: ValueType {
        let standIn = Parameter.Choice(value: "", label: nil)
        return ValueType<String>.choiceName.map { Parameter.Choice(value: $0, label: nil) }
            .scalar(expected: "a value, or an object with value and label")
            .or(
                object: object(ParameterChoiceFields.self, standIn: standIn) {
                    reader, fields throws(CardError) in
                    Parameter.Choice(
                        value: reader.required(fields.value), label: reader.optional(fields.label))
                })
    }
}

extension ValueType where Value == String {
    /// Letters, digits, - and _, as used in `select` forms and in file names.
    fileprivate static var choiceName: ValueType {
        constant(.text(pattern: "[A-Za-z0-9_-]{1,64}"), standIn: "") {
            node, path, _ throws(CardError) in
            let text = try node.string(at: path)
            guard (1...64).contains(text.utf8.count), text.utf8.allSatisfy(isKeyByte) else {
                throw fault(
                    "bad-name", "\(quoted(text)) cannot be a value of a choice", of: node,
                    at: path,
                    hint: "write letters, digits, - and _; what people read goes into a label")
            }
            return text
        }
    }
}

extension CalendarDay {
    fileprivate static var standIn: CalendarDay {
        guard let day = CalendarDay(year: 2000, month: 1, day: 1) else {
            preconditionFailure("the first day of 2000 is no day")
        }
        return day
    }
}

extension ValueType where Value == CalendarDay {
    fileprivate static var day: ValueType {
        constant(
            .text(pattern: "[0-9]{4}-[0-9]{2}-[0-9]{2}"),
            standIn: .standIn
        ) { node, path, _ throws(CardError) in
            let text = try node.string(at: path)
            guard let day = CalendarDay(iso8601: text) else {
                throw fault(
                    "bad-date", "expected a day, found \(quoted(text))", of: node, at: path,
                    hint: "write year, month and day, like \"2026-07-30\"")
            }
            return day
        }
    }
}

/// A default or an example as the file writes it.
enum WrittenOwnValue: Sendable {
    case literal(String)
    case sentence(Sentence)
    case items([JSONNode], JSONPath)
}

extension ValueType where Value == WrittenOwnValue {
    fileprivate static var ownValue: ValueType {
        let sentence = ValueType<Sentence>.sentence.map { WrittenOwnValue.sentence($0) }
        return constant(
            .anyOf([
                .text(pattern: nil), .number(Parameter.numbers, unit: ""),
                .list(
                    .anyOf([.text(pattern: nil), .map(pattern: nil, .text(pattern: nil))]),
                    count: 0...repeatLimit),
            ]), standIn: .literal("")
        ) { node, path, _ throws(CardError) in
            switch node.value {
            case .string(let text): return .literal(text)
            case .number(let number): return .literal(number.text)
            case .array(let items): return .items(items, path)
            default: throw node.wrongType(expected: "a string or a number", at: path)
            }
        }.or(object: sentence)
    }
}

extension ValueType where Value == [Parameter] {
    /// The parameter that each item of a list is.
    fileprivate static var itemType: ValueType {
        constant(.defined("parameter", "A parameter", { .parameter }), standIn: []) {
            node, path, context throws(CardError) in
            [try ParameterReader(name: "", node: node, path: path, context: context).read()]
        }
    }

    /// The parameters that each item of a list has.
    fileprivate static var itemFields: ValueType {
        constant(
            .map(
                pattern: Form.namePattern, .defined("parameter", "A parameter", { .parameter })),
            standIn: []
        ) { node, path, context throws(CardError) in
            var entries = ObjectReader(node, at: path)
            let fields = entries.eachMember { member, way throws(CardError) in
                try Parameter.read(member, at: way, context)
            }
            try entries.finish()
            return fields
        }
    }
}

extension Form {
    static var parameter: Form { .object(LazyTable { FieldTable([ParameterFields.self]) }) }
}
