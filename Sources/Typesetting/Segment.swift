import Languages

/// A part of a text between two places where a line may end; lengths in em of the paragraph.
struct Segment {
    var start: Int
    var end: Int
    /// Before the spaces that hang at a line's end.
    var visibleEnd: Int
    /// Whether a line must end after it.
    var isHardEnd: Bool
    /// Whether a hyphen shows where a line ends after it: at a soft hyphen or inside a word.
    var endsWithHyphen: Bool
    /// Largest font size in it.
    var scale: Double
}

extension Segment {
    /// All parts of a text in reading order.
    ///
    /// - Parameter hyphenationPoints: where words may be parted, in ascending order.
    static func all(
        of units: [UInt16], breaks: [LineBreak], hyphenationPoints: [Int], runs: [ShapedRun]
    ) -> [Segment] {
        guard !units.isEmpty else { return [] }
        var segments: [Segment] = []
        var (start, run) = (0, 0)
        var nextPoint = hyphenationPoints[...]
        for end in 1...units.count {
            let isParting = nextPoint.first == end
            if isParting { nextPoint.removeFirst() }
            guard isParting || breaks[end] != .forbidden else { continue }
            var visibleEnd = end
            while visibleEnd > start, isHangingSpace(units[visibleEnd - 1]) { visibleEnd -= 1 }
            segments.append(
                Segment(
                    start: start, end: end, visibleEnd: visibleEnd,
                    isHardEnd: breaks[end] == .required,
                    endsWithHyphen: isParting || end == visibleEnd && units[end - 1] == 0xAD,
                    scale: largestScale(start..<end, in: runs, from: &run)))
            start = end
        }
        return segments
    }

    /// That of the nearest run where there is none: an empty line is as high as its neighbour.
    private static func largestScale(
        _ range: Range<Int>, in runs: [ShapedRun], from run: inout Int
    ) -> Double {
        var scale = 0.0
        while run < runs.count, runs[run].range.lowerBound < range.upperBound {
            scale = max(scale, runs[run].scale)
            if runs[run].range.upperBound > range.upperBound { break }
            run += 1
        }
        if scale > 0 { return scale }
        let nearest = run < runs.count ? runs[run] : runs.last
        return nearest?.scale ?? 1
    }
}
