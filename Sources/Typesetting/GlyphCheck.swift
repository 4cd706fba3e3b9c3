import Drawing
import Geometry
import Languages

extension TextShaping {
    /// Sees to it that every glyph can be drawn, since nothing can fail later.
    ///
    /// A font may have all characters of a cluster and yet no way to put them together; an emoji
    /// font may have a glyph and no picture for it.
    func checkGlyphs(in fonts: FontCache) throws(TypesettingError) {
        for run in runs {
            for glyph in glyphs[run.glyphs] {
                if glyph.id == 0 {
                    throw source.missingGlyph(
                        clusterRange(glyph.cluster, in: run),
                        tried: [run.font.description.family])
                }
                if run.font.isEmoji { try checkPicture(of: glyph, run.font, in: fonts) }
            }
        }
    }

    private func checkPicture(
        of glyph: ShapedGlyph, _ font: Font, in fonts: FontCache
    ) throws(TypesettingError) {
        guard glyph.id != font.blankGlyph, glyph.advance > 0 else { return }
        guard fonts.library.colorGlyph(glyph.id, in: font.id) == nil else { return }
        guard fonts.library.outline(of: glyph.id, in: font.id).isEmpty else { return }
        throw .font(
            FontError(
                file: font.description.file,
                reason: .damaged("no picture for its glyph \(glyph.id)")))
    }

    /// The units from a cluster's start to the next one of the run.
    private func clusterRange(_ start: Int, in run: ShapedRun) -> Range<Int> {
        let next = glyphs[run.glyphs].map(\.cluster).filter { $0 > start }.min()
        return start..<(next ?? run.range.upperBound)
    }
}

extension TextShaping {
    /// 0.85 of the way from the highest to the lowest ink of a tall script, in em.
    ///
    /// Letters that reach highest seldom stand right below those that reach lowest. Fonts tell
    /// no such height: Noto Sans Arabic and Noto Sans Myanmar name nearly the same, and the
    /// first is often set at 1.1, where lines of the second run into each other; Noto Sans Khmer
    /// names that of Latin, and its vowels below a stack reach half an em deeper.
    func leastLineHeight() -> Double {
        var (above, below) = (0.0, 0.0)
        for run in runs where run.font.isTall || run.script.isStacked {
            for glyph in glyphs[run.glyphs] {
                guard let reach = run.font.reach(of: glyph.id) else { continue }
                above = max(above, reach.above + glyph.dy)
                below = max(below, reach.below - glyph.dy)
            }
        }
        return 0.85 * (above + below)
    }
}

extension StyledText {
    func missingGlyph(_ range: Range<Int>, tried: [String]) -> TypesettingError {
        let span = span(at: range.lowerBound)
        return .missingGlyph(
            MissingGlyph(
                scalars: UTF16Scalars(Array(text[range])).map(\.value), language: language,
                fontsTried: tried, spanIndex: span,
                offset: range.lowerBound - spans[span].lowerBound))
    }
}
