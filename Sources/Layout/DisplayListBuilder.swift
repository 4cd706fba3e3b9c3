import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartScenes

/// Builds the display list from fragments, and reports the positions of nodes.
///
/// Translations are added to the coordinates, so that boxes and baselines can be snapped to whole
/// px; rotated, scaled and skewed nodes are drawn through a transform, unsnapped.
struct DisplayListBuilder {
    let engine: LayoutEngine
    private(set) var nodes: [NodeReport] = []
    var texts: [TextReport] = []
    private(set) var symbols: [SymbolReport] = []
    /// False inside patterns and masks, whose nodes are not reported.
    private(set) var isReporting = true
    private(set) var shown = VisibleAreas()

    let detail: ReportDetail

    /// The content of text reports: results only, or also the decisions, including those for texts
    /// that do not fit.
    enum ReportDetail { case results, reasons }

    init(_ engine: LayoutEngine, detail: ReportDetail) {
        self.engine = engine
        self.detail = detail
    }

    mutating func commands(for root: Fragment) -> [DrawCommand] {
        shown = VisibleAreas(of: root)
        var commands: [DrawCommand] = []
        paint(
            root, at: PaintContext(origin: .zero, transform: .identity, parent: nil),
            into: &commands)
        return commands
    }

    /// The commands of a node that is laid out separately in a box of `size` and not reported.
    mutating func decoration(_ node: Node, size: Size, at context: PaintContext) -> [DrawCommand] {
        let wasReporting = isReporting
        isReporting = false
        defer { isReporting = wasReporting }
        let fragment = engine.arrange(engine.element(for: node), size, .definite)
        var commands: [DrawCommand] = []
        paint(fragment, at: context, into: &commands)
        return commands
    }

    /// Paints a node and its descendants.
    mutating func paint(
        _ fragment: Fragment, at context: PaintContext, into commands: inout [DrawCommand]
    ) {
        let node = fragment.element.node
        var here = context
        let unturned = Rect(origin: context.origin, size: fragment.size)
        if node.appearance.transform != .identity {
            let turn = node.appearance.transform.around(unturned.center)
            here.transform = turn.then(context.transform)
            here = here.simplified
        }
        report(fragment, at: &here)
        reportOverflow(of: fragment)
        guard node.appearance.opacity > 0 || isReporting else { return }
        var own: [DrawCommand] = []
        paintParts(of: fragment, at: here, into: &own)
        reportSymbol(fragment, own, at: here)
        wrap(own, of: fragment, at: here, into: &commands)
    }

    private mutating func report(_ fragment: Fragment, at context: inout PaintContext) {
        guard isReporting else { return }
        let node = fragment.element.node
        let box = context.transform.bounds(of: Rect(origin: context.origin, size: fragment.size))
        nodes.append(
            NodeReport(
                id: node.id, origin: node.origin, kind: node.content.kind,
                role: node.role ?? context.parent.flatMap { nodes[$0].role }, box: box,
                parent: context.parent))
        context.parent = nodes.count - 1
        warnIfInvisible(fragment)
    }

    /// A QR code counts as a symbol, unless its role is `decoration`.
    private mutating func reportSymbol(
        _ fragment: Fragment, _ commands: [DrawCommand], at context: PaintContext
    ) {
        guard let index = reportIndex(at: context), !commands.isEmpty else { return }
        let node = fragment.element.node
        let isCode = nodes[index].kind == .qr && nodes[index].role != .decoration
        guard node.role == .symbol || isCode else { return }
        symbols.append(
            SymbolReport(
                node: index, commands: commands,
                distortion: fragment.stretch * context.transform.stretch))
    }

    /// Index for the text's report; nil if nothing is reported.
    func reportIndex(at context: PaintContext) -> Int? { isReporting ? context.parent : nil }
}

/// The position and transform at which a node is painted.
struct PaintContext {
    /// Top left corner of the box, in the space before `transform`.
    var origin: Point
    var transform: Transform
    /// Index of the report of the painting node.
    var parent: Int?

    /// True if coordinates are px of the card.
    var isUpright: Bool { transform == .identity }

    /// The same context with a translation moved into the origin.
    var simplified: PaintContext {
        let isMove =
            transform.a == 1 && transform.b == 0 && transform.c == 0 && transform.d == 1
        guard isMove, !isUpright else { return self }
        let shift = Point(x: transform.tx, y: transform.ty)
        return PaintContext(origin: origin + shift, transform: .identity, parent: parent)
    }

    func moved(by shift: Point) -> PaintContext {
        PaintContext(origin: origin + shift, transform: transform, parent: parent)
    }
}

extension Content {
    fileprivate var kind: NodeReport.Kind {
        switch self {
        case .frame: .frame
        case .text: .text
        case .image(let block): .image(block.image)
        case .qr: .qr
        case .shape(let block):
            switch block.outline {
            case .rectangle: .rectangle
            case .ellipse: .ellipse
            case .line: .line
            case .path: .path
            case .heart: .heart
            }
        }
    }
}

extension Fragment {
    /// Ratio of the scales of a picture that fills its box.
    fileprivate var stretch: Double {
        guard case .image(let block) = element.node.content, block.fit == .fill else { return 1 }
        let natural = element.naturalSize
        guard !natural.isEmpty, !size.isEmpty else { return 1 }
        let ratio = size.width / natural.width / (size.height / natural.height)
        return max(ratio, 1 / ratio)
    }
}

extension Transform {
    /// Ratio of the axes of the ellipse that a circle becomes, the longer divided by the shorter.
    fileprivate var stretch: Double {
        // The singular values of a 2 x 2 matrix are half the sum and half the difference of these.
        let sum = Point(x: a + d, y: b - c).length
        let difference = Point(x: a - d, y: b + c).length
        let shorter = abs(sum - difference)
        return shorter > 1e-9 ? (sum + difference) / shorter : 1e9
    }
}
