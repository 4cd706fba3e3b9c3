import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages

extension LineBreaker {
    /// The result for a text that does not fit at its smallest size, by its overflow mode.
    func overflowing(_ box: TextBox) throws(TypesettingError) -> FittedText {
        let size = box.sizes.smallest
        let width = box.width / size
        let all = lines(in: width, wrapping: box.paragraph.wrapping)
        switch box.paragraph.overflow {
        case .error: throw .doesNotFit(misfit(all, box))
        case .clip:
            let kept = Array(all.prefix(box.paragraph.maxLines ?? all.count))
            return FittedText(
                fontSize: size, lines: balanced(kept, in: width, wrapping: box.paragraph.wrapping),
                isTruncated: true)
        case .ellipsis:
            return FittedText(
                fontSize: size, lines: cutShort(all, to: lineLimit(all, box), in: width),
                isTruncated: true)
        }
    }

    private func misfit(_ lines: [BrokenLine], _ box: TextBox) -> Misfit {
        let size = box.sizes.smallest
        let widest = lines.reduce(0) { max($0, $1.width) }
        return Misfit(
            smallestSize: size,
            needed: Size(width: widest * size, height: height(of: lines, box, at: size)),
            available: Size(width: box.width, height: box.height), lines: lines.count,
            maxLines: box.paragraph.maxLines)
    }

    /// Number of lines that fit; at least one.
    private func lineLimit(_ lines: [BrokenLine], _ box: TextBox) -> Int {
        let allowed = lines.prefix(box.paragraph.maxLines ?? lines.count)
        var (count, height) = (0, 0.0)
        for line in allowed {
            height += line.scale * box.sizes.smallest * box.lineHeight
            if height > box.height + TextBox.tolerance { break }
            count += 1
        }
        return max(1, count)
    }

    /// The first `limit` lines, or fewer if one of them is too wide; the last ends with an
    /// ellipsis.
    private func cutShort(_ lines: [BrokenLine], to limit: Int, in width: Double) -> [BrokenLine] {
        let tooWide = lines.firstIndex { $0.width > width + TextBox.tolerance } ?? limit
        let last = min(tooWide, limit - 1)
        return lines[..<last] + [endingEarly(lines[last], in: width)]
    }

    /// The line shortened so that an ellipsis fits.
    private func endingEarly(_ line: BrokenLine, in width: Double) -> BrokenLine {
        var cut = line
        cut.ending = .ellipsis
        cut.endsParagraph = true
        let ends = placesToCut(after: line.start, reaching: width)
        let fitting = ends.last { widthWithEllipsis(line.start, $0) <= width + TextBox.tolerance }
        let end = fitting.map { wordEnd(before: $0, from: line.start) } ?? line.start
        cut.visibleEnd = withoutSpaces(end, from: line.start)
        cut.end = cut.visibleEnd
        cut.width = widthWithEllipsis(line.start, cut.visibleEnd)
        return cut
    }

    /// Ends of characters, from a line's start to the next hard break or to where the shaped text
    /// exceeds the line by an em; a longer search would only cost time.
    private func placesToCut(after start: Int, reaching width: Double) -> [Int] {
        let paragraphEnd =
            segments.first { $0.start >= start && $0.isHardEnd }?.visibleEnd
            ?? text.source.text.count
        let furthest = text.advances[start] + width + 1
        return text.characters.filter {
            $0 > start && $0 <= paragraphEnd && text.safety[$0] != .insideGlyph
                && text.advances[$0] <= furthest
        }
    }

    private func widthWithEllipsis(_ start: Int, _ end: Int) -> Double {
        let visible = withoutSpaces(end, from: start)
        let width = measure.width(from: start, to: visible, lineEnd: visible)
        guard let ellipsis = measure.ellipsis(after: visible) else { return width }
        return width + ellipsis.mark.width * ellipsis.run.scale
    }

    /// The end of the last whole word, if that keeps at least three fifths of the line.
    private func wordEnd(before end: Int, from start: Int) -> Int {
        if end == text.source.text.count || text.breaks[end] != .forbidden { return end }
        let isWordEnd = { (segment: Segment) in
            segment.end <= end && segment.start >= start && !segment.endsWithHyphen
        }
        guard let segment = segments.last(where: isWordEnd)
        else { return end }
        let whole = widthWithEllipsis(start, segment.visibleEnd)
        return whole >= 0.6 * widthWithEllipsis(start, end) ? segment.visibleEnd : end
    }

    private func withoutSpaces(_ end: Int, from start: Int) -> Int {
        var end = end
        while end > start, isHangingSpace(text.source.text[end - 1]) { end -= 1 }
        return end
    }
}
