import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartScenes

extension LayoutEngine {
    /// Stacks all children in the flow.
    ///
    /// `align` positions them horizontally, `justify` vertically. A stretched child fills the
    /// width, and the height too if `justify` is `start`; definite sides, and sides that follow by
    /// an aspect ratio, are kept.
    func overlay(
        of element: LayoutElement, _ frame: Frame, in inner: Rect, whole: Double?
    ) -> Arrangement {
        var arrangement = Arrangement()
        for child in element.children where child.isInFlow {
            let margin = child.box.margin
            let size = overlaySize(of: child, frame, in: inner, whole: whole)
            arrangement.note(
                .width, needed: size.width + margin.horizontal, available: inner.width)
            arrangement.note(
                .height, needed: size.height + margin.vertical, available: inner.height)
            let room = inner.inset(by: margin)
            let alignment = child.alignment(in: frame)
            let origin = Point(
                x: room.minX + (inner.width - margin.horizontal - size.width)
                    * alignment.fromLeft(in: frame.direction),
                y: room.minY + (inner.height - margin.vertical - size.height)
                    * frame.justify.fromTopInOverlay)
            let isDefinite = whole != nil || child.definiteHeight(in: .unknown) != nil
            let fragment = arrange(child, size, isDefinite ? .definite : .byContent)
            let placedChild = ChildFragment(origin: origin, fragment: fragment)
            arrangement.offerBaseline(placedChild, sharesIt: false)
            arrangement.children.append(placedChild)
        }
        return arrangement
    }

    private func overlaySize(
        of child: LayoutElement, _ frame: Frame, in inner: Rect, whole: Double?
    ) -> Size {
        let box = child.box
        let percentages = ContainingBlock(width: inner.width, height: whole)
        let room = max(0, inner.height - box.margin.vertical)
        let isFilling =
            child.alignment(in: frame) == .stretch && frame.justify == .start
            && child.definiteHeight(in: percentages) == nil && box.aspectRatio == nil
            && (child.ratio == nil || box.width == nil)
        let height: AvailableSpace =
            isFilling
            ? .exactly(child.heightLimits(in: percentages).clamp(room)) : .atMost(room)
        return measure(
            child,
            Constraints(
                width: crossExtent(of: child, in: frame, inner: inner.width), height: height,
                whole: percentages))
    }
}

// MARK: Out of the flow

extension LayoutEngine {
    /// Positions a child by its distances from the sides of its parent's border box, as CSS does.
    ///
    /// Two opposite distances stretch a side without a length. Without distances the child is
    /// positioned as if it were the only one in the flow. Percentages refer to the border box too.
    func placeAbsolute(
        _ child: LayoutElement, in frame: Frame, of size: Size, inner: Rect
    ) -> ChildFragment? {
        guard case .absolute(let top, let right, let bottom, let left) = child.box.position else {
            return nil
        }
        let margin = child.box.margin
        let horizontal = Span(
            before: left?.resolved(against: size.width),
            after: right?.resolved(against: size.width),
            whole: size.width, marginBefore: margin.left, marginAfter: margin.right)
        let vertical = Span(
            before: top?.resolved(against: size.height),
            after: bottom?.resolved(against: size.height),
            whole: size.height, marginBefore: margin.top, marginAfter: margin.bottom)
        let own = absoluteSize(of: child, in: size, horizontal, vertical)
        let isRightFirst = frame.direction == .rightToLeft
        let origin = Point(
            x: horizontal.start(of: own.width, isAfterFirst: isRightFirst)
                ?? staticStart(
                    inner.minX + margin.left, inner.width - margin.horizontal - own.width,
                    frame.horizontalShare(of: child)),
            y: vertical.start(of: own.height, isAfterFirst: false)
                ?? staticStart(
                    inner.minY + margin.top, inner.height - margin.vertical - own.height,
                    frame.verticalShare(of: child)))
        let isDecided = vertical.isTied || child.box.height != nil
        return ChildFragment(
            origin: origin, fragment: arrange(child, own, isDecided ? .definite : .byContent))
    }

    private func staticStart(_ start: Double, _ free: Double, _ share: Double) -> Double {
        start + free * share
    }

    private func absoluteSize(
        of child: LayoutElement, in size: Size, _ horizontal: Span, _ vertical: Span
    ) -> Size {
        let whole = ContainingBlock(width: size.width, height: size.height)
        let box = child.box
        let width: AvailableSpace =
            box.width == nil && horizontal.isTied && !child.keepsProportion(to: .height)
            ? .exactly(child.widthLimits(in: whole).clamp(horizontal.room))
            : .atMost(horizontal.room)
        let isTall =
            box.height == nil && vertical.isTied && !child.keepsProportion(to: .width)
            && !(box.aspectRatio != nil && horizontal.isTied)
        let height: AvailableSpace =
            isTall
            ? .exactly(child.heightLimits(in: whole).clamp(vertical.room)) : .atMost(vertical.room)
        return measure(child, Constraints(width: width, height: height, whole: whole))
    }
}

/// One axis of an absolutely positioned box.
private struct Span {
    var before: Double?
    var after: Double?
    var whole: Double
    var marginBefore: Double
    var marginAfter: Double

    var isTied: Bool { before != nil && after != nil }

    var room: Double {
        max(0, whole - (before ?? 0) - (after ?? 0) - marginBefore - marginAfter)
    }

    /// Start of the box; nil if no distance determines it.
    func start(of length: Double, isAfterFirst: Bool) -> Double? {
        let fromBefore = before.map { $0 + marginBefore }
        let fromAfter = after.map { whole - $0 - marginAfter - length }
        return isAfterFirst ? fromAfter ?? fromBefore : fromBefore ?? fromAfter
    }
}

extension Frame {
    /// Fraction of the free width left of an only child: 0, half or 1.
    fileprivate func horizontalShare(of child: LayoutElement) -> Double {
        guard axis == .row else { return child.alignment(in: self).fromLeft(in: direction) }
        return direction == .rightToLeft ? 1 - justify.fromStart : justify.fromStart
    }

    fileprivate func verticalShare(of child: LayoutElement) -> Double {
        switch axis {
        case .row: child.alignment(in: self).fromStart
        case .column: justify.fromStart
        case .overlay: justify.fromTopInOverlay
        }
    }
}

extension Frame.Alignment {
    fileprivate var fromStart: Double {
        switch self {
        case .start, .stretch, .baseline: 0
        case .center: 0.5
        case .end: 1
        }
    }

    fileprivate func fromLeft(in direction: TextDirection) -> Double {
        direction == .rightToLeft ? 1 - fromStart : fromStart
    }
}

extension Frame.Justification {
    /// Fraction of the free space before an only child.
    fileprivate var fromStart: Double {
        switch self {
        case .start, .spaceBetween: 0
        case .center, .spaceAround, .spaceEvenly: 0.5
        case .end: 1
        }
    }

    fileprivate var fromTopInOverlay: Double {
        self == .spaceBetween ? 0.5 : fromStart
    }
}
