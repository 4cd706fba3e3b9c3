import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartScenes

/// The space in which a row or column lays out its children.
struct FlexContainer {
    let frame: Frame
    /// Width of the inner box, in px.
    let innerWidth: Double
    /// Height of the inner box, in px; nil while only the height of a row is measured.
    let innerHeight: Double?
    /// Reference of percentage heights; nil if the content determines the height.
    let wholeHeight: Double?
    /// Available height for children of a row without a definite height.
    let available: AvailableSpace

    init(
        _ frame: Frame, innerWidth: Double, innerHeight: Double?, whole wholeHeight: Double?,
        available: AvailableSpace
    ) {
        self.frame = frame
        self.innerWidth = innerWidth
        self.innerHeight = innerHeight
        self.wholeHeight = wholeHeight
        self.available = available
    }

    var isRow: Bool { frame.axis == .row }
    var isRightToLeft: Bool { frame.direction == .rightToLeft }
    var whole: ContainingBlock { ContainingBlock(width: innerWidth, height: wholeHeight) }

    /// Length of the inner box along the axis; infinite if nothing determines it.
    var mainRoom: Double { isRow ? innerWidth : innerHeight ?? .infinity }
    var crossRoom: Double? { isRow ? innerHeight : innerWidth }

    func axisInsets(_ margin: Insets) -> AxisInsets {
        let (before, after) =
            isRightToLeft ? (margin.right, margin.left) : (margin.left, margin.right)
        return isRow
            ? AxisInsets(
                mainBefore: before, mainAfter: after, crossBefore: margin.top,
                crossAfter: margin.bottom)
            : AxisInsets(
                mainBefore: margin.top, mainAfter: margin.bottom, crossBefore: before,
                crossAfter: after)
    }
}

/// Items along one line of the axis.
struct FlexLine {
    var items: [FlexItem]
    /// Length across the axis, in px.
    var cross: Double = 0
    /// Distance from the line's top to the common baseline, if items share one.
    var baseline: Double = 0
}

extension LayoutEngine {
    /// The children in the flow, with their lengths along and across the axis.
    ///
    /// Source: W3C CSS Flexible Box Layout Module Level 1, section 9, steps 2 to 11.
    func flexLines(of element: LayoutElement, _ flow: FlexContainer) -> [FlexLine] {
        let items = element.children.filter(\.isInFlow).map { flexItem($0, in: flow) }
        var lines = broken(items, in: flow).map { FlexLine(items: $0) }
        for index in lines.indices {
            resolveMain(of: &lines[index], in: flow)
            for item in lines[index].items.indices {
                measureCross(of: &lines[index].items[item], in: flow)
            }
            measureLine(&lines[index], in: flow)
        }
        shortenLines(&lines, in: flow)
        stretchLines(&lines, in: flow)
        for index in lines.indices {
            for item in lines[index].items.indices {
                stretch(&lines[index].items[item], to: lines[index].cross, in: flow)
            }
        }
        return lines
    }

    /// Breaks items into lines; a new line begins where the next item does not fit, and a single
    /// item may be too long.
    private func broken(_ items: [FlexItem], in flow: FlexContainer) -> [[FlexItem]] {
        guard flow.frame.wrapping == .wrap else { return items.isEmpty ? [] : [items] }
        var lines: [[FlexItem]] = []
        var used = 0.0
        for item in items {
            let length = item.hypothetical + item.margins.main
            if let last = lines.indices.last,
                used + flow.frame.gap + length <= flow.mainRoom + Tolerance.length
            {
                lines[last].append(item)
                used += flow.frame.gap + length
            } else {
                lines.append([item])
                used = length
            }
        }
        return lines
    }

    private func resolveMain(of line: inout FlexLine, in flow: FlexContainer) {
        let gaps = flow.frame.gap * Double(line.items.count - 1)
        let wanted = line.items.reduce(0) { $0 + $1.hypothetical + $1.margins.main }
        let room = flow.mainRoom.isFinite ? flow.mainRoom - gaps : wanted
        resolveFlexibleLengths(&line.items, in: room)
        guard !flow.isRow else { return }
        shrinkAtLast(&line.items, in: room)
        tightenTexts(&line.items, in: room, flow)
    }

