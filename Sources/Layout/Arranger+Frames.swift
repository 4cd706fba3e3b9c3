import Geometry
import Scenes

extension Arranger {
    /// The width a frame's children ask for, padding counted.
    func frameWidth(
        of element: Element, _ frame: Frame, _ extent: Extent, height: Double?
    ) -> Double {
        let inner = height.map { max(0, $0 - frame.padding.vertical) }
        var total = 0.0
        var widest = 0.0
        var count = 0
        for child in element.children where child.isInFlow {
            let width = widthShare(of: child, in: frame, extent, innerHeight: inner)
            total += width
            widest = max(widest, width)
            count += 1
        }
        let isSideBySide =
            frame.axis == .row && (frame.wrapping == .none || extent == .maxContent)
        let gaps = frame.gap * Double(max(0, count - 1))
        return frame.padding.horizontal + (isSideBySide ? max(0, total + gaps) : widest)
    }

    /// What a child adds to the width of its frame, margins counted.
    private func widthShare(
        of child: Element, in frame: Frame, _ extent: Extent, innerHeight: Double?
    ) -> Double {
        let isRigid = frame.axis == .row && child.box.shrink == 0
        let stretched = innerHeight.flatMap { inner in
            frame.axis == .row && frame.wrapping == .none && child.box.height == nil
                && child.alignment(in: frame) == .stretch
                ? child.heightLimits(in: Whole(width: nil, height: inner))
                    .clamp(max(0, inner - child.box.margin.vertical)) : nil
        }
        let question = Question(
            width: isRigid ? .maxContent : extent, height: stretched.map(Extent.exactly) ?? extent,
            whole: Whole(width: nil, height: innerHeight))
        return measure(child, question).width + child.box.margin.horizontal
    }

    /// The height a frame's children ask for at a width of the frame, padding counted.
    func frameHeight(
        of element: Element, _ frame: Frame, width: Double, _ extent: Extent
    ) -> Double {
        let inner = max(0, width - frame.padding.horizontal)
        let content: Double =
            switch frame.axis {
            case .row: rowHeight(of: element, frame, inner: inner, extent)
            case .column: columnHeight(of: element, frame, inner: inner, extent)
            case .overlay: overlayHeight(of: element, frame, inner: inner, extent)
            }
        return frame.padding.vertical + max(0, content)
    }

    private func rowHeight(
        of element: Element, _ frame: Frame, inner: Double, _ extent: Extent
    ) -> Double {
        let flow = Flow(frame, innerWidth: inner, innerHeight: nil, whole: nil, extent: extent)
        let lines = flexLines(of: element, flow)
        return lines.reduce(frame.lineGap * Double(max(0, lines.count - 1))) { $0 + $1.cross }
    }

    private func columnHeight(
        of element: Element, _ frame: Frame, inner: Double, _ extent: Extent
    ) -> Double {
        var total = 0.0
        var count = 0
        for child in element.children where child.isInFlow {
            let question = Question(
                width: crossExtent(of: child, in: frame, inner: inner),
                height: child.box.shrink == 0 ? .maxContent : extent,
                whole: Whole(width: inner, height: nil))
            total += measure(child, question).height + child.box.margin.vertical
            count += 1
        }
        return total + frame.gap * Double(max(0, count - 1))
    }

    private func overlayHeight(
        of element: Element, _ frame: Frame, inner: Double, _ extent: Extent
    ) -> Double {
        var highest = 0.0
        for child in element.children where child.isInFlow {
            let question = Question(
                width: crossExtent(of: child, in: frame, inner: inner), height: extent,
                whole: Whole(width: inner, height: nil))
            highest = max(highest, measure(child, question).height + child.box.margin.vertical)
        }
        return highest
    }

    /// The width of a child of a column or an overlay: stretched, its own or by content.
    func crossExtent(of child: Element, in frame: Frame, inner: Double) -> Extent {
        let whole = Whole(width: inner, height: nil)
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

extension Element {
    /// Across the axis; columns know no baselines.
    func alignment(in frame: Frame) -> Frame.Alignment {
        let alignment = box.align ?? frame.align
        return alignment == .baseline && frame.axis != .row ? .start : alignment
    }

    /// Whether the other side follows from a given side by the node's own `aspectRatio`.
    func keepsProportion(to side: Overflow.Side) -> Bool {
        guard box.aspectRatio != nil else { return false }
        return (side == .height ? box.height : box.width) != nil
    }
}
