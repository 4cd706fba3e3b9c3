import Languages

/// A part of a text between two places where a line may end; lengths in em of the paragraph.
struct Segment {
    var start: Int
    var end: Int
    /// Before the spaces that hang at a line's end.
    var visibleEnd: Int
    /// Whether a line must end after it.
    var isHardEnd: Bool
    /// Whether it ends in a soft hyphen, which shows only where a line ends.
    var endsWithSoftHyphen: Bool
    /// Largest font size in it.
    var scale: Double
}

extension Segment {
    /// All parts of a text in reading order.
    static func all(of text: PreparedText) -> [Segment] {
        let units = text.source.text
        var segments: [Segment] = []
        var (start, run) = (0, 0)
        for end in 1...units.count where text.breaks[end] != .forbidden {
            var visibleEnd = end
            while visibleEnd > start, isHangingSpace(units[visibleEnd - 1]) { visibleEnd -= 1 }
            segments.append(
                Segment(
                    start: start, end: end, visibleEnd: visibleEnd,
                    isHardEnd: text.breaks[end] == .required,
                    endsWithSoftHyphen: end == visibleEnd && units[end - 1] == 0xAD,
                    scale: largestScale(start..<end, in: text, from: &run)))
            start = end
        }
        return segments
    }

    /// That of the run before where there is none: an empty line is as high as the last.
    private static func largestScale(
        _ range: Range<Int>, in text: PreparedText, from run: inout Int
    ) -> Double {
        var scale = 0.0
        while run < text.runs.count {
            let candidate = text.runs[run]
            if candidate.range.lowerBound >= range.upperBound { break }
            scale = max(scale, candidate.scale)
            if candidate.range.upperBound > range.upperBound { break }
            run += 1
        }
        if scale > 0 { return scale }
        let nearest = text.runs.indices.contains(run) ? text.runs[run] : text.runs.last
        return nearest?.scale ?? text.source.styles.first?.relativeSize ?? 1
    }
}
