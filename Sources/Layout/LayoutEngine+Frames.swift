import BlueHeartGeometry
import BlueHeartScenes

extension LayoutEngine {
    /// The width required by a frame's children, including padding.
    func frameWidth(
        of element: LayoutElement, _ frame: Frame, _ available: AvailableSpace, height: Double?
    ) -> Double {
        let inner = height.map { max(0, $0 - frame.padding.vertical) }
        var total = 0.0
        var widest = 0.0
        var count = 0
        for child in element.children where child.isInFlow {
            let width = widthShare(of: child, in: frame, available, innerHeight: inner)
            total += width
            widest = max(widest, width)
            count += 1
        }
        let isSideBySide =
            frame.axis == .row && (frame.wrapping == .none || available == .maxContent)
        let gaps = frame.gap * Double(max(0, count - 1))
        return frame.padding.horizontal + (isSideBySide ? max(0, total + gaps) : widest)
    }

    /// A child's contribution to the width of its frame, including margins.
    private func widthShare(
        of child: LayoutElement, in frame: Frame, _ available: AvailableSpace, innerHeight: Double?
    ) -> Double {
        let isRigid = frame.axis == .row && child.box.shrink == 0
        let stretched = innerHeight.flatMap { inner in
            frame.axis == .row && frame.wrapping == .none && child.box.height == nil
                && child.alignment(in: frame) == .stretch
                ? child.heightLimits(in: ContainingBlock(width: nil, height: inner))
                    .clamp(max(0, inner - child.box.margin.vertical)) : nil
        }
        let constraints = Constraints(
            width: isRigid ? .maxContent : available,
            height: stretched.map(AvailableSpace.exactly) ?? available,
            whole: ContainingBlock(width: nil, height: innerHeight))
        return measure(child, constraints).width + child.box.margin.horizontal
    }

    /// The height required by a frame's children at a width of the frame, including padding.
    func frameHeight(
        of element: LayoutElement, _ frame: Frame, width: Double, _ available: AvailableSpace
    ) -> Double {
        let inner = max(0, width - frame.padding.horizontal)
        let content: Double =
            switch frame.axis {
            case .row: rowHeight(of: element, frame, inner: inner, available)
            case .column: columnHeight(of: element, frame, inner: inner, available)
            case .overlay: overlayHeight(of: element, frame, inner: inner, available)
            }
        return frame.padding.vertical + max(0, content)
    }

    private func rowHeight(
        of element: LayoutElement, _ frame: Frame, inner: Double, _ available: AvailableSpace
    ) -> Double {
        let flow = FlexContainer(
            frame, innerWidth: inner, innerHeight: nil, whole: nil, available: available)
        let lines = flexLines(of: element, flow)
        return lines.reduce(frame.lineGap * Double(max(0, lines.count - 1))) { $0 + $1.cross }
    }

    private func columnHeight(
        of element: LayoutElement, _ frame: Frame, inner: Double, _ available: AvailableSpace
    ) -> Double {
        var total = 0.0
        var count = 0
        for child in element.children where child.isInFlow {
            let constraints = Constraints(
                width: crossExtent(of: child, in: frame, inner: inner),
                height: child.box.shrink == 0 ? .maxContent : available,
                whole: ContainingBlock(width: inner, height: nil))
            total += measure(child, constraints).height + child.box.margin.vertical
            count += 1
        }
        return total + frame.gap * Double(max(0, count - 1))
    }

    private func overlayHeight(
        of element: LayoutElement, _ frame: Frame, inner: Double, _ available: AvailableSpace
    ) -> Double {
        var highest = 0.0
        for child in element.children where child.isInFlow {
            let constraints = Constraints(
                width: crossExtent(of: child, in: frame, inner: inner), height: available,
                whole: ContainingBlock(width: inner, height: nil))
            highest = max(highest, measure(child, constraints).height + child.box.margin.vertical)
        }
        return highest
    }

    /// The available width of a child of a column or an overlay: stretched, its own or by content.
    func crossExtent(of child: LayoutElement, in frame: Frame, inner: Double) -> AvailableSpace {
        let whole = ContainingBlock(width: inner, height: nil)
        if let width = child.definiteWidth(in: whole) { return .exactly(width) }
        let room = max(0, inner - child.box.margin.horizontal)
        let isProportional =
            frame.axis == .overlay
            ? child.ratio != nil && child.box.height != nil : child.keepsProportion(to: .height)
        guard child.alignment(in: frame) == .stretch, !isProportional else {
            return .atMost(room)
        }
        return .exactly(child.widthLimits(in: whole).clamp(room))
    }
}

extension LayoutElement {
    /// Alignment across the axis; columns have no baseline alignment.
    func alignment(in frame: Frame) -> Frame.Alignment {
        let alignment = box.align ?? frame.align
        return alignment == .baseline && frame.axis != .row ? .start : alignment
    }

    /// True if the other side follows from a definite side by the node's own `aspectRatio`.
    func keepsProportion(to side: Overflow.Side) -> Bool {
        guard box.aspectRatio != nil else { return false }
        return (side == .height ? box.height : box.width) != nil
    }
}
