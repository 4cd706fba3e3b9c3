import Diagnostics
import Drawing
import Geometry
import JSON
import Scenes

/// The forms that `shape` names.
enum ShapeKind: String, CaseIterable { case rectangle, ellipse, line, path, heart }

/// Bytes of the longest path data that is read.
private let pathBytes = 200_000

extension Scope {
    /// The form that `shape` names, with the fields that belong to it.
    func outline(_ object: inout ObjectReader, corners: Corners?) -> ShapeOutline? {
        guard let kind = object.choice("shape", of: ShapeKind.self) else {
            object.allow("d", "viewBox", "proportion", "cleft", "softness", "tilt", "brush")
            return nil
        }
        switch kind {
        case .rectangle: return .rectangle(corners ?? .square)
        case .ellipse: return .ellipse
        case .line: return .line
        case .path: return path(&object)
        case .heart: return .heart(heart(&object))
        }
    }

    /// The fields of a heart, each with a standard.
    func heart(_ object: inout ObjectReader) -> HeartShape {
        let standard = HeartShape()
        return HeartShape(
            proportion: object.number("proportion", in: 0.6...1.4, default: standard.proportion),
            cleft: object.number("cleft", in: 0...1, default: standard.cleft),
            softness: object.number("softness", in: 0...1, default: standard.softness),
            tilt: Angle(
                degrees: object.number("tilt", in: -360...360, unit: "degrees", default: 0)),
            brush: object.number("brush", in: 0...1, default: standard.brush))
    }

    private func path(_ object: inout ObjectReader) -> ShapeOutline? {
        let path = object.optional("d", pathData)
        if path == nil { _ = object.node("d") }
        let viewBox = object.optional("viewBox", self.viewBox)
        if viewBox == nil { _ = object.node("viewBox") }
        guard let path, let viewBox else { return nil }
        return .path(path, viewBox: viewBox)
    }

    /// The contours that a path's data describe; there is at least one.
    func pathData(_ node: JSONNode, at path: JSONPath) throws(CardError) -> Path {
        let text = try node.string(at: path)
        guard text.utf8.count <= pathBytes else {
            throw fault(
                "bad-path", "expected a path of at most \(pathBytes) bytes, found more", of: node,
                at: path, hint: "simplify it")
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

    func viewBox(_ node: JSONNode, at path: JSONPath) throws(CardError) -> Rect {
        let elements = try node.array(at: path)
        guard elements.count == 4 else {
            throw fault(
                "wrong-type", "expected four numbers, found \(elements.count)", of: node, at: path,
                hint: "write [x, y, width, height]")
        }
        var numbers: [Double] = []
        for (index, element) in elements.enumerated() {
            let range = index < 2 ? -1e6...1e6 : 1e-3...1e6
            numbers.append(try element.number(at: path.appending(.index(index)), in: range))
        }
        return Rect(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
    }
}
