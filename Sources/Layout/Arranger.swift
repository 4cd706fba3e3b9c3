import Diagnostics
import Drawing
import Geometry
import Scenes

/// Measures and arranges the nodes of one scene.
///
/// Lives for one call of `layOut`. Measuring never fails: a fault gives a box of no size and is
/// kept in `faults`; what does not fit is found when the final boxes are painted.
final class Arranger {
    let context: LayoutContext
    var faults = Faults()
    /// All it made, whose arrangements lead back to them: they are let go at the end.
    private var elements: [Element] = []

    deinit {
        for element in elements { element.arrangements = [] }
    }

    init(context: LayoutContext) {
        self.context = context
    }

    /// The tree to lay out for a node and all below it.
    func element(for node: Node) -> Element {
        let element = newElement(for: node)
        elements.append(element)
        return element
    }

    private func newElement(for node: Node) -> Element {
        switch node.content {
        case .frame(let frame):
            return Element(node, children: frame.children.map(element(for:)), ratio: nil)
        case .text: return Element(node, ratio: nil)
        case .shape(let block): return Element(node, ratio: block.outline.ratio)
        case .image(let block):
            let size = imageSize(block.image, for: node)
            return Element(
                node, ratio: size.isEmpty ? nil : size.aspectRatio, naturalSize: size)
        case .qr(let block):
            let code = code(block, for: node)
            let side = code.map { QRGrid.naturalModule * Double($0.modules(with: block)) } ?? 0
            return Element(
                node, ratio: 1, naturalSize: Size(width: side, height: side), code: code)
        }
    }

    private func imageSize(_ image: ImageReference, for node: Node) -> Size {
        do {
            return try context.images.size(of: image)
        } catch {
            faults.note(error, at: node.origin)
            return .zero
        }
    }
}

extension ShapeOutline {
    /// Width divided by height of outlines that have a form of their own.
    var ratio: Double? {
        switch self {
        case .path(_, let viewBox): viewBox.isEmpty ? nil : viewBox.size.aspectRatio
        case .heart(let heart): heart.proportion > 0 ? 1 / heart.proportion : nil
        case .rectangle, .ellipse, .line: nil
        }
    }
}
