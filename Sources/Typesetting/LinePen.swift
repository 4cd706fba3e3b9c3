import Drawing
import Geometry
import Languages

/// Moves along a baseline from left to right and leaves glyphs.
struct LinePen {
    /// In px.
    var x: Double
    let baseline: Double
    let size: Double
    let stretch: LineStretch
    let visibleEnd: Int
    private(set) var runs: [GlyphRun] = []

    init(x: Double, baseline: Double, size: Double, stretch: LineStretch, visibleEnd: Int) {
        self.x = x
        self.baseline = baseline
        self.size = size
        self.stretch = stretch
        self.visibleEnd = visibleEnd
    }

    mutating func begin(_ style: TextStyle, _ part: PlacedPart, text: String) {
        if let last = runs.last, last.glyphs.isEmpty { runs.removeLast() }
        var run = GlyphRun(
            font: part.font.id, fontSize: size * part.scale, glyphs: [], paint: style.paint,
            outline: style.outline, text: text)
        run.glyphs.reserveCapacity(part.glyphs.count)
        runs.append(run)
    }

    mutating func place(_ glyph: ShapedGlyph, _ part: PlacedPart, isInText: Bool) {
        let em = size * part.scale
        if glyph.id != part.font.blankGlyph {
            runs[runs.count - 1].glyphs.append(
                GlyphRun.Glyph(
                    id: glyph.id,
                    position: Point(x: x + glyph.dx * em, y: baseline - glyph.dy * em)))
        }
        x += glyph.advance * em
        if isInText { x += stretch.extra(after: glyph.cluster) * size }
    }
}

/// What justified lines add to their gaps, in em of the paragraph.
struct LineStretch {
    /// Units after whose glyphs a gap is widened, in ascending order.
    var gaps: [Int] = []
    var perGap = 0.0

    var total: Double { Double(gaps.count) * perGap }

    func extra(after cluster: Int) -> Double {
        guard !gaps.isEmpty else { return 0 }
        var (low, high) = (0, gaps.count)
        while low < high {
            let middle = (low + high) / 2
            if gaps[middle] < cluster { low = middle + 1 } else { high = middle }
        }
        return low < gaps.count && gaps[low] == cluster ? perGap : 0
    }
}

extension LineSetter {
    /// Widens the spaces of a justified line, or the gaps between ideographs where it has none.
    ///
    /// The last line of a paragraph keeps its width.
    func stretch(of line: BrokenLine, room: Double) -> LineStretch {
        guard box.paragraph.alignment == .justify, !line.endsParagraph, room > line.width else {
            return LineStretch()
        }
        let units = text.source.text
        let spaces = (line.start..<line.visibleEnd).filter {
            units[$0] == 0x20 || units[$0] == 0xA0
        }
        let gaps = spaces.isEmpty ? ideographicGaps(line) : spaces
        guard !gaps.isEmpty else { return LineStretch() }
        return LineStretch(gaps: gaps, perGap: (room - line.width) / Double(gaps.count))
    }

    /// Places after characters of scripts without spaces, but for the last of the line.
    private func ideographicGaps(_ line: BrokenLine) -> [Int] {
        var gaps: [Int] = []
        for run in text.runs where run.script.isIdeographic {
            let range = run.range.clamped(to: line.start..<line.visibleEnd)
            for glyph in text.glyphs[run.glyphs] where range.contains(glyph.cluster) {
                gaps.append(glyph.cluster)
            }
        }
        return Array(gaps.dropLast())
    }
}
