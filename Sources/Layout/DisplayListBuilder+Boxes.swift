import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartScenes

extension DisplayListBuilder {
    /// Paints the node's fill, content and stroke, before they are composited as one picture.
    ///
    /// As in CSS the stroke is above the fill and below the content; only pictures, and frames that
    /// clip, have it above, because they would cover its inner half.
    mutating func paintParts(
        of fragment: Fragment, at context: PaintContext, into commands: inout [DrawCommand]
    ) {
        let node = fragment.element.node
        let outline = outline(of: fragment, at: context)
        paintFill(of: node, outline, at: context, into: &commands)
        let isFramed = node.appearance.clipping == .box || node.content.isImage
        if !isFramed { paintStroke(of: node, outline, at: context, into: &commands) }
        var content: [DrawCommand] = []
        paintContent(of: fragment, outline, at: context, into: &content)
        if clipsContent(of: fragment, outline) {
            let clip = Layer.Clip(outline.path, transform: context.transform)
            if !content.isEmpty { commands.append(.layer(Layer(content, clip: clip))) }
        } else {
            commands += content
        }
        if isFramed { paintStroke(of: node, outline, at: context, into: &commands) }
    }

    private mutating func paintContent(
        of fragment: Fragment, _ outline: NodeOutline, at context: PaintContext,
        into commands: inout [DrawCommand]
    ) {
        switch fragment.element.node.content {
        case .frame:
            for child in fragment.children {
                paint(child.fragment, at: context.moved(by: child.origin), into: &commands)
            }
        case .text(let paragraph, let block) where block.path != nil:
            paintTextOnPath(fragment, paragraph, block, at: context, into: &commands)
        case .text(let paragraph, let block):
            paintText(fragment, paragraph, block, at: context, into: &commands)
        case .image(let block):
            paintImage(fragment, block, in: outline.box, at: context, into: &commands)
        case .qr(let block):
            paintQR(fragment, block, in: outline, at: context, into: &commands)
        case .shape: break
        }
    }

    private func clipsContent(of fragment: Fragment, _ outline: NodeOutline) -> Bool {
        switch fragment.element.node.content {
        case .image: !outline.isRectangle
        case .frame, .text: fragment.element.node.appearance.clipping == .box
        case .shape, .qr: false
        }
    }

    private mutating func paintFill(
        of node: Node, _ outline: NodeOutline, at context: PaintContext,
        into commands: inout [DrawCommand]
    ) {
        guard let fill = node.appearance.fill, !outline.box.isEmpty, !outline.isOpen else { return }
        let paint = paint(fill, in: outline.box)
        guard !paint.isInvisible else { return }
        commands.append(
            .fill(
                PathFill(
                    outline.path, rule: node.appearance.fillRule, paint: paint,
                    transform: context.transform)))
    }

    private mutating func paintStroke(
        of node: Node, _ outline: NodeOutline, at context: PaintContext,
        into commands: inout [DrawCommand]
    ) {
        guard let line = node.appearance.stroke, line.stroke.width > 0,
            outline.isOpen || !outline.box.isEmpty
        else { return }
        let paint = paint(line.paint, in: outline.box)
        guard !paint.isInvisible else { return }
        commands.append(
            .stroke(
                PathStroke(
                    outline.path, stroke: line.stroke, rule: node.appearance.fillRule, paint: paint,
                    transform: context.transform)))
    }
}

/// The outline for fill, stroke and clip of a node, in the space before its transform.
struct NodeOutline {
    /// The node's box; on whole px if the outline consists of axis-aligned edges.
    var box: Rect
    var path: Path
    /// True if the outline is the box itself, with square corners.
    var isRectangle = false
    /// True if the outline is a line without an inside.
    var isOpen = false
}

extension DisplayListBuilder {
    func outline(of fragment: Fragment, at context: PaintContext) -> NodeOutline {
        let box = Rect(origin: context.origin, size: fragment.size)
        let node = fragment.element.node
        guard case .shape(let shape) = node.content else {
            return rectangle(node.appearance.corners, in: box, at: context)
        }
        switch shape.outline {
        case .rectangle(let corners): return rectangle(corners, in: box, at: context)
        case .line:
            return line(in: box, width: node.appearance.stroke?.stroke.width ?? 0, at: context)
        case .ellipse, .path, .heart:
            return NodeOutline(box: box, path: shape.outline.path(in: box))
        }
    }

    private func rectangle(_ corners: Corners, in box: Rect, at context: PaintContext)
        -> NodeOutline
    {
        let box = context.isUpright ? box.snapped : box
        let isSquare = corners.areSquare
        return NodeOutline(
            box: box, path: isSquare ? .rect(box) : corners.path(in: box), isRectangle: isSquare)
    }

    /// The outline of a line; an axis-aligned line is moved so that both its edges are on whole px.
    private func line(in box: Rect, width: Double, at context: PaintContext) -> NodeOutline {
        var from = box.origin
        var to = Point(x: box.maxX, y: box.maxY)
        if context.isUpright, box.height == 0 || box.width == 0 {
            if box.height == 0 {
                from.y = (from.y - width / 2).rounded() + width / 2
                to.y = from.y
            } else {
                from.x = (from.x - width / 2).rounded() + width / 2
                to.x = from.x
            }
        }
        var path = Path()
        path.move(to: from)
        path.line(to: to)
        return NodeOutline(box: box, path: path, isOpen: true)
    }
}

extension Content {
    fileprivate var isImage: Bool {
        if case .image = self { true } else { false }
    }
}

extension Paint {
    /// True if it is not visible.
    var isInvisible: Bool {
        if case .solid(let color) = self { color.alpha <= 0 } else { false }
    }
}
