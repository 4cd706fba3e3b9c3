import BlueHeartFormats
import BlueHeartMarkup
import BlueHeartScenes
import BlueHeartWords
import Testing

/// The tags by which networks show a card.
@Suite struct CardHTMLTests {
    private func head(alt: String) -> String {
        var words = faultless
        words.alt = alt
        let record = CardRecord(
            kit: "blue-heart", template: "supporter", language: english, placement: "og",
            widthInPixels: 1200, heightInPixels: 630, format: .png, byteCount: 1,
            sha256: String(repeating: "0a", count: 32), words: words)
        return CardHTML([(record, "https://a.example/og.png?a=1&b=2")]).head.source
    }

    @Test func previewsHaveThePictureWithItsSize() {
        let head = head(alt: "A blue heart.")
        for line in [
            "<meta property=\"og:image\" content=\"https://a.example/og.png?a=1&amp;b=2\">",
            "<meta property=\"og:image:type\" content=\"image/png\">",
            "<meta property=\"og:image:width\" content=\"1200\">",
            "<meta property=\"og:image:alt\" content=\"A blue heart.\">",
            "<meta name=\"twitter:card\" content=\"summary_large_image\">",
        ] {
            #expect(head.contains(line), "\(line)")
        }
    }

    /// Source: developer.x.com, Cards markup: 420 characters.
    @Test func theAltTextOfXEndsAtAWord() throws {
        let longest = String(repeating: "heart ", count: 70).dropLast() + "s"
        #expect(longest.count == 420)
        func alt(_ text: String) throws -> Substring {
            let match = head(alt: text).firstMatch(of: /twitter:image:alt" content="([^"]*)"/)
            return try #require(match?.1)
        }
        #expect(try alt(String(longest)) == longest)
        let cut = try alt(longest + " and more")
        #expect(cut == String(repeating: "heart ", count: 69).dropLast() + "…")
    }
}
