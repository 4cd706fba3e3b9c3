import BlueHeartDiagnostics
import BlueHeartScenes
import BlueHeartWords
import Testing

@Suite struct XMPPacketTests {
    private func packet(_ words: SceneWords, credit: String = "") throws -> String {
        var words = words
        words.usageTerms = "Share it"
        let metadata = CardMetadata(
            words: words, language: arabic, credit: credit, rights: "Rights")
        return String(decoding: try metadata.xmpPacket(), as: UTF8.self)
    }

    @Test func alternativesStandFirstForAllAndThenInTheirLanguage() throws {
        let text = try packet(faultless)
        let expected = """
               <Iptc4xmpCore:AltTextAccessibility><rdf:Alt>
                <rdf:li xml:lang="x-default">A blue heart beside the words Not for sale.</rdf:li>
                <rdf:li xml:lang="ar">A blue heart beside the words Not for sale.</rdf:li>
               </rdf:Alt></Iptc4xmpCore:AltTextAccessibility>

            """
        #expect(text.contains(expected))
    }

    @Test func thePacketIsFramedAsReadersLookForIt() throws {
        let text = try packet(faultless)
        #expect(text.hasPrefix("<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"))
        #expect(text.hasSuffix("</x:xmpmeta>\n<?xpacket end=\"r\"?>"))
    }

    @Test func blankPropertiesAreLeftOut() throws {
        let text = try packet(faultless)
        #expect(!text.contains("ExtDescrAccessibility"))
        #expect(!text.contains("photoshop:Credit>"))
    }

    @Test func whatMeansSomethingToXMLIsEscapedEvenBelowACombiningMark() throws {
        var words = faultless
        words.alt = "<\u{301}b> & \"a\" 'c'"
        #expect(
            try packet(words).contains(">&lt;\u{301}b&gt; &amp; &quot;a&quot; &apos;c&apos;<"))
    }

    @Test func lineFeedsStay() throws {
        var words = faultless
        words.caption.text = "One\nTwo"
        #expect(try packet(words).contains(">One\nTwo<"))
    }

    @Test func theNeighboursOfControlCharactersStay() throws {
        var words = faultless
        words.caption.text = "a \u{20}\u{7E}\u{A0}\u{FFFD}"
        #expect(try packet(words).contains(">a \u{20}\u{7E}\u{A0}\u{FFFD}<"))
    }

    @Test(arguments: [
        "\u{0}", "\u{1F}", "\r", "\u{7F}", "\u{80}", "\u{9F}", "\u{FFFE}", "\u{10FFFF}",
        String(decoding: [0xEF, 0xB7, 0x90], as: UTF8.self),
    ])
    func aCharacterThatXMLCannotHoldIsRefused(character: String) {
        var words = faultless
        words.title = "a" + character
        let error = #expect(throws: CardError.self) { try packet(words) }
        #expect(error?.kind == .data)
        #expect(error?.diagnostics.map(\.code) == ["control-character"])
        #expect(error?.diagnostics.first?.path.description == "title")
    }

    @Test func theSameWordsGiveTheSameBytes() throws {
        #expect(try packet(faultless, credit: "UNODC") == packet(faultless, credit: "UNODC"))
    }
}
