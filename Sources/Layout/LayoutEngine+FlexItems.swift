import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartScenes

extension LayoutEngine {
    /// An item with its base length and limits along the axis.
    func flexItem(_ child: LayoutElement, in flow: FlexContainer) -> FlexItem {
        let box = child.box
        var alignment = child.alignment(in: flow.frame)
        let crossSize = flow.isRow ? box.height : box.width
        let isProportional = child.keepsProportion(to: flow.isRow ? .width : .height)
        if alignment == .stretch, crossSize != nil || isProportional { alignment = .start }
        let limits =
            flow.isRow ? child.widthLimits(in: flow.whole) : child.heightLimits(in: flow.whole)
        let base = baseLength(of: child, in: flow, alignment)
        let hasMinimum = (flow.isRow ? box.minWidth : box.minHeight) != nil
        let least =
            hasMinimum
            ? limits.least
            : max(
                limits.least,
                min(limits.most, automaticMinimum(of: child, in: flow, base: base)))
        let inset = child.frame?.padding ?? .zero
        let padding = flow.isRow ? inset.horizontal : inset.vertical
        return FlexItem(
            element: child, base: max(base, padding), padding: padding,
            limits: Limits(least: least, most: limits.most),
            grow: box.grow, shrink: box.shrink, margins: flow.axisInsets(box.margin),
            alignment: alignment)
    }

    /// The item's own length along the axis: definite, by aspect ratio or by content.
    private func baseLength(
        of child: LayoutElement, in flow: FlexContainer, _ alignment: Frame.Alignment
    ) -> Double {
        let box = child.box
        if flow.isRow {
            if let width = definite(box.width, flow.innerWidth) { return width }
            let height = decidedHeight(of: child, in: flow, alignment)
            if let ratio = child.ratio, let height { return height * ratio }
            return contentWidth(of: child, .maxContent, height: height)
        }
        if let height = definite(box.height, flow.wholeHeight) { return height }
        let width = columnWidth(of: child, in: flow, height: nil)
        if box.minHeight != nil || box.maxHeight != nil {
            // Limits clamp the hypothetical length, not the base that grows and shrinks.
            if let ratio = child.ratio { return heightByRatio(of: child, width: width, ratio) }
            return contentHeight(of: child, width: width, .maxContent)
        }
        let constraints = Constraints(
            width: .exactly(width), height: .maxContent,
            whole: ContainingBlock(width: flow.innerWidth, height: flow.wholeHeight))
        return measure(child, constraints).height
    }

    /// The height of a row's child before its width is known; nil if its content determines it.
    private func decidedHeight(
        of child: LayoutElement, in flow: FlexContainer, _ alignment: Frame.Alignment
    ) -> Double? {
        if let height = child.definiteHeight(in: flow.whole) { return height }
        guard alignment == .stretch, flow.frame.wrapping == .none, let room = flow.innerHeight
        else { return nil }
        return child.heightLimits(in: flow.whole)
            .clamp(max(0, room - child.box.margin.vertical))
    }

    /// The width of a column's child: stretched, definite, by aspect ratio or by content.
    func columnWidth(of child: LayoutElement, in flow: FlexContainer, height: Double?) -> Double {
        let available = crossExtent(of: child, in: flow.frame, inner: flow.innerWidth)
        if let width = available.exact, flow.frame.wrapping == .none || child.box.width != nil {
            return width
        }
        let room = max(0, flow.innerWidth - child.box.margin.horizontal)
        let constraints = Constraints(
            width: .atMost(room), height: height.map(AvailableSpace.exactly) ?? .maxContent,
            whole: flow.whole)
        return measure(child, constraints).width
    }

    /// Minimum length of an item without an explicit minimum: that of its content.
    ///
    /// As CSS's `min-width: auto`, with two differences: a picture without a definite size may
    /// shrink to any length, because `fit` crops it; a shape or QR code with a definite size keeps
    /// it.
    private func automaticMinimum(of child: LayoutElement, in flow: FlexContainer, base: Double)
        -> Double
    {
        let isGiven = isLengthGiven(child, in: flow)
        switch child.node.content {
        case .image, .shape: return isGiven ? base : 0
        case .qr:
            return isGiven ? base : contentLength(of: child, in: flow)
        case .text(_, let block) where block.path != nil: return isGiven ? base : 0
        case .text(let paragraph, _):
            if flow.isRow, paragraph.overflow != .error { return 0 }
        case .frame:
            if child.node.appearance.clipping == .box { return 0 }
        }
        let content = contentLength(of: child, in: flow)
        return isGiven ? min(base, content) : content
    }

    private func isLengthGiven(_ child: LayoutElement, in flow: FlexContainer) -> Bool {
        let (main, cross) =
            flow.isRow ? (child.box.width, child.box.height) : (child.box.height, child.box.width)
        return main != nil || (cross != nil && child.ratio != nil)
    }

    private func contentLength(of child: LayoutElement, in flow: FlexContainer) -> Double {
        guard !flow.isRow else {
            return contentWidth(
                of: child, .minContent, height: child.definiteHeight(in: flow.whole))
        }
        let width = columnWidth(of: child, in: flow, height: nil)
        if let ratio = child.box.aspectRatio {
            return heightByRatio(of: child, width: width, ratio)
        }
        return contentHeight(of: child, width: width, .minContent)
    }

    /// Measures the length across the axis, after the length along it is known.
    ///
    /// - Parameter available: height for a child of a wrapped row; nil for that of the row.
    func measureCross(
        of item: inout FlexItem, in flow: FlexContainer, available: AvailableSpace? = nil
    ) {
        let child = item.element
        guard flow.isRow else {
            item.cross = columnWidth(of: child, in: flow, height: item.main)
            return
        }
        let room = flow.frame.wrapping == .none ? flow.innerHeight : nil
        let constraints = Constraints(
            width: .exactly(item.main),
            height: room.map { .atMost(max(0, $0 - item.margins.cross)) } ?? available
                ?? flow.available,
            whole: flow.whole)
        item.cross = measure(child, constraints).height
        guard item.alignment == .baseline else { return }
        let size = Size(width: item.main, height: item.cross)
        item.baseline = arrange(child, size, .byContent).baseline ?? item.cross
    }
}
