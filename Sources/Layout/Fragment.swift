import Geometry

/// A node with its final size and the places of its children.
///
/// Shared by all who ask for the same size; never changed once made.
final class Fragment {
    let element: LayoutElement
    let size: Size
    /// In the order of the scene; places are from this node's top left corner.
    let children: [ChildFragment]
    /// From the top edge to the first line of text, in px; nil where there is none.
    let baseline: Double?
    let overflow: Overflow?

    init(
        _ element: LayoutElement, size: Size, children: [ChildFragment] = [],
        baseline: Double? = nil,
        overflow: Overflow? = nil
    ) {
        self.element = element
        self.size = size
        self.children = children
        self.baseline = baseline
        self.overflow = overflow
    }
}

struct ChildFragment {
    var origin: Point
    var fragment: Fragment
}

/// By how much the children of a frame are too large for it.
struct Overflow: Hashable {
    enum Side: String, Hashable { case width, height }

    var side: Side
    /// What the children take, in px.
    var needed: Double
    /// What the frame has for them, in px.
    var available: Double
}
