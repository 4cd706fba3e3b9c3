import BlueHeartDrawing
import BlueHeartLanguages
import BlueHeartTestbench
import Foundation
import Testing

@testable import BlueHeartTypesetting

/// HarfBuzz's own program on the same words: the same glyphs, as far apart.
///
/// It is given the font, script and direction that were chosen here, and nothing of how they are
/// handed to the library: scale, language, features and the text around a run are its own.
struct HarfBuzzAgreementTests {
    private static let shaper = "/usr/bin/hb-shape"

    @Test(
        .enabled(if: FileManager.default.isExecutableFile(atPath: shaper), "make setup"),
        arguments: LanguageGoldenTests.phrases + [
            ("he", "ביחד (UNODC) 2026"), ("ur", "مل کر امید"), ("my", "မျှော်လင့်ချက်"), ("km", "ក្តីសង្ឃឹម"),
            ("lo", "ຄວາມຫວັງ"), ("ja", "「希望」へ、共に。"), ("ko", "함께 희망으로"), ("zh-Hant", "共同打擊"),
            ("bn", "একসাথে"), ("ta", "நம்பிக்கை"), ("si", "බලාපොරොත්තුව"),
        ])
    func theGlyphsAreThoseOfHarfBuzz(_ tag: String, _ text: String) throws {
        let style = TextStyle(
            fontFamilies: ["Lato", "Noto Sans Arabic", "Noto Sans"], fontWeight: 700)
        let wish = Paragraph(
            spans: [TextSpan(text, style: style)], language: try Language(tag: tag),
            fontSize: 20...20)
        let prepared = try PreparedText(
            StyledText(wish), typesetter: Typesetter(fonts: try sharedLibrary.get()))
        #expect(!prepared.runs.isEmpty)
        for run in prepared.runs {
            let ours = prepared.glyphs[run.glyphs].map { Glyph($0, em: run.font.unitsPerEm) }
            #expect(ours == (try glyphs(of: run, in: prepared.source)), "\(run.range) of \(text)")
        }
    }

    private func glyphs(of run: ShapedRun, in source: StyledText) throws -> [Glyph] {
        let units = source.text
        let before = hexadecimal(units[..<run.range.lowerBound])
        let after = hexadecimal(units[run.range.upperBound...])
        let answer = try Tool(Self.shaper).run([
            "--font-file=" + projectFolder + "/fonts/files/" + run.font.description.file,
            "--face-index=\(run.font.description.index)", "--language=" + source.language.tag,
            "--script=" + run.script.name, "--direction=" + (run.isRightToLeft ? "rtl" : "ltr"),
            "--unicodes-before=" + before, "--unicodes-after=" + after, "--output-format=json",
            "--no-glyph-names", "--no-clusters", "--unicodes=" + hexadecimal(units[run.range]),
        ])
        #expect(answer.status == 0, "\(answer.text)")
        return try JSONDecoder().decode([Glyph].self, from: Data(answer.output))
    }

    private func hexadecimal(_ units: ArraySlice<UInt16>) -> String {
        String(utf16Units: units).unicodeScalars.map { String($0.value, radix: 16) }
            .joined(separator: ",")
    }
}

/// In units of the font.
private struct Glyph: Equatable, Decodable {
    var g: Int
    var dx: Int
    var dy: Int
    var ax: Int

    init(_ glyph: ShapedGlyph, em: Double) {
        g = Int(glyph.id)
        dx = Int((glyph.dx * em).rounded())
        dy = Int((glyph.dy * em).rounded())
        ax = Int((glyph.advance * em).rounded())
    }
}
