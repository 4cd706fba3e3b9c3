import BlueHeartGeometry

/// A node with its final size and the positions of its children.
///
/// Shared by all requests for the same size; immutable.
final class Fragment {
    let element: LayoutElement
    let size: Size
    /// Children in the order of the scene; positions are relative to this node's top left corner.
    let children: [ChildFragment]
    /// Distance from the top edge to the first baseline, in px; nil if there is none.
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

/// The excess of a frame's children over its inner box.
struct Overflow: Hashable {
    enum Side: String, Hashable { case width, height }

    var side: Side
    /// Length required by the children, in px.
    var needed: Double
    /// Length available in the frame, in px.
    var available: Double
}
