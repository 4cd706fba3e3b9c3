import Placements
import Testbench
import Testing

@Suite struct NetworkCountingTests {
    private func network(_ name: String) throws -> Network {
        let bytes = try projectFile("assets/placements.json")
        let list = try PlacementList.read(bytes, file: "assets/placements.json")
        return try #require(list.network(name))
    }

    @Test(arguments: [
        ("", 0), ("abc", 3), ("Здесь", 5), ("人身売買", 8), ("💙", 2), ("👩🏽‍🤝‍👨🏿", 2), ("❤️", 2), ("é", 1),
        ("https://www.unodc.org/a/very/long/path", 23), ("see http://a.b now", 31),
        ("“quoted”", 8), ("h ht http", 9),
    ])
    func xCountsWithWeights(text: String, count: Int) throws {
        #expect(try network("x").count(text) == count)
    }

    @Test func mastodonCountsCharactersAndShortLinks() throws {
        let mastodon = try network("mastodon")
        #expect(mastodon.count("人身売買 💙") == 6)
        #expect(mastodon.count("https://www.unodc.org/blueheart https://a.b") == 47)
    }

    @Test func threadsCountsTheBytesOfEmoji() throws {
        #expect(try network("threads").count("人 💙") == 6)
    }

    @Test func whatSourcesDisputeSaysSo() throws {
        #expect(try network("linkedin").altLimit?.provenance.certainty == .disputed)
        #expect(try network("bluesky").captionByteLimit?.value == 3_000)
        #expect(try network("whatsapp").altLimit == nil)
    }
}
