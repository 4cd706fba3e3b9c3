import BlueHeartLanguages

/// Itemizes a text into runs and shapes them; lengths in em of the paragraph.
struct TextShaping {
    let source: StyledText
    private(set) var runs: [ShapedRun] = []
    private(set) var glyphs: [ShapedGlyph] = []
    private(set) var safety: [BreakSafety]
    private(set) var advances: [Double] = [0]

    init(_ source: StyledText, choices: [FontSelector.Choice], levels: [UInt8]) {
        self.source = source
        safety = Array(repeating: .insideGlyph, count: source.text.count + 1)
        for choice in choices {
            guard let font = choice.font else { continue }
            append(choice, font: font, level: levels[choice.range.lowerBound])
        }
    }

    /// Extends the last run, or begins another at a change of font, direction, script or style.
    private mutating func append(_ choice: FontSelector.Choice, font: Font, level: UInt8) {
        if let last = runs.last, last.range.upperBound == choice.range.lowerBound,
            last.font === font, last.level == level, last.script == choice.script,
            last.style == choice.style
        {
            runs[runs.count - 1].range = last.range.lowerBound..<choice.range.upperBound
            return
        }
        let style = source.styles[choice.style]
        runs.append(
            ShapedRun(
                range: choice.range, font: font, level: level, script: choice.script,
                style: choice.style, scale: style.relativeSize,
                letterSpacing: choice.script.isConnected ? 0 : style.letterSpacing))
    }

    mutating func shape(with shaper: Shaper) {
        var widths = [Double](repeating: 0, count: source.text.count)
        glyphs.reserveCapacity(source.text.count)
        for index in runs.indices {
            let (run, start) = (runs[index], glyphs.count)
            source.shape(run, range: run.range, with: shaper, into: &glyphs)
            runs[index].glyphs = start..<glyphs.count
            for glyph in glyphs[start...] {
                widths[glyph.cluster] += glyph.advance * run.scale
                safety[glyph.cluster] = glyph.isUnsafeToBreak ? .unsafe : .safe
            }
            safety[run.range.lowerBound] = .safe
            safety[run.range.upperBound] = .safe
        }
        for index in source.text.indices where endsLine(source.text[index]) {
            safety[index] = .safe
        }
        safety[source.text.count] = .safe
        sumUp(widths)
    }

    private mutating func sumUp(_ widths: [Double]) {
        advances.reserveCapacity(widths.count + 1)
        var total = 0.0
        for width in widths {
            total += width
            advances.append(total)
        }
    }
}

extension StyledText {
    /// Shapes a part of a run and applies letter and word spacing.
    func shape(
        _ run: ShapedRun, range: Range<Int>, with shaper: Shaper,
        into glyphs: inout [ShapedGlyph]
    ) {
        let style = styles[run.style]
        let start = glyphs.count
        shaper.shape(
            ShapingRequest(
                range: range, font: run.font, isRightToLeft: run.isRightToLeft,
                script: run.script, features: style.features(spacedOut: run.letterSpacing != 0)),
            of: text, language: language, into: &glyphs)
        if run.letterSpacing != 0 || style.wordSpacing != 0 {
            spread(&glyphs, from: start, run: run, words: style.wordSpacing)
        }
    }

    /// Widens the end of each cluster in logical order: its right side, or its left in
    /// right-to-left text.
    private func spread(
        _ glyphs: inout [ShapedGlyph], from start: Int, run: ShapedRun, words: Double
    ) {
        for index in start..<glyphs.count {
            let cluster = glyphs[index].cluster
            let neighbour = run.isRightToLeft ? index - 1 : index + 1
            let isEdge =
                !(start..<glyphs.count).contains(neighbour)
                || glyphs[neighbour].cluster != cluster
            guard isEdge else { continue }
            let isSpace = text[cluster] == 0x20 || text[cluster] == 0xA0
            let extra = run.letterSpacing + (isSpace ? words : 0)
            glyphs[index].advance += extra
            if run.isRightToLeft { glyphs[index].dx += extra }
        }
    }
}
