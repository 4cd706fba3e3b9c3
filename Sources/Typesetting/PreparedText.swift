import BlueHeartDrawing
import BlueHeartLanguages

/// An analysed and shaped text, before it has a size and a width; lengths in em of the paragraph.
///
/// Kept by one typesetter and used by one worker at a time.
final class PreparedText {
    let source: StyledText
    let breaks: [LineBreak]
    /// Offsets of grapheme cluster boundaries, including the end of the text.
    let characters: [Int]
    /// Runs in logical order; together all units except line endings.
    let runs: [ShapedRun]
    /// The glyphs of all runs, each run's in visual order.
    let glyphs: [ShapedGlyph]
    /// Sum of advances before each unit; one entry more than there are units.
    let advances: [Double]
    /// Break safety before each unit: whether a line end requires reshaping; one entry for the end
    /// too.
    let safety: [BreakSafety]
    let segments: [Segment]
    /// Segments of whole words; nil if the dictionary hyphenates none.
    let segmentsOfWholeWords: [Segment]?
    let hasLetterSpacing: Bool
    /// The font of most characters; nil if there are only emoji.
    let mainFont: Font?
    let metrics: FontMetrics
    /// Smallest distance of baselines, in units of the font size, without collisions; 0 for scripts
    /// of Latin height.
    let leastLineHeight: Double
    /// Parts of runs reshaped for a line that begins or ends inside.
    var reshaped: [Range<Int>: [ShapedGlyph]] = [:]
    /// Segments with the ideographs of each word together; empty if that changes nothing, nil
    /// before the first use.
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
    /// Index in the text's shaping styles.
    var style: Int
    /// The font size in em of the paragraph.
    var scale: Double
    /// Letter spacing in em of the run's font size; 0 in connected scripts.
    var letterSpacing: Double
    /// Range in `PreparedText.glyphs`.
    var glyphs: Range<Int> = 0..<0

    var isRightToLeft: Bool { level & 1 == 1 }
}

enum BreakSafety: UInt8 {
    /// A place between characters of one glyph.
    case insideGlyph
    /// The glyphs on both sides depend on each other.
    case unsafe
    case safe
}

/// A shaped hyphen or ellipsis.
struct LineEndMark {
    var glyphs: [ShapedGlyph]
    var text: String
    /// Width in em of its own font size.
    var width: Double
}

extension FontMetrics {
    /// Metrics of a text without characters.
    static let none = FontMetrics(ascent: 0.8, descent: 0.2, capHeight: 0.7, xHeight: 0.5)
}

/// The first of equals in logical order, so that the choice does not depend on hashing.
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
