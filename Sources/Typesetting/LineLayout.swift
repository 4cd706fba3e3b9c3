import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages

/// Places the glyphs of broken lines in their box.
struct LineLayout {
    let text: PreparedText
    let box: TextBox
    let measure: LineMeasure

    init(_ text: PreparedText, box: TextBox, measure: LineMeasure) {
        self.text = text
        self.box = box
        self.measure = measure
    }

    func set(_ fitted: FittedText) -> TypesetText {
        let size = fitted.fontSize
        let widest = fitted.lines.reduce(0) { max($0, $1.width) } * size
        let room = box.width.isFinite ? box.width : widest
        var top = 0.0
        var lines: [TypesetLine] = []
        lines.reserveCapacity(fitted.lines.count)
        for line in fitted.lines {
            let set = set(line, top: top, room: room, size: size)
            top += set.height
            lines.append(set)
        }
        let firstScale = fitted.lines.first?.scale ?? 1
        return TypesetText(
            text: String(utf16Units: text.source.text[...]), fontSize: size,
            lines: lines, size: Size(width: widest, height: top),
            capHeight: text.metrics.capHeight * size * firstScale,
            xHeight: text.metrics.xHeight * size * firstScale, isTruncated: fitted.isTruncated)
    }

    private func set(
        _ line: BrokenLine, top: Double, room: Double, size: Double
    ) -> TypesetLine {
        let em = size * line.scale
        let height = em * box.lineHeight
        let (ascent, descent) = (text.metrics.ascent * em, text.metrics.descent * em)
        let baseline = top + (height - ascent - descent) / 2 + ascent
        let justification = justification(of: line, room: room / size)
        let width = line.width * size + justification.total * size
        let x = startOfLine(width: width, room: room)
        var cursor = LineCursor(
            x: x, baseline: baseline, size: size, justification: justification,
            visibleEnd: line.visibleEnd,
            flow: box.paragraph.flow)
        let parts = partsInVisualOrder(line, cursor: &cursor)
        for part in parts { draw(part, with: &cursor) }
        cursor.endRun()
        let extent = extent(of: parts, size: size)
        var set = TypesetLine(
            top: top, height: height, baseline: baseline, x: x, width: width,
            ascent: extent?.ascent ?? ascent, descent: extent?.descent ?? descent,
            direction: text.source.language.direction, runs: cursor.runs,
            decorations: decorations(
                of: cursor.decorated, baseline: baseline, line: top...top + height),
            range: line.start..<line.end, text: visibleText(line))
        if box.paragraph.flow == .characters {
            set.characters = withOutlines(cursor.characters, of: cursor.runs, in: parts)
        }
        return set
    }

    /// Adds outlines to the letters of connected scripts, which would separate if rotated one by
    /// one.
    private func withOutlines(
        _ characters: [LineCharacter], of runs: [GlyphRun], in parts: [PlacedPart]
    ) -> [LineCharacter] {
        characters.map { character in
            let run = runs[character.run]
            let isConnected = run.text.unicodeScalars.contains { Script(of: $0.value).isConnected }
            let font = parts.first { $0.font.id == run.font }?.font
            guard isConnected, let font else { return character }
            var character = character
            character.outline = run.glyphs[character.glyphs].reduce(into: Path()) { path, glyph in
                let toLine = Transform.scale(x: run.fontSize, y: run.fontSize)
                    .then(.translation(glyph.position))
                path.append(measure.outline(of: glyph.id, in: font).applying(toLine))
            }
            return character
        }
    }

    /// The left edge of a line by the paragraph's alignment and the language's direction.
    private func startOfLine(width: Double, room: Double) -> Double {
        let isRightToLeft = text.source.language.direction == .rightToLeft
        return switch box.paragraph.alignment {
        case .center: (room - width) / 2
        case .start, .justify: isRightToLeft ? room - width : 0
        case .end: isRightToLeft ? 0 : room - width
        }
    }

    private func extent(
        of parts: [PlacedPart], size: Double
    ) -> (ascent: Double, descent: Double)? {
        var extent: (ascent: Double, descent: Double)?
        for part in parts where !part.font.isEmoji {
            let metrics = part.font.metrics
            extent = (
                max(extent?.ascent ?? 0, metrics.ascent * part.scale * size),
                max(extent?.descent ?? 0, metrics.descent * part.scale * size)
            )
        }
        return extent
    }

