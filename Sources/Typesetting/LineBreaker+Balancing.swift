import BlueHeartDrawing

extension LineBreaker {
    /// The same number of lines, with better breaks.
    ///
    /// `balance` makes the lines of each paragraph as equal as possible, up to 12 lines; `pretty`
    /// changes the last 4 lines if the last is a single short word.
    func balanced(
        _ lines: [BrokenLine], in width: Double, wrapping: Paragraph.Wrapping
    ) -> [BrokenLine] {
        guard wrapping == .balance || wrapping == .pretty, width.isFinite else { return lines }
        var result: [BrokenLine] = []
        var start = 0
        for index in lines.indices where lines[index].endsParagraph {
            let paragraph = lines[start...index]
            start = index + 1
            if wrapping == .balance, (2...12).contains(paragraph.count) {
                let mean = paragraph.reduce(0) { $0 + $1.width } / Double(paragraph.count)
                result += rebroken(paragraph, in: width) { lineWidth, _, _ in
                    (mean - lineWidth) * (mean - lineWidth)
                }
            } else if wrapping == .pretty, endsWithOrphan(paragraph, in: width) {
                result += paragraph.dropLast(4)
                result += rebroken(paragraph.suffix(4), in: width) { lineWidth, count, isLast in
                    if isLast { return isOrphan(lineWidth, count, width) ? 4 * width * width : 0 }
                    return (width - lineWidth) * (width - lineWidth)
                }
            } else {
                result += paragraph
            }
        }
        return result
    }

    private func endsWithOrphan(_ lines: ArraySlice<BrokenLine>, in width: Double) -> Bool {
        guard lines.count > 1, let last = lines.last else { return false }
        return isOrphan(last.width, wordCount(last.segments), width)
    }

    /// Parts of a hyphenated word count as one.
    private func wordCount(_ range: Range<Int>) -> Int {
        let hyphenated = range.dropLast().reduce(0) { $0 + (segments[$1].endsWithHyphen ? 1 : 0) }
        return range.count - hyphenated
    }

    /// True for a last line of one word that fills less than a third of the width.
    private func isOrphan(_ lineWidth: Double, _ wordCount: Int, _ width: Double) -> Bool {
        wordCount == 1 && lineWidth < width / 3
    }

    /// The breaks with the minimal sum of costs, with the same number of lines.
    ///
    /// A hyphenated line costs as much as one a third shorter than the target.
    /// - Parameter cost: of a line, by its width, its number of words, and whether it is last.
    /// - Cost: segments times segments per line times lines.
    private func rebroken(
        _ lines: ArraySlice<BrokenLine>, in width: Double,
        cost: (Double, Int, Bool) -> Double
    ) -> [BrokenLine] {
        guard lines.count > 1, let first = lines.first, let last = lines.last else {
            return Array(lines)
        }
        let all = first.segments.lowerBound..<last.segments.upperBound
        var table = BreakTable(segments: all, lineCount: lines.count)
        for end in all.lowerBound + 1...all.upperBound {
            var words = 0
            let isParted = segments[end - 1].endsWithHyphen && end < all.upperBound
            for start in (all.lowerBound..<end).reversed() {
                let lineWidth = measure.width(
                    from: segments[start].start, through: segments[end - 1])
                if start == end - 1 || !segments[start].endsWithHyphen { words += 1 }
                // Lines only grow from here; a line of one segment is the minimum.
                if lineWidth > width + TextBox.tolerance, end - start > 1 { break }
                let partingCost = isParted ? width * width / 9 : 0
                let lineCost = cost(lineWidth, words, end == all.upperBound) + partingCost
                table.offer(start..<end, width: lineWidth, cost: lineCost)
            }
        }
        return table.best().map { line($0.segments, width: $0.width) }
    }
}

/// Dynamic-programming table: the cheapest breaks for each end and number of lines.
private struct BreakTable {
    private struct Entry {
        var cost = Double.infinity
        var start = 0
        var width = 0.0
    }

    private let segments: Range<Int>
    private let lineCount: Int
    /// `lineCount + 1` entries for each end; the first end is before the first segment.
    private var entries: [Entry]

    init(segments: Range<Int>, lineCount: Int) {
        self.segments = segments
        self.lineCount = lineCount
        entries = Array(repeating: Entry(), count: (segments.count + 1) * (lineCount + 1))
        entries[0].cost = 0
    }

    private func place(_ end: Int, _ lines: Int) -> Int {
        (end - segments.lowerBound) * (lineCount + 1) + lines
    }

    /// Records a line over `line` for every number of lines that can end before it.
    mutating func offer(_ line: Range<Int>, width: Double, cost: Double) {
        for lines in 0..<lineCount {
            let before = entries[place(line.lowerBound, lines)].cost
            let target = place(line.upperBound, lines + 1)
            if before + cost < entries[target].cost {
                entries[target] = Entry(
                    cost: before + cost, start: line.lowerBound, width: width)
            }
        }
    }

    /// The cheapest breaks to the end with exactly `lineCount` lines.
    func best() -> [(segments: Range<Int>, width: Double)] {
        var lines: [(segments: Range<Int>, width: Double)] = []
        var end = segments.upperBound
        for count in stride(from: lineCount, to: 0, by: -1) {
            let entry = entries[place(end, count)]
            lines.append((entry.start..<end, entry.width))
            end = entry.start
        }
        return lines.reversed()
    }
}
