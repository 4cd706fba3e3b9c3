import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartScenes

extension LayoutEngine {
    /// The node at its final size, with the positions of all nodes below it.
    func arrange(_ element: LayoutElement, _ size: Size, _ height: Definiteness) -> Fragment {
        let known = element.arrangements.first { $0.size == size && $0.height == height }
        if let known { return known.fragment }
        let fragment = computeFragment(element, size, height)
        element.arrangements.append((size, height, fragment))
        return fragment
    }

    private func computeFragment(_ element: LayoutElement, _ size: Size, _ height: Definiteness)
        -> Fragment
    {
        switch element.node.content {
        case .text(_, let block) where block.path != nil: return Fragment(element, size: size)
        case .text(let paragraph, let block):
            let baseline = textBaseline(of: element, paragraph, block, in: size)
            return Fragment(element, size: size, baseline: baseline)
        case .image, .shape, .qr: return Fragment(element, size: size)
        case .frame(let frame): return arrangeFrame(element, frame, size, height)
        }
    }

    private func arrangeFrame(
        _ element: LayoutElement, _ frame: Frame, _ size: Size, _ height: Definiteness
    ) -> Fragment {
        let inner = frame.innerBox(of: size)
        let whole = height == .definite ? inner.height : nil
        var arrangement: Arrangement
        if frame.axis == .overlay {
            arrangement = overlay(of: element, frame, in: inner, whole: whole)
        } else {
            let flow = FlexContainer(
                frame, innerWidth: inner.width, innerHeight: inner.height, whole: whole,
                available: .maxContent)
            arrangement = lines(flexLines(of: element, flow), in: inner, flow)
        }
        let baseline = arrangement.baselineChild.map {
            $0.origin.y + ($0.fragment.baseline ?? $0.fragment.size.height)
        }
        let children = inSceneOrder(arrangement.children, of: element, frame, size, inner: inner)
        return Fragment(
            element, size: size, children: children, baseline: baseline,
            overflow: element.node.appearance.cutsOff ? nil : arrangement.overflow)
    }

    /// Restores the paint order of children in and out of the flow.
    private func inSceneOrder(
        _ flowing: [ChildFragment], of element: LayoutElement, _ frame: Frame, _ size: Size,
        inner: Rect
    ) -> [ChildFragment] {
        guard flowing.count < element.children.count else { return flowing }
        var next = flowing.makeIterator()
        return element.children.compactMap { child in
            child.isInFlow
                ? next.next() : placeAbsolute(child, in: frame, of: size, inner: inner)
        }
    }
}

/// The positions of the children in the flow, and the results their frame needs.
struct Arrangement {
    var children: [ChildFragment] = []
    private(set) var baselineChild: ChildFragment?
    private var isBaselineShared = false
    var overflow: Overflow?

    /// Records the baseline of a frame: that of its first child, or of the first that shares one.
    mutating func offerBaseline(_ child: ChildFragment, sharesIt: Bool) {
        guard baselineChild == nil || (sharesIt && !isBaselineShared) else { return }
        baselineChild = child
        isBaselineShared = sharesIt
    }

    /// Keeps the largest overflow.
    mutating func note(_ side: Overflow.Side, needed: Double, available: Double) {
        guard needed > available + Tolerance.overflow else { return }
        if let overflow, overflow.needed - overflow.available >= needed - available { return }
        overflow = Overflow(side: side, needed: needed, available: available)
    }
}

extension Frame {
    /// The box inside the padding; if the padding leaves no width, it is at the start side.
    fileprivate func innerBox(of size: Size) -> Rect {
        var inner = Rect(origin: .zero, size: size).inset(by: padding)
        if direction == .rightToLeft {
            inner.origin.x = size.width - padding.right - inner.width
        }
        return inner
    }
}

extension Appearance {
    /// True if content beyond the box is clipped on purpose.
    var cutsOff: Bool { clipping == .box || clipOutline != nil }
}

