import BlueHeartDrawing
import BlueHeartLanguages
import BlueHeartTypesetting
import Testing

/// Texts nobody means well with: set right or refused, never endless.
struct HostileTextTests {
    @Test func tenThousandMarksAreOneCluster() throws {
        let text = "e" + String(repeating: "\u{301}", count: 10_000)
        let found = try typeset(try paragraph(text) { $0.overflow = .clip }, width: 50)
        #expect(found.lines.map(\.range) == [0..<10_001])
    }

    @Test(arguments: ["\u{202E}", "\u{202A}", "\u{2067}", "\u{2068}", "\u{202C}", "\u{2069}"])
    func anUnpairedControlChangesNothingOutsideItsParagraph(_ control: String) throws {
        let found = try typeset(try paragraph("a\(control)b\nheart 12"), width: 400)
        #expect(found.lines.last?.runs.map(\.text) == ["heart 12"])
        #expect(found.lines.first?.range == 0..<4)
    }

    @Test(arguments: ["\u{0}", "\u{7}", "\u{1B}", "\u{FFFE}", "\u{E0001}", "\u{D7FF}"])
    func aCharacterWithoutAShapeIsRefusedOrDrawnAsNothing(_ text: String) throws {
        do {
            let found = try typeset(try paragraph("a\(text)b"))
            #expect(found.lines.first?.runs.flatMap(\.glyphs).allSatisfy { $0.id != 0 } == true)
        } catch TypesettingError.missingGlyph(let glyph) {
            #expect(glyph.scalars == text.unicodeScalars.map(\.value))
        }
    }
}
