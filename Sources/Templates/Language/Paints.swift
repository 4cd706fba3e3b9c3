import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartJSON
import BlueHeartScenes

/// The kinds of paint that are objects.
enum PaintKind: String, CaseIterable, ExplainedChoice {
    case linear, radial, conic, pattern

    var summary: String {
        switch self {
        case .linear: "colours along a line"
        case .radial: "colours from a centre outwards"
        case .conic: "colours around a centre"
        case .pattern: "a node repeated in cells"
        }
    }
}

struct PaintFields: FieldSet {
    static let fields = Self()
    private static let gradients = ["linear", "radial", "conic"]
    static let rules: [ObjectRule] = [
        .needed(["stops"], where: "type", is: gradients),
        .needed(["node", "cell"], where: "type", is: ["pattern"]),
        .only(["angle"], where: "type", is: ["linear", "conic"]),
        .only(["from", "to"], where: "type", is: ["linear"]),
        .only(["center"], where: "type", is: ["radial", "conic"]),
        .only(["radius"], where: "type", is: ["radial"]),
        .only(["stops", "interpolation", "spread", "dither"], where: "type", is: gradients),
        .only(["cell", "rotate", "node"], where: "type", is: ["pattern"]),
        .conflict("angle", ["from", "to"]), .together(["from", "to"]),
    ]
    let type = Field<PaintKind>.required(
        "type", .choice(), example: #""linear""#, "The kind of paint")
    let angle = Field(
        "angle", .number(in: -3600...3600, unit: "degrees"), shown: "180; of a conic gradient 0",
        example: "135",
        "Of a linear gradient the direction as in CSS (0 points up, 90 right); of a conic one the place of the first colour (0 is up)"
    )
    let from = Field(
        "from", .point, example: #"{ "x": 0, "y": "100%" }"#,
        "The start of a linear gradient, with `to` in place of an angle; % of the box")
    let to = Field(
        "to", .point, example: #"{ "x": "100%", "y": 0 }"#, "The end of a linear gradient")
    let center = Field(
        "center", .point, shown: "the middle", example: #"{ "x": "50%", "y": "30%" }"#,
        "The centre of a radial or conic gradient; % of the box")
    let radius = Field(
        "radius", .length(LengthUse(name: "radius", allowsPercentage: true, range: 1e-3...1e6)),
        shown: "100%",
        example: #""80%""#, "The radius of a radial gradient; % of half the box's diagonal")
    let stops = Field<[StopValue]>(
        "stops", .list(of: .stop, count: 2...64, expected: "an array of stops"),
        also: ["colors"], example: #"[{ "color": "ink" }, { "color": "reed", "at": "60%" }]"#,
        "2 to 64 colours in ascending order; one without `at` stands evenly between its neighbours")
    let interpolation = Field(
        "interpolation", .choice(), default: Gradient.Interpolation.oklab, example: #""oklab""#,
        "The space in which colours between two stops are found")
    let spread = Field(
        "spread", .choice(), default: Gradient.Spread.pad, example: #""reflect""#,
        "The paint before the first and after the last stop")
    let dither = Field(
        "dither", .flag, default: false, example: "true",
        "Hides steps between colours; a PNG grows about tenfold by it")
    let cell = Field(
        "cell", .cell, example: #"{ "width": 24, "height": 24 }"#,
        "The size of a pattern's cell, from the top left corner of the box")
    let rotate = Field(
        "rotate", .number(in: -3600...3600, unit: "degrees"), default: 0, example: "45",
        "Turns a pattern, clockwise")
    let node = Field(
        "node", .drawing,
        example:
            #"{ "type": "shape", "shape": "ellipse", "width": 6, "height": 6, "fill": "ink" }"#,
        "The node that a pattern repeats; always there, not a `repeat`")
}

struct PointFields: FieldSet {
    static let fields = Self()
    let x = Field<Length>.required("x", .length(.place), example: #""50%""#, "From the left")
    let y = Field<Length>.required("y", .length(.place), example: #""30%""#, "From the top")
}

struct CellFields: FieldSet {
    static let fields = Self()
    let width = Field<Double>.required("width", .px(.cell), example: "24", "Width of the cell")
    let height = Field<Double>.required("height", .px(.cell), example: "24", "Height of the cell")
}

struct StopFields: FieldSet {
    static let fields = Self()
    let color = Field<Color>.required("color", .color, example: #""ink""#, "The colour")
    let at = Field(
        "at", .part(), also: ["offset", "position"], example: #""60%""#,
        "The place of the colour: 0 is the start, 1 the end")
}

/// A colour of a gradient, with its place if the file gives one.
struct StopValue: Sendable {
    var color: Color
    var offset: Double?
    var location: SourceLocation
    var path: JSONPath
}

extension LengthUse {
    fileprivate static let cell = LengthUse(name: "cell", allowsPercentage: false, range: 1...1e6)
}

// MARK: - Types

extension ValueType where Value == BoxPoint {
    static var point: ValueType {
        object(PointFields.self, standIn: .middle) { reader, fields throws(CardError) in
            BoxPoint(x: reader.required(fields.x), y: reader.required(fields.y))
        }.curing(ForeignNames.cure(forPoint:)).named("point", "A point of the box")
    }
}

extension ValueType where Value == Size {
    fileprivate static var cell: ValueType {
        object(CellFields.self, standIn: .zero) { reader, fields throws(CardError) in
            Size(width: reader.required(fields.width), height: reader.required(fields.height))
        }
    }
}

extension ValueType where Value == StopValue {
    fileprivate static var stop: ValueType {
        let standIn = StopValue(
            color: .black, location: SourceLocation(file: "", line: 1, column: 1),
            path: JSONPath())
        return object(StopFields.self, standIn: standIn) { reader, fields throws(CardError) in
            StopValue(
                color: reader.required(fields.color), offset: reader.optional(fields.at),
                location: reader.location, path: reader.path)
        }.curing(ForeignNames.cure(forStop:)).named("stop", "A colour of a gradient")
    }
}

extension ValueType where Value == BoxPaint {
    /// A colour, a gradient or a pattern.
    static var paint: ValueType {
        ValueType<Color>.color.map { BoxPaint.solid($0) }
            .scalar(expected: "a colour, a gradient or a pattern")
            .or(
                object: object(PaintFields.self, standIn: .solid(.black)) {
                    reader, fields throws(CardError) in try paint(&reader, fields)
                }
            ).named("paint", "A colour, a gradient or a pattern")
    }

    private static func paint(
        _ reader: inout RecordReader, _ fields: PaintFields
    ) throws(CardError) -> BoxPaint {
        guard let kind = reader.discriminator(fields.type) else {
            // Fields that belong to one kind only are then no faults of their own.
            reader.allow(PaintFields.self)
            return .solid(.black)
        }
        switch kind {
        case .pattern: return .pattern(pattern(&reader, fields))
        case .linear: return gradient(linear(&reader, fields), &reader, fields)
        case .radial:
            return gradient(
                .radial(
                    center: reader.optional(fields.center) ?? .middle,
                    radius: reader.optional(fields.radius) ?? .fraction(1)), &reader, fields)
        case .conic:
            return gradient(
                .conic(
                    center: reader.optional(fields.center) ?? .middle,
                    start: Angle(degrees: reader.optional(fields.angle) ?? 0)), &reader, fields)
        }
    }

    private static func pattern(
        _ reader: inout RecordReader, _ fields: PaintFields
    ) -> BoxPattern {
        BoxPattern(
            node: Indirect(reader.required(fields.node)), cell: reader.required(fields.cell),
            rotation: Angle(degrees: reader[fields.rotate]))
    }

    private static func gradient(
        _ geometry: BoxGradient.Geometry, _ reader: inout RecordReader, _ fields: PaintFields
    ) -> BoxPaint {
        .gradient(
            BoxGradient(
                geometry, stops: stops(&reader, fields),
                interpolation: reader[fields.interpolation], spread: reader[fields.spread],
                dithering: reader[fields.dither] ? .ordered : .none))
    }

    private static func linear(
        _ reader: inout RecordReader, _ fields: PaintFields
    ) -> BoxGradient.Geometry {
        let angle = reader.optional(fields.angle)
        let (start, end) = (reader.optional(fields.from), reader.optional(fields.to))
        let (hasStart, hasEnd) = (reader.has(fields.from), reader.has(fields.to))
        if reader.has(fields.angle), hasStart || hasEnd {
            reader.note(
                "conflicting-fields", "expected either an angle or from and to, found both",
                at: fields.angle, hint: "remove the angle, or from and to")
        }
        if hasStart != hasEnd {
            reader.note(
                Diagnostic(
                    code: "missing-field", "expected both from and to, found one of them",
                    at: reader.location, path: reader.path(to: hasStart ? "to" : "from")))
        }
        guard let start, let end else { return .linear(Angle(degrees: angle ?? 180)) }
        return .line(from: start, to: end)
    }

    private static func stops(
        _ reader: inout RecordReader, _ fields: PaintFields
    ) -> [Gradient.Stop] {
        let count = reader.written(fields.stops)?.list?.count
        if let count, !(2...64).contains(count) {
            reader.note(
                "stop-count", "expected 2 to 64 stops, found \(count)", at: fields.stops)
            return []
        }
        let stops = reader.required(fields.stops)
        guard stops.count > 1 else { return [] }
        let spaced = spread(stops)
        for index in spaced.indices.dropFirst()
        where spaced[index].offset < spaced[index - 1].offset {
            reader.note(
                Diagnostic(
                    code: "stops-out-of-order",
                    "expected stops from start to end, found one before the stop ahead of it",
                    at: stops[index].location, path: stops[index].path,
                    hint: "sort the stops by \"at\""))
        }
        return spaced
    }

    /// Gives stops without a place one, evenly between their neighbours that have one.
    private static func spread(_ stops: [StopValue]) -> [Gradient.Stop] {
        var offsets = stops.map(\.offset)
        let last = offsets.count - 1
        offsets[0] = offsets[0] ?? 0
        offsets[last] = offsets[last] ?? 1
        var before = 0
        for index in offsets.indices {
            guard let end = offsets[index], let start = offsets[before] else { continue }
            for gap in (before..<index).dropFirst() {
                let part = Double(gap - before) / Double(index - before)
                offsets[gap] = start + (end - start) * part
            }
            before = index
        }
        return zip(stops, offsets).map { Gradient.Stop(offset: $1 ?? 0, color: $0.color) }
    }
}

extension BoxPoint {
    static let middle = BoxPoint(x: .fraction(0.5), y: .fraction(0.5))
}
