import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages

/// Measures parts of a prepared text and returns their glyphs; reshapes only if glyphs on both
/// sides of a line end depend on each other.
struct LineMeasure {
    let text: PreparedText
    private let typesetter: Typesetter

    init(_ text: PreparedText, _ typesetter: Typesetter) {
        self.text = text
        self.typesetter = typesetter
    }

    /// Width from unit `start` to `visibleEnd` on a line that ends at `end`, without the spacing
    /// after the last letter.
    func width(from start: Int, to visibleEnd: Int, lineEnd end: Int) -> Double {
        guard visibleEnd > start else { return 0 }
        let isPlain = text.safety[start] == .safe && text.safety[end] == .safe
        let width =
            isPlain
            ? text.advances[visibleEnd] - text.advances[start]
            : reshapedWidth(start..<end, visibleEnd: visibleEnd)
        return width - trailingSpacing(before: visibleEnd)
    }

    /// Width of a line over some segments, with its hyphen.
    func width(from start: Int, through segment: Segment) -> Double {
        let width =
            width(from: start, to: segment.visibleEnd, lineEnd: segment.end)
            - openingBlank(at: start, before: segment.visibleEnd)
        guard segment.endsWithHyphen else {
            return width - hangingWidth(before: segment.visibleEnd, from: start)
        }
        return width + (hyphen(before: segment.end)?.width ?? 0)
    }

    private func reshapedWidth(_ range: Range<Int>, visibleEnd: Int) -> Double {
        var width = 0.0
        for part in parts(of: range) {
            for glyph in part.glyphs where glyph.cluster < visibleEnd {
                width += glyph.advance * part.run.scale
            }
        }
        return width
    }

    private func trailingSpacing(before end: Int) -> Double {
        guard text.hasLetterSpacing, let run = run(before: end) else { return 0 }
        return run.letterSpacing * run.scale
    }

    /// The run that contains the unit before `end`.
    func run(before end: Int) -> ShapedRun? {
        let index = indexOfRun(reaching: end)
        return index < text.runs.count ? text.runs[index] : nil
    }

    /// The first run that ends at or after a unit; the number of runs if there is none.
    private func indexOfRun(reaching end: Int) -> Int {
        var (low, high) = (0, text.runs.count)
        while low < high {
            let middle = (low + high) / 2
            if text.runs[middle].range.upperBound < end { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// The part of a run on a line.
struct LinePart {
    var run: ShapedRun
    var range: Range<Int>
    /// Glyphs in visual order.
    var glyphs: ArraySlice<ShapedGlyph>
}

extension LineMeasure {
    /// The parts of all runs in a range, in logical order.
    func parts(of range: Range<Int>) -> [LinePart] {
        var parts: [LinePart] = []
        // The first run that extends beyond the range's start.
        let first = indexOfRun(reaching: range.lowerBound + 1)
        for run in text.runs[first...] {
            guard run.range.lowerBound < range.upperBound else { break }
            let part = run.range.clamped(to: range)
            parts.append(LinePart(run: run, range: part, glyphs: glyphs(of: run, in: part)))
        }
        return parts
    }

    private func glyphs(of run: ShapedRun, in range: Range<Int>) -> ArraySlice<ShapedGlyph> {
        let all = text.glyphs[run.glyphs]
        if range == run.range { return all }
        let isPlain =
            text.safety[range.lowerBound] == .safe && text.safety[range.upperBound] == .safe
        guard isPlain else { return reshaped(run, in: range)[...] }
        // Clusters ascend, or descend in right-to-left text, so the range is contiguous.
        if run.isRightToLeft {
            let first = place(in: all) { $0.cluster < range.upperBound }
            return all[first..<place(in: all) { $0.cluster < range.lowerBound }]
        }
        let first = place(in: all) { $0.cluster >= range.lowerBound }
        return all[first..<place(in: all) { $0.cluster >= range.upperBound }]
    }

    /// The first glyph that satisfies a condition which all later glyphs also satisfy.
    private func place(
        in glyphs: ArraySlice<ShapedGlyph>, _ holds: (ShapedGlyph) -> Bool
    ) -> Int {
        var (low, high) = (glyphs.startIndex, glyphs.endIndex)
        while low < high {
            let middle = (low + high) / 2
            if holds(glyphs[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private func reshaped(_ run: ShapedRun, in range: Range<Int>) -> [ShapedGlyph] {
        if let known = text.reshaped[range] { return known }
        var glyphs: [ShapedGlyph] = []
        text.source.shape(run, range: range, with: typesetter.shaper, into: &glyphs)
        text.reshaped[range] = glyphs
        return glyphs
    }
}

extension LineMeasure {
    /// Words by the dictionary of the text's language.
    func words() -> [Range<Int>] {
        typesetter.analyzer.words(in: text.source.text, language: text.source.language)
    }

    /// The outline of a glyph in em, y down, its origin on the baseline.
    func outline(of glyph: UInt32, in font: Font) -> Path {
        typesetter.fontCache.library.outline(of: glyph, in: font.id)
    }
}

// MARK: - Signs

extension LineMeasure {
    /// The hyphen for a line that ends before `end`; nil if the font has none.
    func hyphen(before end: Int) -> LineEndMark? {
        guard let run = run(before: end) else { return nil }
        return mark([0x2010, 0x2D], in: run.font, isRightToLeft: run.isRightToLeft)
    }

    /// The ellipsis after `end`, in the font before it or in the text's main font.
    func ellipsis(after end: Int) -> (mark: LineEndMark, run: ShapedRun)? {
        guard var run = run(before: end) ?? text.runs.first else { return nil }
        if !run.font.has(0x2026) || run.font.isEmoji, let main = text.mainFont { run.font = main }
        run.level = text.source.language.direction == .rightToLeft ? 1 : 0
        let known = mark([0x2026], in: run.font, isRightToLeft: run.isRightToLeft)
        let mark = known ?? mark([0x2E, 0x2E, 0x2E], in: run.font, run.isRightToLeft)
        return (mark, run)
    }

    /// The first of several marks that the font has.
    private func mark(_ scalars: [UInt16], in font: Font, isRightToLeft: Bool) -> LineEndMark? {
        guard let scalar = scalars.first(where: { font.has(UInt32($0)) }) else { return nil }
        return mark([scalar], in: font, isRightToLeft)
    }

    private func mark(_ units: [UInt16], in font: Font, _ isRightToLeft: Bool) -> LineEndMark {
        let key = PreparedText.LineEndMarkKey(
            scalar: units[0], font: font.id.index, isRightToLeft: isRightToLeft)
        if let known = text.lineEndMarks[key] { return known }
        var glyphs: [ShapedGlyph] = []
        typesetter.shaper.shape(
            ShapingRequest(
                range: 0..<units.count, font: font, isRightToLeft: isRightToLeft,
                script: .common, features: []),
            of: units, language: text.source.language, into: &glyphs)
        let mark = LineEndMark(
            glyphs: glyphs, text: String(decoding: units, as: UTF16.self),
            width: glyphs.reduce(0) { $0 + $1.advance })
        text.lineEndMarks[key] = mark
        return mark
    }
}
