import BlueHeartCodecs
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartScenes

/// A node during layout, with all its measurements.
///
/// Owned by one `LayoutEngine`, with the same lifetime. Every measurement is cached, so that the
/// cost grows with the number of nodes and not with the depth of the tree.
final class LayoutElement {
    let node: Node
    let children: [LayoutElement]
    /// Width divided by height: the node's own, otherwise that of its content; nil if it has none.
    let ratio: Double?
    /// The intrinsic size of a picture; zero for other nodes.
    let naturalSize: Size
    /// The modules of a QR code; nil for other nodes.
    let code: QRMatrix?
    let usesPercentages: Bool

    var sizes: [(constraints: Constraints, size: Size)] = []
    var arrangements: [(size: Size, height: Definiteness, fragment: Fragment)] = []
    var textWidths: (least: Double, most: Double)?
    var texts: [CachedText] = []

    init(
        _ node: Node, children: [LayoutElement] = [], ratio: Double?, naturalSize: Size = .zero,
        code: QRMatrix? = nil
    ) {
        self.node = node
        self.children = children
        self.ratio = node.box.aspectRatio ?? ratio
        self.naturalSize = naturalSize
        self.code = code
        self.usesPercentages = node.box.hasPercentages
    }

    var box: Box { node.box }

    var isInFlow: Bool { node.box.position == .flow }

    var isTextOnPath: Bool {
        if case .text(_, let block) = node.content { block.path != nil } else { false }
    }

    /// True if a text in its flow may have several sizes, and no definite height is around it.
    var holdsTextToFit: Bool {
        guard box.height == nil else { return false }
        switch node.content {
        case .text(let paragraph, let block):
            return block.path == nil
                && paragraph.fontSize.lowerBound < paragraph.fontSize.upperBound
        case .frame where node.appearance.cutsOff: return false
        case .frame: return children.contains { $0.isInFlow && $0.holdsTextToFit }
        case .image, .shape, .qr: return false
        }
    }

    var frame: Frame? {
        if case .frame(let frame) = node.content { frame } else { nil }
    }
}

/// Definiteness of a height: whether percentages of the children can refer to it.
enum Definiteness: Hashable { case definite, byContent }

extension Box {
    /// True if any of the node's own lengths depends on the parent's size.
    fileprivate var hasPercentages: Bool {
        [width, height, minWidth, maxWidth, minHeight, maxHeight].contains { length in
            if case .fraction = length { true } else { false }
        }
    }
}