    /// Shrinks texts with `shrink: 0` if a column is still too short.
    ///
    /// `shrink: 0` makes all other items shrink first; if they cannot, smaller type is better than
    /// an error.
    private func shrinkAtLast(_ items: inout [FlexItem], in room: Double) {
        let used = items.reduce(0) { $0 + $1.main + $1.margins.main }
        let yields = items.map { $0.shrink == 0 && $0.element.holdsTextToFit }
        guard used > room + Tolerance.length, yields.contains(true) else { return }
        for index in items.indices {
            items[index].isFrozen = false
            if yields[index] {
                items[index].shrink = 1
            } else {
                let main = items[index].main
                items[index].base = main
                items[index].limits = Limits(least: main, most: main)
            }
        }
        resolveFlexibleLengths(&items, in: room)
    }

    private func measureLine(_ line: inout FlexLine, in flow: FlexContainer) {
        var ascent = 0.0
        var descent = 0.0
        var highest = 0.0
        for item in line.items {
            guard let baseline = item.baseline else {
                highest = max(highest, item.outerCross)
                continue
            }
            ascent = max(ascent, item.margins.crossBefore + baseline)
            descent = max(descent, item.cross - baseline + item.margins.crossAfter)
        }
        line.baseline = ascent
        line.cross = max(highest, ascent + descent)
        if flow.frame.wrapping == .none, let room = flow.crossRoom { line.cross = room }
    }

    /// Shortens the lines of a wrapped row that are too high together, in proportion to what each
    /// can give.
    private func shortenLines(_ lines: inout [FlexLine], in flow: FlexContainer) {
        guard flow.isRow, flow.frame.wrapping == .wrap, let room = flow.innerHeight else { return }
        let gaps = flow.frame.lineGap * Double(lines.count - 1)
        let wanted = lines.reduce(0) { $0 + $1.cross }
        guard wanted > room - gaps + Tolerance.length else { return }
        let least = lines.map { leastCross(of: $0, in: flow) }
        let spare = wanted - least.reduce(0, +)
        let missing = min(spare, wanted - (room - gaps))
        guard spare > Tolerance.length else { return }
        for (index, least) in zip(lines.indices, least) {
            let cross = lines[index].cross - missing * (lines[index].cross - least) / spare
            for item in lines[index].items.indices {
                let own = cross - lines[index].items[item].margins.cross
                measureCross(
                    of: &lines[index].items[item], in: flow, available: .atMost(max(0, own)))
            }
            measureLine(&lines[index], in: flow)
        }
    }

    private func leastCross(of line: FlexLine, in flow: FlexContainer) -> Double {
        var line = line
        for item in line.items.indices {
            measureCross(of: &line.items[item], in: flow, available: .minContent)
        }
        measureLine(&line, in: flow)
        return line.cross
    }

    /// Distributes the free cross space to the lines of a wrapped frame, as CSS's `align-content:
    /// normal`.
    private func stretchLines(_ lines: inout [FlexLine], in flow: FlexContainer) {
        guard flow.frame.wrapping == .wrap, let room = flow.crossRoom, !lines.isEmpty else {
            return
        }
        let gaps = flow.frame.lineGap * Double(lines.count - 1)
        let free = room - gaps - lines.reduce(0) { $0 + $1.cross }
        guard free > 0 else { return }
        for index in lines.indices { lines[index].cross += free / Double(lines.count) }
    }

    private func stretch(_ item: inout FlexItem, to cross: Double, in flow: FlexContainer) {
        guard item.alignment == .stretch else { return }
        let child = item.element
        let room = max(0, cross - item.margins.cross)
        let limits =
            flow.isRow ? child.heightLimits(in: flow.whole) : child.widthLimits(in: flow.whole)
        item.cross = limits.clamp(room)
    }
}

/// Differences that are not visible.
enum Tolerance {
    /// Rounding error of sums of lengths, in px.
    static let length = 1e-6
    /// Largest excess beyond an edge that is not an overflow, in px.
    static let overflow = 0.05
    /// Extra space given to a text beyond its box, in px.
    static let text = 1e-3
}
