import BlueHeartDrawing
import BlueHeartGeometry

/// Start and end of a line; lengths in em of the paragraph.
struct BrokenLine {
    /// Range in the breaker's segments.
    var segments: Range<Int>
    var start: Int
    /// End before hanging spaces.
    var visibleEnd: Int
    var end: Int
    /// Width with hyphen or ellipsis.
    var width: Double
    /// Largest font size of the line.
    var scale: Double
    /// True for the last line before a hard break or the text's end.
    var endsParagraph: Bool
    var ending: Ending = .plain

    enum Ending { case plain, hyphen, ellipsis }
}

struct FittedText {
    var fontSize: Double
    var lines: [BrokenLine]
    var isTruncated = false
}

/// Breaks a prepared text into lines.
struct LineBreaker {
    let text: PreparedText
    let measure: LineMeasure
    /// Recorder of the sizes tried; nil without a trace.
    var trials: FitTrials?
    /// The units of which lines are made.
    let segments: [Segment]

    init(_ text: PreparedText, measure: LineMeasure) {
        self.init(text, measure: measure, segments: text.segments)
    }

    private init(_ text: PreparedText, measure: LineMeasure, segments: [Segment]) {
        self.text = text
        self.measure = measure
        self.segments = segments
    }

    /// The largest size of the box's range at which the text fits, with its lines.
    ///
    /// Words stay whole if that costs less than a fifth of the size; at a fixed size words of
    /// ideographs do, if that costs no line.
    func fit(_ box: TextBox) throws(TypesettingError) -> FittedText {
        guard let whole = wholeWords(for: box) else { return try largestFit(box) }
        let hyphenated = try largestFit(box)
        var breaker = LineBreaker(text, measure: measure, segments: whole)
        breaker.trials = trials
        guard let size = breaker.largestSize(in: box), size >= 0.8 * hyphenated.fontSize else {
            return hyphenated
        }
        let settled = breaker.settled(box, at: size)
        let costsLine = box.sizes.last == 0 && settled.lines.count > hyphenated.lines.count
        return costsLine ? hyphenated : settled
    }

    /// Segments of whole words; nil if lines may be filled at every break opportunity.
    private func wholeWords(for box: TextBox) -> [Segment]? {
        if let whole = text.segmentsOfWholeWords { return box.sizes.last > 0 ? whole : nil }
        return box.paragraph.wrapping == .balance ? measure.segmentsOfIdeographicWords() : nil
    }

    private func largestFit(_ box: TextBox) throws(TypesettingError) -> FittedText {
        guard let size = largestSize(in: box) else { return try overflowing(box) }
        return settled(box, at: size)
    }

    /// The largest size at which the text fits; nil if there is none.
    private func largestSize(in box: TextBox) -> Double? {
        let last = box.sizes.last
        if fits(box, at: box.sizes[last]) { return box.sizes[last] }
        guard last > 0, fits(box, at: box.sizes[0]) else { return nil }
        // Fits at `low`, does not at `high`; so the next step above the result never fits.
        var (low, high) = (0, last)
        while high - low > 1 {
            let middle = (low + high) / 2
            if fits(box, at: box.sizes[middle]) { low = middle } else { high = middle }
        }
        return box.sizes[low]
    }

    /// The lines at a size, balanced by the paragraph's wrapping mode.
    private func settled(_ box: TextBox, at size: Double) -> FittedText {
        let width = box.width / size
        let greedy = lines(in: width, wrapping: box.paragraph.wrapping)
        let balanced = balanced(greedy, in: width, wrapping: box.paragraph.wrapping)
        let isTooHigh = height(of: balanced, box, at: size) > box.height + TextBox.tolerance
        return FittedText(fontSize: size, lines: isTooHigh ? greedy : balanced)
    }

    func height(of lines: [BrokenLine], _ box: TextBox, at size: Double) -> Double {
        lines.reduce(0) { $0 + $1.scale } * size * box.lineHeight
    }
}

