import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartJSON
import BlueHeartScenes

/// The forms that `shape` names.
enum ShapeKind: String, CaseIterable, ExplainedChoice {
    case rectangle, ellipse, line, path, heart

    var summary: String {
        switch self {
        case .rectangle: "the box, rounded by `corner`"
        case .ellipse: "the ellipse in the box"
        case .line:
            "from the start corner of the box to the opposite one; along the middle where one side is 0"
        case .path: "`d` as SVG writes it, and `viewBox`"
        case .heart:
            "the campaign's heart, formed by `proportion`, `cleft`, `softness`, `tilt`, `brush`"
        }
    }
}

struct ShapeFields: FieldSet {
    static let fields = Self()
    static let owner: String? = "a shape"
    /// Fields that belong to one form only.
    static let kinds: [ObjectRule] = [
        .only(PathFields.names, where: "shape", is: ["path"]),
        .needed(PathFields.names, where: "shape", is: ["path"]),
        .only(HeartFields.declared.map(\.name), where: "shape", is: ["heart"]),
    ]
    let shape = Field(
        "shape", .choice(ShapeKind.self), example: #""heart""#, "The form; needed")
}

/// Fields of a shape node that a shape in `clip` does not have.
struct FillRuleFields: FieldSet {
    static let fields = Self()
    static let owner: String? = "a shape"
    let fillRule = Field(
        "fillRule", .choice(), default: FillRule.nonZero, example: #""evenOdd""#,
        "The parts of a path that count as inside")
}

struct PathFields: FieldSet {
    static let fields = Self()
    static let owner: String? = "a path"
    static let names = ["d", "viewBox"]
    let d = Field(
        "d", .pathData, also: ["path", "data", "points"], example: #""M0 0H10V10Z""#,
        "The path as SVG writes it, up to 200,000 bytes; needed with `path`")
    let viewBox = Field(
        "viewBox", .viewBox, example: "[0, 0, 100, 105]",
        "`[x, y, width, height]`: the part of the path that is fitted into the box; needed with `path`"
    )
}

struct HeartFields: FieldSet {
    static let fields = Self()
    static let owner: String? = "a heart"
    private static let standard = HeartShape()
    let proportion = Field(
        "proportion", .number(in: 0.6...1.4), default: standard.proportion, example: "0.9",
        "Height divided by width")
    let cleft = Field(
        "cleft", .number(in: 0...1), default: standard.cleft, example: "0.5",
        "The depth of the notch")
    let softness = Field(
        "softness", .number(in: 0...1), default: standard.softness, example: "0.2",
        "The roundness of the point")
    let tilt = Field(
        "tilt", .number(in: -360...360, unit: "degrees"), default: 0, example: "-6",
        "Turns the heart clockwise")
    let brush = Field(
        "brush", .number(in: 0...1), default: standard.brush, example: "0.1",
        "The unevenness of a painted edge")
}

extension RecordReader {
    /// The form that `shape` names, with the fields that belong to it; nil where it is at fault.
    mutating func outline(corners: Corners?) -> ShapeOutline? {
        guard let kind = discriminator(ShapeFields.fields.shape) else {
            allow(PathFields.self)
            allow(HeartFields.self)
            return nil
        }
        switch kind {
        case .rectangle: return .rectangle(corners ?? .square)
        case .ellipse: return .ellipse
        case .line: return .line
        case .path: return pathOutline()
        case .heart: return .heart(heart())
        }
    }

    private mutating func pathOutline() -> ShapeOutline {
        let fields = PathFields.fields
        return .path(required(fields.d), viewBox: required(fields.viewBox))
    }

    /// The fields of a heart, each with a default.
    mutating func heart() -> HeartShape {
        let fields = HeartFields.fields
        return HeartShape(
            proportion: self[fields.proportion], cleft: self[fields.cleft],
            softness: self[fields.softness], tilt: Angle(degrees: self[fields.tilt]),
            brush: self[fields.brush])
    }
}

// MARK: - Clip

/// Clipping of a node.
enum ClipValue: Sendable {
    case nothing, box
    case shape(ShapeOutline)
}

extension ValueType where Value == ClipValue {
    static var clip: ValueType {
        let table = LazyTable {
            FieldTable(
                [
                    ShapeFields.self, PathFields.self, HeartFields.self, ClipCornerFields.self,
                ], rules: ShapeFields.kinds + [.anyOf(["shape"])])
        }
        return ValueType<Bool>.flag.map { $0 ? ClipValue.box : .nothing }
            .expecting("true, false or a shape")
            .or(
                object: object(table, standIn: .nothing) { reader throws(CardError) in
                    let corners = reader.clipCorners()
                    return reader.outline(corners: corners).map { .shape($0) } ?? .nothing
                }
            ).named("clip", "The rounded box (`true`) or a shape")
    }
}

/// The corners of a rectangle in `clip`.
struct ClipCornerFields: FieldSet {
    static let fields = Self()
    let corner = LookFields.fields.corner
    let cornerSmoothing = LookFields.fields.cornerSmoothing
}

extension RecordReader {
    fileprivate mutating func clipCorners() -> Corners? {
        corners(LookFields.fields)
    }
}

// MARK: - Paths

/// Bytes of the longest path data that is read.
private let pathBytes = 200_000

extension ValueType where Value == Path {
    /// The contours that a path's data describe; there is at least one.
    static var pathData: ValueType {
        constant(
            .text(pattern: #"[\sMmLlHhVvCcSsQqTtAaZz0-9eE.,+-]*"#), standIn: Path()
        ) { node, path, _ throws(CardError) in
            let text = try node.string(at: path)
            guard text.utf8.count <= pathBytes else {
                throw fault(
                    "bad-path", "expected a path of at most \(pathBytes) bytes, found more",
                    of: node, at: path, hint: "simplify it")
            }
            let contours: Path
            do throws(PathDataError) {
                contours = try PathData.read(text)
            } catch {
                throw fault("bad-path", error.description, of: node, at: path)
            }
            guard !contours.isEmpty else {
                throw fault(
                    "bad-path", "expected a path, found none", of: node, at: path,
                    hint: "write \"M0 0H10V10Z\"")
            }
            return contours
        }
    }
}

extension ValueType where Value == Rect {
    static var viewBox: ValueType {
        constant(
            .list(.number(-1e6...1e6, unit: ""), count: 4...4),
            standIn: Rect(x: 0, y: 0, width: 1, height: 1)
        ) { node, path, _ throws(CardError) in
            let elements = try node.array(at: path)
            guard elements.count == 4 else {
                throw fault(
                    "wrong-type", "expected four numbers, found \(elements.count)", of: node,
                    at: path, hint: "write [x, y, width, height]")
            }
            var numbers: [Double] = []
            for (index, element) in elements.enumerated() {
                let range = index < 2 ? -1e6...1e6 : 1e-3...1e6
                numbers.append(try element.number(at: path.appending(.index(index)), in: range))
            }
            return Rect(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
        }
    }
}
