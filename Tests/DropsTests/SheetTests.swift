import BlueHeartDiagnostics
import BlueHeartMarkup
import BlueHeartScenes
import BlueHeartSight
import Testing

@testable import BlueHeartDrops

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
        #expect(some.last == .note("10 of 300 cards; the page beside it shows them all"))
        #expect(all.allSatisfy { $0.scene.heightInPixels == $0.height })
    }

    @Test func eachGroupHasAPageWithANameOfItsOwn() {
        func stems(_ grouping: SheetGrouping?, _ view: SheetView = SheetView()) -> [String] {
            var files = SheetFiles(grouping: grouping, view: view)
            for (number, template) in ["a", "b", "a", "../B"].enumerated() {
                var card = Self.card(number)
                card.template = template
                files.prepare(for: card)
                #expect(files.index(of: card) != nil)
            }
            return files.files.map(\.stem)
        }
        #expect(stems(nil) == ["sheet"])
        #expect(stems(nil, SheetView(simulation: .deutan, zones: .drawn)) == ["sheet-deutan-safe"])
        #expect(stems(.placement) == ["sheet-placement-og"])
        let templates = stems(.template)
        #expect(templates.prefix(2) == ["sheet-template-a", "sheet-template-b"])
        #expect(templates.count == 3 && !templates[2].contains("/"))
    }

    @Test func aPageOfAPlacementIsLabelledByTemplate() {
        let strips = SheetStrip.strips(
            of: [Self.card(1)], by: .placement, total: 1, heightLimit: 8_192)
        #expect(strips.first == .heading("og, en"))
        #expect(SheetStrip.label(of: Self.card(1), by: .placement) == "t")
        #expect(SheetStrip.label(of: Self.card(1), by: nil) == "og")
    }

    @Test func pagesLeadToOneAnother() {
        let files = [
            SheetFile(group: "<a>", stem: "sheet-template-a"),
            SheetFile(group: "b", stem: "sheet-template-b"),
        ]
        let page = SheetPage.start(
            kit: "k", files[1], view: SheetView(simulation: .grayscale, zones: .drawn),
            siblings: files
        ).source
        #expect(page.contains("<a href=\"sheet-template-a.html\">&lt;a&gt;</a>"))
        #expect(page.contains("<a href=\"sheet-template-b.html\" aria-current=\"page\">b</a>"))
        #expect(page.contains("<p>Without colour; safe zones drawn.</p>"))
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
            picture: "\(number).png", byteCount: 1_000,
            shown: .init(path: "\(number).png", width: 1_200, height: 630))
    }
}
