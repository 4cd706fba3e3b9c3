import Diagnostics
import Geometry
import JSON
import Placements

/// What the lengths of a template count in.
enum Reference: Hashable, Sendable {
    /// Px of a canvas of this size, which the card is fitted around.
    case size(Size)
    /// Px of the screen on which people see the placement.
    case display

    static let standard = Reference.size(Size(width: 1080, height: 1080))

    /// A width and a height in px, or `display`.
    static func read(_ node: JSONNode, at path: JSONPath) throws(CardError) -> Reference {
        if case .string(let text) = node.value {
            if isSameName(text, "display") { return .display }
            throw fault(
                "unknown-choice", "expected a size or \"display\", found \(quoted(text))",
                of: node, at: path,
                hint: "write \"display\" or { \"width\": 1080, \"height\": 1080 }")
        }
        guard case .object = node.value else {
            throw node.wrongType(expected: "a size or \"display\"", at: path)
        }
        var object = ObjectReader(node, at: path)
        let size = Size(
            width: object.number("width", in: 16...8_192, unit: "px"),
            height: object.number("height", in: 16...8_192, unit: "px"))
        try object.finish()
        return .size(size)
    }
}

extension Canvas {
    /// Width in px of the screen of a placement of which nothing is known: a phone's.
    static let phoneWidth = 360.0

    func scaled(to reference: Reference) -> Canvas {
        var canvas = self
        canvas.scale =
            switch reference {
            case .size(let size): min(width / size.width, height / size.height)
            case .display: width / displayWidth
            }
        return canvas
    }
}
