import BlueHeartLanguages
import BlueHeartPlacements
import BlueHeartScenes
import BlueHeartTestbench
import BlueHeartWords
import Testing

@Suite struct CaptionTests {
    private let source = CaptionSource(
        text: "The blue heart stands for everyone. Wear it and share it.",
        action: "Learn what you can do.", link: "https://example.org/heart",
        linkParameters: [LinkParameter(name: "utm_source", value: "{network}")],
        hashtags: ["#EndHumanTrafficking", "#BlueHeart"],
        mentions: ["@campaign", "@campaign@social.example"])

    private func caption(_ limit: Int, _ source: CaptionSource? = nil) throws -> NetworkCaption {
        var x = try network("x")
        x.captionLimit?.value = limit
        return (source ?? self.source).caption(for: x, language: english)
    }

    @Test func aCaptionIsPutTogetherFromItsParts() throws {
        let caption = try caption(280)
        #expect(
            caption.text == """
                The blue heart stands for everyone. Wear it and share it.

                Learn what you can do. https://example.org/heart?utm_source=x

                @campaign #EndHumanTrafficking #BlueHeart
                """)
        #expect(caption.length.count == 57 + 2 + 23 + 23 + 2 + 41)
        #expect(caption.fits && caption.leftOut.isEmpty)
    }

    @Test(arguments: [
        (280, ""), (147, "hashtags"), (136, "hashtags hashtags"),
        (115, "hashtags hashtags mentions"), (104, "hashtags hashtags mentions action"),
        (81, "hashtags hashtags mentions action sentences"),
        (59, "hashtags hashtags mentions action sentences"),
    ])
    func partsAreLeftOutInTheDeclaredOrder(limit: Int, steps: String) throws {
        let caption = try caption(limit)
        #expect(
            caption.leftOut.map(\.step.rawValue).joined(separator: " ") == steps,
            "\(caption.length.count)")
        #expect(caption.fits == (limit > 59))
    }

    @Test func theFirstSentenceAndTheLinkStay() throws {
        let caption = try caption(10)
        #expect(
            caption.text
                == "The blue heart stands for everyone.\n\nhttps://example.org/heart?utm_source=x")
        #expect(!caption.fits && caption.length.count == 35 + 2 + 23)
    }

    @Test func aKitOrdersTheStepsItself() throws {
        var source = source
        source.shortening = [.link, .sentences]
        #expect(try caption(10, source).leftOut.map(\.step) == [.link, .sentences])
    }

    /// Whatever the limit, what is left is made of whole parts of the source.
    @Test func nothingIsCut() throws {
        let parts = [
            "The blue heart stands for everyone.", "Wear it and share it.",
            "Learn what you can do.", "https://example.org/heart?utm_source=x", "@campaign",
            "#EndHumanTrafficking", "#BlueHeart",
        ]
        for limit in 1...200 {
            var rest = try caption(limit).text
            for part in parts where rest.contains(part) {
                rest.replaceSubrange(try #require(rest.firstRange(of: part)), with: "")
            }
            #expect(rest.allSatisfy { $0.isWhitespace }, "\(limit): \(rest)")
        }
    }

    @Test func aNetworkGetsWhatItCountsAndTakes() throws {
        let threads = source.caption(for: try network("threads"), language: english)
        #expect(threads.text.contains("#EndHumanTrafficking"))
        #expect(threads.leftOut.map(\.text) == ["#BlueHeart"])
        let mastodon = source.caption(for: try network("mastodon"), language: english)
        #expect(mastodon.text.contains("@campaign@social.example #"))
        #expect(!mastodon.text.contains("@campaign "))
    }

    @Test func aLinkThatCannotBeFollowedHasNoParameters() throws {
        let instagram = source.caption(for: try network("instagram"), language: english)
        #expect(instagram.text.contains("https://example.org/heart\n"))
    }

    @Test func theFoldIsShown() throws {
        let instagram = source.caption(for: try network("instagram"), language: english)
        #expect(instagram.seenAtFirst?.count == 125)
        #expect(instagram.text.hasPrefix(instagram.seenAtFirst ?? "-"))
        #expect(try caption(280).seenAtFirst == nil)
    }

    @Test(arguments: [
        ("https://a.org", "https://a.org?s=x%20y&m=%D9%85"),
        ("https://a.org/?q=1#top", "https://a.org/?q=1&s=x%20y&m=%D9%85#top"),
        ("https://a.org/?s=own", "https://a.org/?s=own&m=%D9%85"),
        ("https://a.org/?", "https://a.org/?s=x%20y&m=%D9%85"),
    ])
    func parametersJoinTheQuery(link: String, expected: String) throws {
        var source = source
        source.link = link
        source.linkParameters = [
            LinkParameter(name: "s", value: "x y"), LinkParameter(name: "m", value: "م"),
        ]
        let text = try caption(280, source).text
        #expect(text.contains(expected + "\n"))
    }

    @Test(arguments: [
        ("Здравей. Носи синьо сърце! Сподели го?", 3), ("首先。然后！最后？", 3),
        ("القلب الأزرق. احملوه؟", 2),
        ("Costs 3.5 million e.g. here.", 1), ("One", 1),
    ])
    func sentencesAreFoundInEveryLanguage(text: String, count: Int) throws {
        let caption = try caption(1, CaptionSource(text: text))
        #expect(caption.leftOut.count == count - 1, "\(caption.leftOut)")
    }

    @Test(arguments: [
        ("mastodon", 1_400, NetworkCaption.AltField?.some(.longAlt)), ("mastodon", 1_600, .alt),
        ("linkedin", 256, .longAlt), ("linkedin", 257, .alt), ("telegram", 10, nil),
    ])
    func theAltFieldOfANetworkGetsTheLongTextWhereItFits(
        name: String, length: Int, expected: NetworkCaption.AltField?
    ) throws {
        var words = faultless
        words.longAlt = String(repeating: "a", count: length)
        let caption = source.caption(for: try network(name), language: english)
        let chosen = caption.altText(of: words)
        #expect(chosen?.field == expected)
        #expect(chosen?.text == expected.flatMap { $0 == .alt ? words.alt : words.longAlt })
    }

    /// A network nobody knew before is data and nothing else.
    @Test func aNetworkIsAddedAsData() throws {
        let file = """
            { "networks": { "raven": { "title": "Raven",
                "counting": \(figure("\"utf16\"")), "captionLimit": \(figure("70")),
                "hashtagLimit": \(figure("1")), "fold": \(figure("20")),
                "linkLength": \(figure("9")), "followsLinks": \(figure("false")) } },
              "placements": {} }
            """
        let list = try PlacementList.read(Array(file.utf8), file: "placements.json")
        let raven = try #require(list.network("raven"))
        let caption = source.caption(for: raven, language: english)
        #expect(
            caption.text == "The blue heart stands for everyone. Wear it and share it.\n\n"
                + "https://example.org/heart")
        #expect(caption.length.count == 57 + 2 + 9 && caption.fits)
        #expect(caption.seenAtFirst == "The blue heart stand")
    }

    private func figure(_ value: String) -> String {
        """
        { "value": \(value), "source": "made up", "checked": "2026-11", "certainty": "own" }
        """
    }
}
