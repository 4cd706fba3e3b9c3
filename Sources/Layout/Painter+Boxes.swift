import Drawing
import Geometry
import Scenes

extension Painter {
    /// The node's fill, content and stroke, without what joins them into one picture.
    ///
    /// As in CSS the stroke lies above the fill and below the content; only pictures, and frames
    /// that clip, have it above, for they would cover its inner half.
    mutating func paintParts(
        of placed: Placed, at stand: Stand, into commands: inout [DrawCommand]
    ) {
        let node = placed.element.node
        let form = form(of: placed, at: stand)
        paintFill(of: node, form, at: stand, into: &commands)
        let isFramed = node.appearance.clipping == .box || node.content.isImage
        if !isFramed { paintStroke(of: node, form, at: stand, into: &commands) }
        var content: [DrawCommand] = []
        paintContent(of: placed, form, at: stand, into: &content)
        if clipsContent(of: placed, form) {
            let clip = Layer.Clip(form.path, transform: stand.transform)
            if !content.isEmpty { commands.append(.layer(Layer(content, clip: clip))) }
        } else {
            commands += content
        }
        if isFramed { paintStroke(of: node, form, at: stand, into: &commands) }
    }

    private mutating func paintContent(
        of placed: Placed, _ form: Form, at stand: Stand, into commands: inout [DrawCommand]
    ) {
        switch placed.element.node.content {
        case .frame:
            for child in placed.children {
                paint(child.placed, at: stand.moved(by: child.origin), into: &commands)
            }
        case .text(let paragraph, let block) where block.path != nil:
            paintTextOnPath(placed, paragraph, block, at: stand, into: &commands)
        case .text(let paragraph, let block):
            paintText(placed, paragraph, block, at: stand, into: &commands)
        case .image(let block):
            paintImage(placed, block, in: form.box, at: stand, into: &commands)
        case .qr(let block):
            paintQR(placed, block, in: form, at: stand, into: &commands)
        case .shape: break
        }
    }

    private func clipsContent(of placed: Placed, _ form: Form) -> Bool {
        switch placed.element.node.content {
        case .image: !form.isRectangle
        case .frame, .text: placed.element.node.appearance.clipping == .box
        case .shape, .qr: false
        }
    }

    private mutating func paintFill(
        of node: Node, _ form: Form, at stand: Stand, into commands: inout [DrawCommand]
    ) {
        guard let fill = node.appearance.fill, !form.box.isEmpty, !form.isOpen else { return }
        let paint = paint(fill, in: form.box)
        guard !paint.isInvisible else { return }
        commands.append(
            .fill(
                PathFill(
                    form.path, rule: node.appearance.fillRule, paint: paint,
                    transform: stand.transform)))
    }

    private mutating func paintStroke(
        of node: Node, _ form: Form, at stand: Stand, into commands: inout [DrawCommand]
    ) {
        guard let line = node.appearance.stroke, line.stroke.width > 0,
            form.isOpen || !form.box.isEmpty
        else { return }
        let paint = paint(line.paint, in: form.box)
        guard !paint.isInvisible else { return }
        commands.append(
            .stroke(
                PathStroke(
                    form.path, stroke: line.stroke, rule: node.appearance.fillRule, paint: paint,
                    transform: stand.transform)))
    }
}

/// The outline that fill, stroke and clip of a node use, in the space before its transform.
struct Form {
    /// The node's box; on whole px where the outline is made of upright edges.
    var box: Rect
    var path: Path
    /// Whether the outline is the box itself, with square corners.
    var isRectangle = false
    /// Whether the outline is a line that has no inside.
    var isOpen = false
}

extension Painter {
    func form(of placed: Placed, at stand: Stand) -> Form {
        let box = Rect(origin: stand.origin, size: placed.size)
        let node = placed.element.node
        guard case .shape(let shape) = node.content else {
            return rectangle(node.appearance.corners, in: box, at: stand)
        }
        switch shape.outline {
        case .rectangle(let corners): return rectangle(corners, in: box, at: stand)
        case .line:
            return line(in: box, width: node.appearance.stroke?.stroke.width ?? 0, at: stand)
        case .ellipse, .path, .heart:
            return Form(box: box, path: shape.outline.path(in: box))
        }
    }

    private func rectangle(_ corners: Corners, in box: Rect, at stand: Stand) -> Form {
        let box = stand.isUpright ? box.snapped : box
        let isSquare = corners.areSquare
        return Form(
            box: box, path: isSquare ? .rect(box) : corners.path(in: box), isRectangle: isSquare)
    }

    /// An upright line is moved so that both its edges lie on whole px.
    private func line(in box: Rect, width: Double, at stand: Stand) -> Form {
        var from = box.origin
        var to = Point(x: box.maxX, y: box.maxY)
        if stand.isUpright, box.height == 0 || box.width == 0 {
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
        return Form(box: box, path: path, isOpen: true)
    }
}

extension Content {
    fileprivate var isImage: Bool {
        if case .image = self { true } else { false }
    }
}

extension Paint {
    /// Whether nothing can be seen of it.
    var isInvisible: Bool {
        if case .solid(let color) = self { color.alpha <= 0 } else { false }
    }
}
