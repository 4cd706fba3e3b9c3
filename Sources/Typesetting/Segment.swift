import BlueHeartLanguages

/// A part of a text between two break opportunities; lengths in em of the paragraph.
struct Segment {
    var start: Int
    var end: Int
    /// End before spaces that hang at a line's end.
    var visibleEnd: Int
    /// True if a line must end after it.
    var isHardEnd: Bool
    /// True if a line end after it shows a hyphen: at a soft hyphen or inside a word.
    var endsWithHyphen: Bool
    /// Largest font size of the segment.
    var scale: Double
}

extension Segment {
    /// All segments of a text in logical order.
    ///
    /// - Parameter hyphenationPoints: in ascending order.
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

    /// The scale of the nearest run if there is none: an empty line has the height of its
    /// neighbour.
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