// MARK: - First fit

extension LineBreaker {
    /// Fills each line with as many segments as fit (first fit).
    func lines(in width: Double, wrapping: Paragraph.Wrapping) -> [BrokenLine] {
        var lines: [BrokenLine] = []
        eachLine(in: width, wrapping: wrapping) { segments, width in
            lines.append(line(segments, width: width))
            return .goOn
        }
        return lines
    }

    /// True if all lines at a size stay inside the box; stops at the first that does not.
    private func fits(_ box: TextBox, at size: Double) -> Bool {
        let width = box.width / size
        let maxHeight = (box.height + TextBox.tolerance) / (size * box.lineHeight)
        let maxLines = box.paragraph.maxLines ?? .max
        var (count, height, fits) = (0, 0.0, true)
        eachLine(in: width, wrapping: box.paragraph.wrapping) { segments, lineWidth in
            count += 1
            height += scale(of: segments)
            fits =
                count <= maxLines && height <= maxHeight
                && (lineWidth <= width + TextBox.tolerance)
            return fits ? .goOn : .stop
        }
        trials?.note(size, lines: count, fits: fits)
        return fits
    }

    private enum Step { case goOn, stop }

    private func eachLine(
        in width: Double, wrapping: Paragraph.Wrapping, _ body: (Range<Int>, Double) -> Step
    ) {
        let limit = wrapping == .none ? Double.infinity : width + TextBox.tolerance
        var (first, index, kept) = (0, 0, 0.0)
        while index < segments.count {
            let lineWidth = measure.width(from: segments[first].start, through: segments[index])
            if lineWidth > limit, index > first {
                let line = withoutNeedlessHyphen(first..<index, width: kept, limit: limit)
                if body(line.segments, line.width) == .stop { return }
                (first, index) = (line.segments.upperBound, line.segments.upperBound)
                continue
            }
            kept = lineWidth
            index += 1
            if segments[index - 1].isHardEnd || index == segments.count {
                if body(first..<index, lineWidth) == .stop { return }
                first = index
            }
        }
    }

    /// A hyphenated line shortened to the word before, if that fills at least three quarters of the
    /// width.
    private func withoutNeedlessHyphen(
        _ line: Range<Int>, width: Double, limit: Double
    ) -> (segments: Range<Int>, width: Double) {
        var end = line.upperBound
        while end > line.lowerBound, segments[end - 1].endsWithHyphen { end -= 1 }
        guard end < line.upperBound, end > line.lowerBound else { return (line, width) }
        let shorter = measure.width(
            from: segments[line.lowerBound].start, through: segments[end - 1])
        return shorter >= 0.75 * limit ? (line.lowerBound..<end, shorter) : (line, width)
    }

    func scale(of segments: Range<Int>) -> Double {
        var scale = 0.0
        for index in segments { scale = max(scale, self.segments[index].scale) }
        return scale
    }

    func line(_ range: Range<Int>, width: Double) -> BrokenLine {
        let last = segments[range.upperBound - 1]
        let endsParagraph = last.isHardEnd || range.upperBound == segments.count
        return BrokenLine(
            segments: range, start: segments[range.lowerBound].start,
            visibleEnd: last.visibleEnd, end: last.end, width: width, scale: scale(of: range),
            endsParagraph: endsParagraph,
            ending: last.endsWithHyphen && !endsParagraph ? .hyphen : .plain)
    }
}

// MARK: - Extremes

extension LineBreaker {
    /// Width of the widest line if only hard breaks end lines, in em.
    func widestLine() -> Double {
        lines(in: .infinity, wrapping: .none).reduce(0) { max($0, $1.width) }
    }

    /// Width of the widest unbreakable part, in em.
    func widestSegment() -> Double {
        segments.reduce(0) { max($0, measure.width(from: $1.start, through: $1)) }
    }
}
