import Diagnostics
import Drawing
import Geometry
import JSON
import Scenes

private enum PathShape: String, CaseIterable { case ellipse, path }

extension Scope {
    /// `{ shape, at, … }`: the line that the words stand on.
    func textPath(_ node: JSONNode, at path: JSONPath) throws(CardError) -> TextPath {
        guard case .object = node.value else {
            throw node.wrongType(expected: "an object with a shape", at: path)
        }
        var object = ObjectReader(node, at: path)
        let shape = object.choice("shape", of: PathShape.self)
        let course =
            switch shape {
            case .ellipse, nil: ellipse(&object)
            case .path: course(&object)
            }
        if shape == nil { object.allow("at", "inset", "turn", "d", "viewBox") }
        let level = object.choice("level", of: TextPath.Level.self, default: .baseline)
        let share = object.optional("room", share) ?? 1
        try object.finish()
        return TextPath(course, level: level, share: share)
    }

    private func ellipse(_ object: inout ObjectReader) -> TextPath.Course {
        let degrees = object.number("at", in: -3600...3600, unit: "degrees", default: 0)
        let inset =
            object.optional("inset") { node, path throws(CardError) in
                try px(node, at: path, .shift)
            } ?? 0
        return .ellipse(
            at: Angle(degrees: degrees), inset: inset,
            turn: object.choice("turn", of: TextPath.Turn.self, default: .clockwise))
    }

    private func course(_ object: inout ObjectReader) -> TextPath.Course {
        let data = object.read("d", orStandIn: Path(), pathData)
        let viewBox = object.read("viewBox", orStandIn: .zero, viewBox)
        return .path(data, viewBox: viewBox, at: object.optional("at", partOfWhole))
    }

    /// `"50%"` or 0.5, above 0.
    private func share(_ node: JSONNode, at path: JSONPath) throws(CardError) -> Double {
        let share = try partOfWhole(node, at: path)
        guard share > 0 else {
            throw fault(
                "out-of-range", "expected more than nothing, found 0", of: node, at: path,
                hint: "write \"100%\" for the whole line")
        }
        return share
    }

    /// Sees that nothing is asked of words on a path that only straight lines have.
    func noteWhatPathsLack(
        _ object: inout ObjectReader, _ styles: [TextStyle], paint: BoxPaint?
    ) {
        if styles.contains(where: \.isDecorated) {
            object.note(
                "conflicting-fields",
                "expected no highlight, underline or strike on a path, found one", at: "textPath",
                hint: "take it from the text, its styles and its spanStyles")
        }
        if let paint, !paint.isSolid {
            object.note(
                "paint-not-allowed", "expected a colour, for words on a path have no gradient",
                at: "color", hint: "write a colour")
        }
    }
}
