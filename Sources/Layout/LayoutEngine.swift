import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartScenes

/// Measures and positions the nodes of one scene.
///
/// Lives for one call of `layOut`. Measuring never fails: a fault gives a box of size zero and is
/// recorded in `faults`; overflow is detected when the final boxes are painted.
final class LayoutEngine {
    let context: LayoutContext
    var faults = Faults()
    /// All created elements; their fragments refer back to them, and the cycles are broken at the
    /// end.
    private var elements: [LayoutElement] = []

    deinit {
        for element in elements { element.arrangements = [] }
    }

    init(context: LayoutContext) {
        self.context = context
    }

    /// Creates the layout tree of a node.
    func element(for node: Node) -> LayoutElement {
        let element = newElement(for: node)
        elements.append(element)
        return element
    }

    private func newElement(for node: Node) -> LayoutElement {
        switch node.content {
        case .frame(let frame):
            return LayoutElement(node, children: frame.children.map(element(for:)), ratio: nil)
        case .text: return LayoutElement(node, ratio: nil)
        case .shape(let block): return LayoutElement(node, ratio: block.outline.ratio)
        case .image(let block):
            let size = imageSize(block.image, for: node)
            return LayoutElement(
                node, ratio: size.isEmpty ? nil : size.aspectRatio, naturalSize: size)
        case .qr(let block):
            let code = code(block, for: node)
            let side = code.map { QRGrid.naturalModule * Double($0.modules(with: block)) } ?? 0
            return LayoutElement(
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
    /// Width divided by height of shapes with proportions of their own.
    var ratio: Double? {
        switch self {
        case .path(_, let viewBox): viewBox.isEmpty ? nil : viewBox.size.aspectRatio
        case .heart(let heart): heart.proportion > 0 ? 1 / heart.proportion : nil
        case .rectangle, .ellipse, .line: nil
        }
    }
}
