import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartPixels
import BlueHeartTestbench
import Testing

/// Drawings on cards: what the file says, and what of it is not drawn.
@Suite struct DrawingsOnCardsTests {
    private func look(at body: String) throws -> CardInspection {
        let scratch = try ScratchFolder()
        let kit = try TinyKit(copiedTo: scratch)
        let text = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">\
            <rect width="100" height="100" fill="#fff"/>\(body)</svg>
            """
        try scratch.write(text, to: "assets/tiny/drawing.svg")
        return kit.engine.worker().inspect(kit.photo("drawing.svg"))
    }

    private func remarks(of card: CardInspection) -> [Diagnostic] {
        card.diagnostics.filter { $0.code == "artwork-not-drawn" }
    }

    private func text(_ family: String, _ words: String) -> String {
        #"<text y="60" font-size="40" font-family="\#(family)">\#(words)</text>"#
    }

    @Test func textIsSetInTheFontsOfTheList() throws {
        let card = try look(at: text("Nobody's, Lato", "MMM"))
        #expect(remarks(of: card).isEmpty)
        let without = try look(at: "")
        #expect(card.picture != nil && card.picture != without.picture)
    }

    @Test func blanksBetweenSpansHaveTheirWidth() throws {
        let spans = "<tspan>M </tspan><tspan>M</tspan>"
        #expect(
            try look(at: text("Lato", spans)).picture == look(at: text("Lato", "M M")).picture)
    }

    @Test func aFamilyThatIsNotThereIsAWarningWithPlaceAndCure() throws {
        let card = try look(at: text("Nobody's", "MMM"))
        let remark = try #require(remarks(of: card).first)
        #expect(remark.severity == .warning && remarks(of: card).count == 1)
        #expect(remark.message.contains("line 1") && remark.message.contains("element text"))
        #expect(remark.hint?.contains("outlines") == true)
        #expect(card.picture == (try look(at: "")).picture)
    }

    @Test(arguments: [
        ("", "🙂"), ("textLength='9'", "M"), ("style='font-stretch:condensed'", "M"),
        ("", "<tref href='#a'/>"), ("style='writing-mode:tb'", "M"),
    ])
    func textThatIsDrawnInAnotherWayIsAWarning(attributes: String, words: String) throws {
        let body = "<text y='60' font-size='40' font-family='Lato' \(attributes)>\(words)</text>"
        #expect(remarks(of: try look(at: body)).count == 1)
    }

    @Test func masksThatEndOtherReadersAreAnErrorOfTheCard() throws {
        let masks = (0..<3_000).map {
            "<mask id='m\($0)'><g mask='url(#m\($0 + 1))'><rect width='9' height='9'/></g></mask>"
        }
        let card = try look(at: masks.joined() + "<rect width='9' height='9' mask='url(#m0)'/>")
        #expect(card.picture == nil)
        #expect(card.diagnostics.map(\.code) == ["image-too-large"])
    }
}