// MARK: Rows and columns

extension LayoutEngine {
    private func lines(_ lines: [FlexLine], in inner: Rect, _ flow: FlexContainer) -> Arrangement {
        var arrangement = Arrangement()
        var crossStart = 0.0
        var usedCross = 0.0
        for (index, line) in lines.enumerated() {
            if index > 0 { crossStart += flow.frame.lineGap }
            place(line, from: crossStart, in: inner, flow, &arrangement)
            usedCross = crossStart + (line.items.map(\.outerCross).max() ?? 0)
            crossStart += line.cross
        }
        let cross = flow.isRow ? inner.height : inner.width
        arrangement.note(flow.isRow ? .height : .width, needed: usedCross, available: cross)
        return arrangement
    }

    private func place(
        _ line: FlexLine, from crossStart: Double, in inner: Rect, _ flow: FlexContainer,
        _ arrangement: inout Arrangement
    ) {
        let gaps = flow.frame.gap * Double(line.items.count - 1)
        let used = line.items.reduce(gaps) { $0 + $1.main + $1.margins.main }
        arrangement.note(
            flow.isRow ? .width : .height, needed: used, available: flow.mainRoom)
        let spread = flow.frame.justify.spread(flow.mainRoom - used, among: line.items.count)
        var cursor = spread.before
        for item in line.items {
            cursor += item.margins.mainBefore
            let cross = crossStart + crossOffset(of: item, in: line)
            let child = placed(item, main: cursor, cross: cross, in: inner, flow)
            arrangement.offerBaseline(child, sharesIt: item.baseline != nil)
            arrangement.children.append(child)
            cursor += item.main + item.margins.mainAfter + flow.frame.gap + spread.between
        }
    }

    private func crossOffset(of item: FlexItem, in line: FlexLine) -> Double {
        let free = line.cross - item.outerCross
        switch item.alignment {
        case .start, .stretch: return item.margins.crossBefore
        case .center: return item.margins.crossBefore + free / 2
        case .end: return item.margins.crossBefore + free
        case .baseline:
            return item.baseline.map { line.baseline - $0 } ?? item.margins.crossBefore
        }
    }

    private func placed(
        _ item: FlexItem, main: Double, cross: Double, in inner: Rect, _ flow: FlexContainer
    ) -> ChildFragment {
        let size =
            flow.isRow
            ? Size(width: item.main, height: item.cross)
            : Size(width: item.cross, height: item.main)
        let fromStart = flow.isRow ? main : cross
        let left =
            flow.isRightToLeft ? inner.maxX - fromStart - size.width : inner.minX + fromStart
        let top = inner.minY + (flow.isRow ? cross : main)
        return ChildFragment(
            origin: Point(x: left, y: top),
            fragment: arrange(item.element, size, definiteness(of: item, in: flow)))
    }

    /// Definiteness of the item's height for its children: a stretched item gets it from its row,
    /// an item of a column with a definite height from that.
    private func definiteness(of item: FlexItem, in flow: FlexContainer) -> Definiteness {
        if item.element.definiteHeight(in: flow.whole) != nil { return .definite }
        let isDecided = flow.isRow ? item.alignment == .stretch : flow.wholeHeight != nil
        return isDecided ? .definite : .byContent
    }
}

extension Frame.Justification {
    /// The space before the first item and between items, without gaps.
    ///
    /// For items that are too long the spaces are 0, as in CSS's safe fallbacks.
    func spread(_ free: Double, among count: Int) -> (before: Double, between: Double) {
        let room = max(0, free)
        let items = Double(count)
        switch self {
        case .start: return (0, 0)
        case .center: return (free / 2, 0)
        case .end: return (free, 0)
        case .spaceBetween: return (0, count > 1 ? room / (items - 1) : 0)
        case .spaceAround: return (room / items / 2, room / items)
        case .spaceEvenly: return (room / (items + 1), room / (items + 1))
        }
    }
}
