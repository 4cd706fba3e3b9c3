import Diagnostics
import Markup
import Scenes
import Testing

@testable import Drops

@Suite struct SheetTests {
    @Test func nothingInACardsWordsBecomesMarkup() {
        var card = Self.card(1)
        card.alt = "<img src=x onerror=\"a\u{301}\"> & 'b'\u{7}"
        card.caption = "</dd><script>alert(1)</script>"
        card.placement = "\"><b>"
        let page = SheetPage.card(card).source
        #expect(!page.contains("<script>") && !page.contains("<b>") && !page.contains("<img src=x"))
        #expect(page.contains("&lt;img src=x onerror=&quot;a\u{301}&quot;&gt; &amp; &#39;b&#39;"))
    }

    @Test func aPageSaysHowItsWordsAreRead() {
        var card = Self.card(1)
        card.isRightToLeft = true
        card.language = "ar"
        #expect(
            SheetPage.card(card).source.contains("<dt>Caption</dt><dd lang=\"ar\" dir=\"rtl\">"))
        #expect(SheetPage.card(card).source.contains("loading=\"lazy\""))
    }

    @Test func stripsGroupCardsAndTellWhatIsLeftOut() {
        let cards = (0..<20).map { Self.card($0, language: $0 % 2 == 0 ? "en" : "ar") }
        let all = SheetStrip.strips(of: cards, total: 20, heightLimit: 8_192)
        #expect(all.first == .heading("t, en") && all.last == .note("20 cards"))
        #expect(all.count == 2 * (1 + 2) + 1)
        let some = SheetStrip.strips(of: cards, total: 300, heightLimit: 800)
        #expect(some.reduce(0) { $0 + $1.height } <= 800)
        #expect(some.last == .note("10 of 300 cards; the page sheet.html shows them all"))
        #expect(all.allSatisfy { $0.scene.heightInPixels == $0.height })
    }

    @Test func aManifestIsReadCardByCard() throws {
        let text = """
            {"version": 1, "kit": "k]}", "cards": [
            {"row": 2, "template": "t", "language": "ar", "direction": "rtl", "placement": "og",
             "width": 1200, "height": 630, "format": "png", "title": "T", "alt": "A]",
             "caption": "C", "files": [{"path": "a.png", "bytes": 7, "sha256": "0"}],
             "warnings": []},
            {"template": 1}
            ], "failures": []}
            """
        var rest = Array(text.utf8)[...]
        let stream = ByteStream { count in
            defer { rest = rest.dropFirst(count) }
            return Array(rest.prefix(count))
        }
        var reader = try ManifestReader(stream, file: "manifest.json")
        let card = try #require(try reader.next())
        #expect(card.alt == "A]" && card.picture == "a.png" && card.row == 2 && card.isRightToLeft)
        #expect {
            _ = try reader.next()
        } throws: { error in
            (error as? CardError)?.diagnostics.first?.location?.line == 6
        }
    }

    private static func card(_ number: Int, language: String = "en") -> SheetCard {
        SheetCard(
            template: "t", language: language, isRightToLeft: false, placement: "og",
            row: number + 1, width: 1_200, height: 630, alt: "Alt", caption: "Caption",
            picture: "\(number).png", byteCount: 1_000)
    }
}
