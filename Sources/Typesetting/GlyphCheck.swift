import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages

extension TextShaping {
    /// Checks that every glyph can be drawn, because nothing can fail later.
    ///
    /// A font may have all characters of a cluster and no glyph for their combination; an emoji
    /// font may have a glyph without a picture.
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

    /// The units from a cluster's start to the next cluster of the run.
    private func clusterRange(_ start: Int, in run: ShapedRun) -> Range<Int> {
        let next = glyphs[run.glyphs].map(\.cluster).filter { $0 > start }.min()
        return start..<(next ?? run.range.upperBound)
    }
}

extension TextShaping {
    /// 0.85 of the distance from the highest to the lowest ink of a tall script, in em.
    ///
    /// The highest letters are rarely directly below the lowest ones. Font metrics do not give this
    /// height: those of Noto Sans Arabic and Noto Sans Myanmar are nearly the same, and the first
    /// is often set at 1.1, where lines of the second collide; Noto Sans Khmer has the metrics of
    /// Latin, and its subscript vowels extend half an em lower.
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
