import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartTypesetting
import Testing

struct StyleTests {
    private func width(
        _ text: String, _ tag: String = "en", _ change: (inout TextStyle) -> Void = { _ in }
    ) throws -> Double {
        try typeset(try paragraph(text, tag) { change(&$0.spans[0].style) }).size.width
    }

    @Test func letterSpacingStandsBetweenLettersOnly() throws {
        let plain = try width("abc")
        let spaced = try width("abc") { $0.letterSpacing = 0.1 }
        #expect(abs(spaced - plain - 2 * 0.1 * 40) < 1e-6)
    }

    @Test func letterSpacingLeavesArabicJoined() throws {
        #expect(try width("قلب", "ar") == width("قلب", "ar") { $0.letterSpacing = 0.2 })
    }

    @Test func letterSpacingInHebrewStartsAtTheRightEdge() throws {
        let wish = try paragraph("אבג", "he") { $0.spans[0].style.letterSpacing = 0.5 }
        let line = try #require(try typeset(wish, width: 400).lines.first)
        #expect(abs(line.x + line.width - 400) < 1e-6)
        let first = try #require(line.runs.first?.glyphs.first)
        #expect(abs(first.position.x - line.x) < 1e-6)
    }

    @Test func letterSpacingTakesLigaturesApart() throws {
        func glyphs(_ spacing: Double) throws -> Int {
            let wish = try paragraph("office") {
                $0.spans[0].style.fontFamilies = ["Lato"]
                $0.spans[0].style.letterSpacing = spacing
            }
            return try typeset(wish).lines[0].runs[0].glyphs.count
        }
        #expect(try glyphs(0) < 6)
        #expect(try glyphs(0.05) == 6)
    }

    @Test func wordSpacingWidensSpaces() throws {
        let plain = try width("a b c")
        #expect(abs(try width("a b c") { $0.wordSpacing = 0.5 } - plain - 40) < 1e-6)
    }

    @Test func featuresChangeGlyphs() throws {
        func ids(_ features: [String: Int]) throws -> [UInt32] {
            let wish = try paragraph("1111") {
                $0.spans[0].style.fontFamilies = ["Inter"]
                $0.spans[0].style.features = features
            }
            return try typeset(wish).lines[0].runs[0].glyphs.map(\.id)
        }
        #expect(try ids([:]) != ids(["tnum": 1]))
    }

    @Test func theCaseFollowsTheLanguage() throws {
        func text(_ tag: String) throws -> String {
            try typeset(try paragraph("istanbul", tag) { $0.spans[0].style.textCase = .upper }).text
        }
        #expect(try text("tr") == "İSTANBUL")
        #expect(try text("en") == "ISTANBUL")
    }

    @Test func aColourInsideAWordDoesNotPartItsLetters() throws {
        let whole = try typeset(try paragraph("قلب", "ar"))
        let parted = try typeset(
            try paragraph("قل", "ar") {
                var blue = $0.spans[0].style
                blue.paint = .solid(Color(red: 0, green: 0, blue: 1))
                $0.spans.append(TextSpan("ب", style: blue))
            })
        #expect(parted.size.width == whole.size.width)
        #expect(parted.lines[0].runs.map(\.text) == ["ب", "قل"])
        let ids = { (text: TypesetText) in text.lines[0].runs.flatMap(\.glyphs).map(\.id) }
        #expect(ids(parted) == ids(whole))
    }
}
