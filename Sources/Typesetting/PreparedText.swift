import Drawing
import Languages

/// A text analysed and shaped, before it has a size and a width; lengths in em of the paragraph.
///
/// Kept by one typesetter and used by one worker at a time.
final class PreparedText {
    let source: StyledText
    /// In reading order; together all units but those that end lines.
    private(set) var runs: [ShapedRun] = []
    /// The glyphs of all runs, each run's in visual order.
    private(set) var glyphs: [ShapedGlyph] = []
    /// Advance of all characters before a unit; one entry more than there are units.
    private(set) var advances: [Double] = []
    private(set) var segments: [Segment] = []
    /// Where a line may begin without shaping anew.
    private(set) var safety: [BreakSafety] = []
    let breaks: [LineBreak]
    let levels: [UInt8]
    let characters: [Int]
    /// Of the font that most characters have.
    private(set) var metrics = FontMetrics(ascent: 0.8, descent: 0.2, capHeight: 0.7, xHeight: 0.5)
    private(set) var mainFont: Font?
    /// Parts of runs shaped by themselves for a line that begins or ends inside.
    var reshaped: [Range<Int>: [ShapedGlyph]] = [:]
    /// Glyphs of a hyphen or an ellipsis by font.
    var signs: [SignKey: Sign] = [:]

    struct SignKey: Hashable {
        var scalar: UInt16
        var font: Int
        var isRightToLeft: Bool
    }

    init(_ source: StyledText, typesetter: Typesetter) throws(TypesettingError) {
        self.source = source
        let analyzer = typesetter.analyzer
        breaks = analyzer.lineBreaks(in: source.text, language: source.language)
        levels = analyzer.bidiLevels(in: source.text, base: source.language.direction)
        characters = analyzer.characterBoundaries(in: source.text)
        guard !source.text.isEmpty else { return }
        var selector = FontSelector(source, shelf: typesetter.shelf)
        let choices = try selector.choose(
            boundaries: characters, scripts: analyzer.scriptRuns(in: source.text))
        makeRuns(choices)
        shape(with: typesetter.shaper)
        chooseMainFont()
        segments = Segment.all(of: self)
    }
}

/// Characters that are shaped together: one font, direction, script and style.
struct ShapedRun {
    var range: Range<Int>
    var font: Font
    var level: UInt8
    var script: Script
    /// One of the text's shaping styles.
    var style: Int
    /// The font size in em of the paragraph.
    var scale: Double
    /// Places in `PreparedText.glyphs`.
    var glyphs: Range<Int> = 0..<0

    var isRightToLeft: Bool { level & 1 == 1 }
}

enum BreakSafety: UInt8 {
    /// Inside the characters of one glyph.
    case insideGlyph
    /// The glyphs on both sides depend on each other.
    case unsafe
    case safe
}

/// A hyphen or an ellipsis, shaped.
struct Sign {
    var glyphs: [ShapedGlyph]
    var text: String
    /// In em of its own font size.
    var width: Double
}

// MARK: - Runs and glyphs

extension PreparedText {
    private func makeRuns(_ choices: [FontSelector.Choice]) {
        for choice in choices {
            guard let font = choice.font else { continue }
            let level = levels[choice.range.lowerBound]
            if let last = runs.last, last.range.upperBound == choice.range.lowerBound,
                last.font === font, last.level == level, last.script == choice.script,
                last.style == choice.style
            {
                runs[runs.count - 1].range = last.range.lowerBound..<choice.range.upperBound
                continue
            }
            runs.append(
                ShapedRun(
                    range: choice.range, font: font, level: level, script: choice.script,
                    style: choice.style, scale: source.styles[choice.style].relativeSize))
        }
    }

    private func shape(with shaper: Shaper) {
        safety = Array(repeating: .insideGlyph, count: source.text.count + 1)
        var widths = [Double](repeating: 0, count: source.text.count)
        glyphs.reserveCapacity(source.text.count)
        for index in runs.indices {
            let start = glyphs.count
            shape(runs[index], range: runs[index].range, with: shaper, into: &glyphs)
            runs[index].glyphs = start..<glyphs.count
            for glyph in glyphs[start...] {
                widths[glyph.cluster] += glyph.advance * runs[index].scale
                safety[glyph.cluster] = glyph.isUnsafeToBreak ? .unsafe : .safe
            }
            safety[runs[index].range.lowerBound] = .safe
            safety[runs[index].range.upperBound] = .safe
        }
        for index in source.text.indices where endsLine(source.text[index]) {
            safety[index] = .safe
        }
        safety[source.text.count] = .safe
        advances = [0]
        advances.reserveCapacity(widths.count + 1)
        var total = 0.0
        for width in widths {
            total += width
            advances.append(total)
        }
    }

    /// Shapes a part of a run and sets its letters and words apart as the style wants.
    func shape(
        _ run: ShapedRun, range: Range<Int>, with shaper: Shaper,
        into glyphs: inout [ShapedGlyph]
    ) {
        let style = source.styles[run.style]
        let letterSpacing = self.letterSpacing(of: run)
        let start = glyphs.count
        shaper.shape(
            ShapingRequest(
                range: range, font: run.font, isRightToLeft: run.isRightToLeft,
                script: run.script, features: style.features(spacedOut: letterSpacing != 0)),
            of: source.text, language: source.language, into: &glyphs)
        guard letterSpacing != 0 || style.wordSpacing != 0 else { return }
        space(
            &glyphs, from: start, letters: letterSpacing, words: style.wordSpacing,
            isRightToLeft: run.isRightToLeft)
    }

    /// In em of the run's font size; 0 in scripts whose letters hang together.
    func letterSpacing(of run: ShapedRun) -> Double {
        run.script.isConnected ? 0 : source.styles[run.style].letterSpacing
    }

    /// Widens the end of each cluster in reading order: its right side, or left where text runs
    /// to the left.
    private func space(
        _ glyphs: inout [ShapedGlyph], from start: Int, letters: Double, words: Double,
        isRightToLeft: Bool
    ) {
        for index in start..<glyphs.count {
            let cluster = glyphs[index].cluster
            let neighbour = isRightToLeft ? index - 1 : index + 1
            let isEdge =
                !(start..<glyphs.count).contains(neighbour)
                || glyphs[neighbour].cluster != cluster
            guard isEdge else { continue }
            let isSpace = source.text[cluster] == 0x20 || source.text[cluster] == 0xA0
            let extra = letters + (isSpace ? words : 0)
            glyphs[index].advance += extra
            if isRightToLeft { glyphs[index].dx += extra }
        }
    }

    private func chooseMainFont() {
        var counts: [Int: Int] = [:]
        for run in runs where !run.font.isEmoji {
            counts[run.font.id.index, default: 0] += run.range.count
        }
        // The first of equals in reading order, so that the choice never depends on hashing.
        var best = 0
        for run in runs {
            let count = counts[run.font.id.index] ?? 0
            if count > best { (best, mainFont) = (count, run.font) }
        }
        if let main = mainFont ?? runs.first?.font { metrics = main.metrics }
    }
}