    private func visibleText(_ line: BrokenLine) -> String {
        let units = text.source.text[line.start..<line.visibleEnd]
        let hidesHyphens = units.contains(0xAD)
        let visible =
            hidesHyphens
            ? String(utf16Units: units.filter { $0 != 0xAD }[...]) : String(utf16Units: units)
        switch line.ending {
        case .plain: return visible
        case .hyphen: return visible + (measure.hyphen(before: line.end)?.text ?? "")
        case .ellipsis: return visible + (measure.ellipsis(after: line.end)?.mark.text ?? "")
        }
    }
}

// MARK: - Parts

/// Glyphs of one font and direction on a line, in visual order.
struct PlacedPart {
    var font: Font
    var scale: Double
    var glyphs: ArraySlice<ShapedGlyph>
    /// Range in the text; empty for a mark that is not in the text.
    var range: Range<Int>
    /// The span of a mark's style, and its text.
    var mark: (span: Int, text: String)?
}

extension LineLayout {
    private func partsInVisualOrder(_ line: BrokenLine, cursor: inout LineCursor) -> [PlacedPart] {
        guard line.end > line.start || line.ending == .ellipsis else { return [] }
        var levels: [UInt8] = []
        var parts: [PlacedPart] = []
        for part in measure.parts(of: line.start..<line.end)
        where part.range.lowerBound < line.visibleEnd {
            levels.append(part.run.level)
            parts.append(
                PlacedPart(
                    font: part.run.font, scale: part.run.scale, glyphs: part.glyphs,
                    range: part.range.clamped(to: line.start..<line.visibleEnd)))
        }
        if let (mark, run) = mark(of: line) {
            levels.append(run.level)
            let span = text.source.span(at: max(line.start, line.visibleEnd - 1))
            parts.append(
                PlacedPart(
                    font: run.font, scale: run.scale, glyphs: mark.glyphs[...], range: 0..<0,
                    mark: (span, mark.text)))
        }
        let order =
            levels.allSatisfy { $0 == 0 }
            ? Array(levels.indices) : TextAnalyzer.visualOrder(ofLevels: levels)
        skipSpacingAtEnd(of: line, cursor: &cursor)
        hangEnd(of: line, cursor: &cursor)
        cursor.x -= measure.openingBlank(at: line.start, before: line.visibleEnd) * cursor.size
        return order.map { parts[$0] }
    }

    private func mark(of line: BrokenLine) -> (LineEndMark, ShapedRun)? {
        switch line.ending {
        case .plain: return nil
        case .ellipsis: return measure.ellipsis(after: line.visibleEnd).map { ($0.mark, $0.run) }
        case .hyphen:
            guard let run = measure.run(before: line.end) else { return nil }
            return measure.hyphen(before: line.end).map { ($0, run) }
        }
    }

    /// Skips the spacing after a line's last letter, which is at its left in right-to-left text.
    private func skipSpacingAtEnd(of line: BrokenLine, cursor: inout LineCursor) {
        guard text.hasLetterSpacing, line.ending == .plain,
            let run = measure.run(before: line.visibleEnd),
            run.isRightToLeft, text.source.language.direction == .rightToLeft
        else { return }
        cursor.x -= run.letterSpacing * run.scale * cursor.size
    }
}

extension LineLayout {
    /// Moves the hanging part of a line's end to its left in right-to-left text.
    private func hangEnd(of line: BrokenLine, cursor: inout LineCursor) {
        guard line.ending == .plain, text.source.language.direction == .rightToLeft else { return }
        cursor.x -= measure.hangingWidth(before: line.visibleEnd, from: line.start) * cursor.size
    }
}

// MARK: - Drawing

extension LineLayout {
    /// Places a part's glyphs, in one run for each span.
    private func draw(_ part: PlacedPart, with cursor: inout LineCursor) {
        let (em, blank) = (cursor.size * part.scale, part.font.blankGlyph)
        if let mark = part.mark {
            cursor.beginRun(box.paragraph.spans[mark.span].style, part, text: mark.text)
            for glyph in part.glyphs { cursor.place(glyph, em: em, blank: blank) }
            return
        }
        var owned = 0..<0
        for glyph in part.glyphs where glyph.cluster < cursor.visibleEnd {
            if !owned.contains(glyph.cluster) {
                let span = text.source.span(at: glyph.cluster)
                owned = text.source.spans[span]
                let words = text.source.text[owned.clamped(to: part.range)]
                cursor.beginRun(
                    box.paragraph.spans[span].style, part,
                    text: String(utf16Units: words))
            }
            cursor.place(glyph, em: em, blank: blank)
            cursor.widen(after: glyph.cluster)
        }
    }
}
