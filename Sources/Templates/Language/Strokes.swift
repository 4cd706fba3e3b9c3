import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartJSON
import BlueHeartScenes

struct StrokeFields: FieldSet {
    static let fields = Self()
    let width = Field<Double>.required(
        "width", .px(.pxAboveZero), example: "6", "The width of the line")
    let paint = Field<BoxPaint>.required(
        "paint", .paint, also: ["color"], example: #""ink""#, "A colour, a gradient or a pattern")
    let join = Field(
        "join", .choice(), default: Stroke.Join.miter, also: ["lineJoin", "strokeLinejoin"],
        example: #""round""#, "The form of corners")
    let cap = Field(
        "cap", .choice(), default: Stroke.Cap.butt, also: ["lineCap", "strokeLinecap"],
        example: #""round""#, "The form of ends")
    let miterLimit = Field(
        "miterLimit", .number(in: 1...1_000), default: 4, example: "4",
        "The longest point of a mitred corner, in widths")
    let dashes = Field<[Double]>(
        "dashes", .list(of: .px(.pxAboveZero), count: 0...64),
        also: ["dash", "dashArray", "strokeDasharray"], example: "[12, 6]",
        "Lengths of dash and gap in turn, at most 64")
    let dashOffset = Field(
        "dashOffset", .px(.shift), default: 0, example: "6", "The place in the dashes to begin at")
    let placement = Field(
        "placement", .choice(), default: Stroke.Placement.center, also: ["align", "position"],
        example: #""outer""#, "The side of the outline on which the line lies")
}

extension ValueType where Value == BoxStroke {
    /// A line along an outline.
    static var stroke: ValueType {
        object(
            StrokeFields.self,
            standIn: BoxStroke(stroke: Stroke(width: 1), paint: .solid(.black))
        ) { reader, fields throws(CardError) in
            let width = reader.required(fields.width)
            let paint = reader.required(fields.paint)
            var stroke = Stroke(width: width)
            stroke.join = reader[fields.join]
            stroke.cap = reader[fields.cap]
            stroke.miterLimit = reader[fields.miterLimit]
            stroke.dashes = reader.optional(fields.dashes) ?? []
            if stroke.dashes.count > 64 {
                reader.note(
                    "out-of-range", "expected at most 64 dashes and gaps", at: fields.dashes)
            }
            stroke.dashOffset = reader[fields.dashOffset]
            stroke.placement = reader[fields.placement]
            return BoxStroke(stroke: stroke, paint: paint)
        }.curing(ForeignNames.cure(forStroke:)).named("stroke", "A line along an outline")
    }

    /// The outline of glyphs, which has one colour: glyphs know no box.
    static var textOutline: ValueType {
        let stroke = Self.stroke
        return ValueType(
            form: stroke.form, read: stroke.read,
            resolve: { written, resolver throws(CardError) in
                let outline = try stroke.resolve(written, resolver)
                if case .solid = outline.paint { return outline }
                let paint = written.record?["paint"] ?? written
                throw CardError(
                    .template,
                    Diagnostic(
                        code: "paint-not-allowed",
                        "expected a colour, for the outline of a text has no gradient",
                        at: paint.location, path: paint.path, hint: "write a colour"))
            }, standIn: stroke.standIn)
    }
}

// MARK: - Shadows

struct ShadowFields: FieldSet {
    static let fields = Self()
    let color = Field<Color>.required("color", .color, example: #""ink/40%""#, "The colour")
    let x = Field(
        "x", .px(.shift), default: 0, also: ["offsetX", "dx"], example: "4",
        "To the right, in every language")
    let y = Field(
        "y", .px(.shift), default: 0, also: ["offsetY", "dy"], example: "8", "Downwards")
    let blur = Field(
        "blur", .px(.blur), default: 0, also: ["radius", "blurRadius"], example: "12",
        "The standard deviation of the Gaussian, at most 256 px on the card")
    let spread = Field(
        "spread", .px(.shift), default: 0, example: "2",
        "By how much the shape grows before it is blurred")
}

extension ValueType where Value == [Shadow] {
    /// A shadow or a list of up to 16.
    static var shadows: ValueType {
        ValueType<Shadow>.shadow.map { [$0] }
            .or(list: .list(of: .shadow, count: 0...16))
    }
}

extension ValueType where Value == Shadow {
    fileprivate static var shadow: ValueType {
        let standIn = Shadow(color: .black, offset: Point(x: 0, y: 0), sigma: 0)
        return object(
            ShadowFields.self, expected: "a shadow or a list of them", standIn: standIn
        ) { reader, fields throws(CardError) in
            Shadow(
                color: reader.required(fields.color),
                offset: Point(x: reader[fields.x], y: reader[fields.y]),
                sigma: reader[fields.blur], spread: reader[fields.spread])
        }.curing(ForeignNames.cure(forShadow:)).named("shadow", "A shadow")
    }
}
