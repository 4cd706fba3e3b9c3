import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages

/// Places glyphs along a baseline from left to right.
struct LineCursor {
    /// Position in px.
    var x: Double
    let baseline: Double
    let size: Double
    let justification: LineJustification
    let visibleEnd: Int
    private(set) var runs: [GlyphRun] = []
    /// Runs of decorated words, including the spaces between them.
    private(set) var decorated: [DecoratedRun] = []
    private(set) var characters: [LineCharacter] = []
    private let flow: Paragraph.Flow
    /// Cluster of the last placed character.
    private var cluster: Int?
    private var glyphs: [GlyphRun.Glyph] = []
    private var style: TextStyle?
    private var part: PlacedPart?
    private var text = ""
    private var start = 0.0

    init(
        x: Double, baseline: Double, size: Double, justification: LineJustification,
        visibleEnd: Int,
        flow: Paragraph.Flow
    ) {
        self.x = x
        self.flow = flow
        self.baseline = baseline
        self.size = size
        self.justification = justification
        self.visibleEnd = visibleEnd
    }

    mutating func beginRun(_ style: TextStyle, _ part: PlacedPart, text: String) {
        endRun()
        (self.style, self.part, self.text, start) = (style, part, text, x)
        glyphs.reserveCapacity(part.glyphs.count)
    }

    /// Ends the current run; a run of spaces only is dropped.
    mutating func endRun() {
        if let style, let part, style.isDecorated, x > start {
            decorated.append(
                DecoratedRun(
                    style: style, font: part.font, em: size * part.scale, from: start, to: x,
                    glyphs: glyphs, text: text))
        }
        (start, cluster) = (x, nil)
        guard !glyphs.isEmpty, let style, let part else { return }
        runs.append(
            GlyphRun(
                font: part.font.id, fontSize: size * part.scale, glyphs: glyphs,
                paint: style.paint, outline: style.outline, text: text))
        glyphs = []
    }

    mutating func place(_ glyph: ShapedGlyph, em: Double, blank: UInt32?) {
        if glyph.id != blank {
            glyphs.append(
                GlyphRun.Glyph(
                    id: glyph.id,
                    position: Point(x: x + glyph.dx * em, y: baseline - glyph.dy * em)))
            if flow == .characters { noteCharacter(of: glyph, em: em) }
        }
        x += glyph.advance * em
    }

    private mutating func noteCharacter(of glyph: ShapedGlyph, em: Double) {
        let (end, count) = (x + glyph.advance * em, glyphs.count)
        if cluster == glyph.cluster, let last = characters.indices.last {
            characters[last].maxX = max(end, characters[last].maxX)
            characters[last].glyphs = characters[last].glyphs.lowerBound..<count
        } else {
            characters.append(
                LineCharacter(run: runs.count, glyphs: count - 1..<count, minX: x, maxX: end))
        }
        cluster = glyph.cluster
    }

    /// Adds justification after a unit.
    mutating func widen(after cluster: Int) {
        if !justification.gaps.isEmpty { x += justification.extra(after: cluster) * size }
    }
}

/// Space that justification adds to the gaps of a line, in em of the paragraph.
struct LineJustification {
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

extension LineLayout {
    /// Justification of a line: widens its spaces and the gaps between ideographs.
    ///
    /// The last line of a paragraph keeps its width.
    func justification(of line: BrokenLine, room: Double) -> LineJustification {
        guard box.paragraph.alignment == .justify, !line.endsParagraph, room > line.width else {
            return LineJustification()
        }
        let units = text.source.text
        let spaces = (line.start..<line.visibleEnd).filter {
            units[$0] == 0x20 || units[$0] == 0xA0
        }
        let gaps = (spaces + ideographicGaps(line)).sorted()
        guard !gaps.isEmpty else { return LineJustification() }
        return LineJustification(gaps: gaps, perGap: (room - line.width) / Double(gaps.count))
    }

    /// Gaps between two characters of scripts without spaces; digits among them stay together.
    private func ideographicGaps(_ line: BrokenLine) -> [Int] {
        var gaps: [Int] = []
        for run in text.runs where run.script.isIdeographic {
            let range = run.range.clamped(to: line.start..<line.visibleEnd)
            for glyph in text.glyphs[run.glyphs] where range.contains(glyph.cluster) {
                let next = glyph.cluster + 1
                guard next < line.visibleEnd, isIdeographic(glyph.cluster, next) else { continue }
                gaps.append(glyph.cluster)
            }
        }
        return gaps
    }

    private func isIdeographic(_ places: Int...) -> Bool {
        // From the CJK radicals on; below are Latin letters, digits and their punctuation.
        places.allSatisfy { text.source.text[$0] >= 0x2E80 }
    }
}
