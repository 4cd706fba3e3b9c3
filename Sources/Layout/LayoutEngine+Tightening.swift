import BlueHeartGeometry
import BlueHeartScenes

extension LayoutEngine {
    /// Redistributes the unused height of a column's shrunk texts, and of rows with them.
    ///
    /// A text that had to shrink may need less than its share, because it has one line less; the
    /// rest goes to the next items, then to `justify`.
    func tightenTexts(_ items: inout [FlexItem], in room: Double, _ flow: FlexContainer) {
        for index in items.indices {
            let item = items[index]
            guard item.main < item.base - Tolerance.length else { continue }
            let width = columnWidth(of: item.element, in: flow, height: nil)
            guard let taken = tightHeight(of: item.element, width: width, room: item.main),
                taken < item.main - Tolerance.length
            else { continue }
            let tight = item.limits.clamp(taken)
            items[index].limits = Limits(least: tight, most: tight)
            for other in items.indices { items[other].isFrozen = false }
            resolveFlexibleLengths(&items, in: room)
        }
    }

    /// The height of a text, or of a row that contains one, if at most `room` is available; nil for
    /// other nodes.
    private func tightHeight(of element: LayoutElement, width: Double, room: Double) -> Double? {
        guard element.box.height == nil else { return nil }
        switch element.node.content {
        case .text(let paragraph, let block) where block.path == nil:
            return fittedHeight(of: element, paragraph, block, width: width, room: room)
        case .frame(let frame)
        where frame.axis == .row && frame.wrapping == .none && element.holdsTextToFit:
            return tightHeight(ofRow: element, frame, width: width, room: room)
        case .frame, .text, .image, .shape, .qr: return nil
        }
    }

    private func tightHeight(
        ofRow element: LayoutElement, _ frame: Frame, width: Double, room: Double
    ) -> Double {
        let padding = frame.padding
        let inner = max(0, room - padding.vertical)
        let flow = FlexContainer(
            frame, innerWidth: max(0, width - padding.horizontal), innerHeight: nil, whole: nil,
            available: .atMost(inner))
        let heights = flexLines(of: element, flow).flatMap(\.items).map { item in
            let room = max(0, inner - item.margins.cross)
            let own = tightHeight(of: item.element, width: item.main, room: room)
            return (own ?? min(room, item.cross)) + item.margins.cross
        }
        return padding.vertical + (heights.max() ?? 0)
    }
}
