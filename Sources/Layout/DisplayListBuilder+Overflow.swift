import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartScenes
import BlueHeartTypesetting

extension DisplayListBuilder {
    /// Records the overflow of a frame: as a fault of its texts if they could be shortened by the
    /// excess, otherwise of all children.
    func reportOverflow(of fragment: Fragment) {
        guard let overflow = fragment.overflow else { return }
        let texts = textsInFlow(of: fragment)
        let excess = overflow.needed - overflow.available
        guard overflow.side == .height else {
            return reportWidth(of: fragment, texts, overflow, excess: excess)
        }
        guard excess < texts.reduce(0, { $0 + $1.height }) else {
            return reportChildren(of: fragment, overflow)
        }
        if texts.count == 1 {
            reportFault(about: texts[0], excess: excess)
        } else {
            reportFault(about: texts, overflow)
        }
    }

    private func reportChildren(of fragment: Fragment, _ overflow: Overflow) {
        note(
            .template, "content-overflow", fragment,
            "Expected children of at most \(inPx(overflow.available)) \(overflow.side.word), "
                + "found \(inPx(overflow.needed)).",
            hint: "enlarge the frame, make its children smaller, or clip it")
    }

    /// Records the text with the longest word, if that determines the width of its row.
    private func reportWidth(
        of fragment: Fragment, _ texts: [OverflowingText], _ overflow: Overflow, excess: Double
    ) {
        let widths = texts.map {
            $0.paragraph.overflow == .error
                ? engine.textWidth(of: $0.fragment.element, $0.paragraph, .minContent) : 0
        }
        guard let widest = widths.max(), let place = widths.firstIndex(of: widest),
            excess < widest
        else { return reportChildren(of: fragment, overflow) }
        let text = texts[place]
        let part = text.paragraph.wrapping == .none ? "it" : "its longest word"
        note(
            .data, "text-overflow", text.fragment,
            "Expected \(quoted(text.paragraph.text)) to fit into \(inPx(widest - excess)) of width, "
                + "found that \(part) needs \(inPx(widest)) at \(text.size).",
            hint: text.hint)
    }

    private func reportFault(about text: OverflowingText, excess: Double) {
        let width = text.fragment.size.width
        let needed = inPx(Size(width: width, height: text.height))
        let available = inPx(Size(width: width, height: max(0, text.height - excess)))
        note(
            .data, "text-overflow", text.fragment,
            "Expected \(quoted(text.paragraph.text)) to fit into \(available), "
                + "found that it needs \(needed) at \(text.size).",
            hint: text.isAtSmallest ? text.hint : text.hintToShrink)
    }

    /// Records the fault at the text that takes the most space: none of them alone is too high.
    private func reportFault(about texts: [OverflowingText], _ overflow: Overflow) {
        let byHeight = texts.enumerated()
            .sorted { ($1.element.height, $0.offset) < ($0.element.height, $1.offset) }
            .map(\.element)
        let largest = byHeight.prefix(3).map {
            "\(quoted($0.paragraph.text)) takes \(inPx($0.height)) at \($0.size)"
        }
        let rest = texts.count > 3 ? ", and \(texts.count - 3) more take the rest" : ""
        let held = byHeight.first { !$0.isAtSmallest }
        note(
            .data, "text-overflow", byHeight[0].fragment,
            "Expected \(texts.count) texts with their gaps to fit into "
                + "\(inPx(overflow.available)) of height, found that they need "
                + "\(inPx(overflow.needed)): " + largest.joined(separator: ", ") + rest + ".",
            hint: held?.hintToShrink ?? byHeight[0].hint)
    }

    /// The texts whose lines determine the height of a frame, in the order of the scene.
    private func textsInFlow(of fragment: Fragment) -> [OverflowingText] {
        fragment.children.map(\.fragment).filter(\.element.isInFlow).flatMap {
            child -> [OverflowingText] in
            switch child.element.node.content {
            case .text(let paragraph, let block) where block.path == nil:
                return [overflowing(child, paragraph, block)]
            case .frame where !child.element.node.appearance.cutsOff:
                return textsInFlow(of: child)
            case .text, .frame, .image, .shape, .qr: return []
            }
        }
    }

    private func overflowing(
        _ fragment: Fragment, _ paragraph: Paragraph, _ block: TextBlock
    ) -> OverflowingText {
        let set = engine.finalText(of: fragment.element, paragraph, block, in: fragment.size)
        var fontSize = paragraph.fontSize.lowerBound
        if case .success(let text) = set { fontSize = text.fontSize }
        return OverflowingText(
            fragment: fragment, paragraph: paragraph, height: fragment.size.height,
            fontSize: fontSize)
    }
}

/// A text in a frame that is too low for its children.
private struct OverflowingText {
    var fragment: Fragment
    var paragraph: Paragraph
    var height: Double
    var fontSize: Double

    var isFixed: Bool { paragraph.fontSize.lowerBound == paragraph.fontSize.upperBound }
    var isAtSmallest: Bool { fontSize <= paragraph.fontSize.lowerBound }

    /// The size for a sentence, after "at".
    var size: String {
        if isFixed { return "its only size of \(inPx(fontSize))" }
        return isAtSmallest ? "its smallest size of \(inPx(fontSize))" : inPx(fontSize)
    }

    var hint: String {
        isFixed
            ? "shorten the text, let its fontSize have a min and a max, or enlarge its box"
            : "shorten the text, lower the smallest fontSize or enlarge its box"
    }

    var hintToShrink: String {
        "let \(quoted(paragraph.text)) shrink: remove \"shrink\": 0 from it and its parents"
    }
}

extension Overflow.Side {
    fileprivate var word: String { self == .width ? "wide" : "high" }
}
