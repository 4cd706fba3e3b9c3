import Drawing
import Languages

/// A text analysed and shaped, before it has a size and a width; lengths in em of the paragraph.
///
/// Kept by one typesetter and used by one worker at a time.
final class PreparedText {
    let source: StyledText
    let breaks: [LineBreak]
    /// Where characters as people see them begin, and the end of the text.
    let characters: [Int]
    /// In reading order; together all units but those that end lines.
    let runs: [ShapedRun]
    /// The glyphs of all runs, each run's in visual order.
    let glyphs: [ShapedGlyph]
    /// Advance of all characters before a unit; one entry more than there are units.
    let advances: [Double]
    /// Whether a line may end before a unit without shaping anew; one entry for the end too.
    let safety: [BreakSafety]
    let segments: [Segment]
    /// The same with every word whole; nil where the dictionary parts none.
    let segmentsOfWholeWords: [Segment]?
    let hasLetterSpacing: Bool
    /// That most characters have; nil where there is none but emoji.
    let mainFont: Font?
    let metrics: FontMetrics
    /// Distance of baselines, in units of the font size, below which lines would collide; 0 for
    /// scripts of the height of Latin.
    let leastLineHeight: Double
    /// Parts of runs shaped by themselves for a line that begins or ends inside.
    var reshaped: [Range<Int>: [ShapedGlyph]] = [:]
    /// With the ideographs of each word together; empty where that changes nothing, nil before
    /// anybody asked.
    var ideographicWords: [Segment]?
    /// Glyphs of a hyphen or an ellipsis by font.
    var lineEndMarks: [LineEndMarkKey: LineEndMark] = [:]

    struct LineEndMarkKey: Hashable {
        var scalar: UInt16
        var font: Int
        var isRightToLeft: Bool
    }

    init(_ source: StyledText, typesetter: Typesetter) throws(TypesettingError) {
        self.source = source
        let analyzer = typesetter.analyzer
        breaks = source.lineBreaks(by: analyzer)
        characters = analyzer.characterBoundaries(in: source.text)
        var selector = try FontSelector(source, fonts: typesetter.fontCache)
        let choices = try selector.choose(
            boundaries: characters, scripts: analyzer.scriptRuns(in: source.text))
        let levels = analyzer.bidiLevels(in: source.text, base: source.language.direction)
        var shaping = TextShaping(source, choices: choices, levels: levels)
        shaping.shape(with: typesetter.shaper)
        try shaping.checkGlyphs(in: typesetter.fontCache)
        (runs, glyphs, safety) = (shaping.runs, shaping.glyphs, shaping.safety)
        advances = shaping.advances
        let whole = Segment.all(of: source.text, breaks: breaks, hyphenationPoints: [], runs: runs)
        let hyphenationPoints = try source.hyphenationPoints(typesetter.fontCache).filter {
            shaping.mayHyphenate(before: $0)
        }
        segmentsOfWholeWords = hyphenationPoints.isEmpty ? nil : whole
        segments =
            hyphenationPoints.isEmpty
            ? whole
            : Segment.all(
                of: source.text, breaks: breaks, hyphenationPoints: hyphenationPoints, runs: runs)
        leastLineHeight = shaping.leastLineHeight()
        hasLetterSpacing = runs.contains { $0.letterSpacing != 0 }
        mainFont = mostUsedFont(in: runs)
        metrics = (mainFont ?? runs.first?.font)?.metrics ?? .none
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
    /// In em of the run's font size; 0 in scripts whose letters hang together.
    var letterSpacing: Double
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
struct LineEndMark {
    var glyphs: [ShapedGlyph]
    var text: String
    /// In em of its own font size.
    var width: Double
}

extension FontMetrics {
    /// Those of a text without characters.
    static let none = FontMetrics(ascent: 0.8, descent: 0.2, capHeight: 0.7, xHeight: 0.5)
}

/// The first of equals in reading order, so that the choice never depends on hashing.
private func mostUsedFont(in runs: [ShapedRun]) -> Font? {
    var tallies: [(font: Font, count: Int)] = []
    for run in runs where !run.font.isEmoji {
        if let place = tallies.firstIndex(where: { $0.font === run.font }) {
            tallies[place].count += run.range.count
        } else {
            tallies.append((run.font, run.range.count))
        }
    }
    var best: (font: Font, count: Int)?
    for tally in tallies where tally.count > best?.count ?? 0 { best = tally }
    return best?.font
}
