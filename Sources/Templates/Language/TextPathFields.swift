import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartJSON
import BlueHeartScenes

enum TextPathShape: String, CaseIterable, ExplainedChoice {
    case ellipse, path

    var summary: String {
        self == .ellipse ? "the ellipse in the text's box" : "the first contour of `d`"
    }
}

struct TextPathFields: FieldSet {
    static let fields = Self()
    static let rules: [ObjectRule] = [
        .only(["inset", "turn"], where: "shape", is: ["ellipse"]),
        .only(PathFields.names, where: "shape", is: ["path"]),
        .needed(PathFields.names, where: "shape", is: ["path"]),
    ]
    let shape = Field<TextPathShape>.required(
        "shape", .choice(), example: #""ellipse""#, "The form of the line")
    let at = Field(
        "at", .textPlace, shown: "0; on a path its start, middle or end, as `textAlign` says",
        example: "180",
        "The place of the words: on an ellipse degrees clockwise from the top, on a path a part of its length (`50%` or 0.5)"
    )
    let inset = Field(
        "inset", .px(.shift), default: 0, example: "40",
        "How far the ellipse lies inside the box")
    let turn = Field(
        "turn", .choice(), default: TextPath.Turn.clockwise, example: #""counterclockwise""#,
        "The way in which words run around an ellipse")
    let d = Field("d", .pathData, example: #""M0 50Q25 0 50 50T100 50""#, "The path, as in a shape")
    let viewBox = Field(
        "viewBox", .viewBox, example: "[0, 0, 100, 100]", "The part of the path that fills the box")
    let level = Field(
        "level", .choice(), default: TextPath.Level.baseline, example: #""middle""#,
        "The height of letters that lies on the line")
    let room = Field(
        "room", .part(.aboveZero), shown: "the whole line", example: #""40%""#,
        "The part of the line that words may take (`40%` or 0.4)")
}

extension ValueType where Value == TextPath {
    static var textPath: ValueType {
        let standIn = TextPath(.ellipse(at: .zero, inset: 0, turn: .clockwise))
        return object(TextPathFields.self, expected: "an object with a shape", standIn: standIn) {
            reader, fields throws(CardError) in
            let curve: TextPath.Curve
            switch reader.discriminator(fields.shape) {
            case .ellipse: curve = ellipse(&reader, fields)
            case .path: curve = path(&reader, fields)
            case nil:
                reader.allow(TextPathFields.self)
                return standIn
            }
            return TextPath(
                curve, level: reader[fields.level], share: reader.optional(fields.room) ?? 1)
        }.named("textPath", "The line that words stand on")
    }

    private static func ellipse(
        _ reader: inout RecordReader, _ fields: TextPathFields
    ) -> TextPath.Curve {
        let place = reader.optional(fields.at)
        if place?.isPercentage == true {
            reader.note(
                "wrong-type", "expected degrees on an ellipse, found a part of a length",
                at: fields.at, hint: "write degrees clockwise from the top, like 180")
        }
        return .ellipse(
            at: Angle(degrees: place?.number ?? 0), inset: reader[fields.inset],
            turn: reader[fields.turn])
    }

    private static func path(
        _ reader: inout RecordReader, _ fields: TextPathFields
    ) -> TextPath.Curve {
        let data = reader.required(fields.d)
        let viewBox = reader.required(fields.viewBox)
        let place = reader.optional(fields.at)
        if let place, !place.isPercentage, !(0...1).contains(place.number) {
            reader.note(
                "out-of-range",
                "expected a number from 0 to 1, found \(shortNumber(place.number))",
                at: fields.at, hint: "write \"50%\", or 0.5")
        }
        let part = place.map { $0.isPercentage ? $0.number / 100 : min(max($0.number, 0), 1) }
        return .path(data, viewBox: viewBox, at: part)
    }
}

/// Degrees, or a part of a length.
struct TextPlace: Sendable {
    var number: Double
    var isPercentage: Bool
}

extension ValueType where Value == TextPlace {
    fileprivate static var textPlace: ValueType {
        let standIn = TextPlace(number: 0, isPercentage: false)
        return stored(
            .anyOf([
                .number(-3600...3600, unit: "degrees"), .text(pattern: #"[0-9]+(\.[0-9]+)?%"#),
                .expression(suffixes: ["", "%"]),
            ]), standIn: standIn
        ) { node, path, context throws(CardError) -> PartValue in
            if let text = node.bracedText {
                let number = try context.number(text, of: node, at: path, in: -3600...3600)
                return PartValue(number: number, isPercentage: false)
            }
            guard case .string = node.value else {
                let number = try node.number(at: path, in: -3600...3600, unit: "degrees")
                return PartValue(number: .fixed(number), isPercentage: false)
            }
            return try PartValue.read(node, at: path, context, .whole)
        } resolve: { stored, written, resolver throws(CardError) in
            let range = stored.isPercentage ? 0...100.0 : -3600...3600
            return TextPlace(
                number: try resolver.number(stored.number, in: range, at: written),
                isPercentage: stored.isPercentage)
        }
    }
}

extension RecordReader {
    /// Sees that nothing is asked of words on a path that only straight lines have.
    mutating func noteStraightLinesOnly(_ styles: [TextStyle], paint: BoxPaint?) {
        if styles.contains(where: \.isDecorated) {
            note(
                "conflicting-fields",
                "expected no highlight, underline or strike on a path, found one",
                at: ParagraphFields.fields.textPath,
                hint: "take it from the text, its styles and its spanStyles")
        }
        if let paint, !paint.isSolid {
            note(
                "paint-not-allowed", "expected a colour, for words on a path have no gradient",
                at: LetterFields.fields.color, hint: "write a colour")
        }
    }
}
