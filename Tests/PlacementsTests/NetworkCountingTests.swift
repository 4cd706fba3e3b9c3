import BlueHeartDiagnostics
import BlueHeartJSON
import BlueHeartPlacements
import BlueHeartTestbench
import Testing

/// Counts of made-up captions; `Tests/Cases/Counting/make.py` puts them together.
@Suite struct NetworkCountingTests {
    private let list: PlacementList

    init() throws {
        let bytes = try projectFile("assets/placements.json")
        list = try PlacementList.read(bytes, file: "assets/placements.json")
    }

    @Test(arguments: ["x", "bluesky", "mastodon", "threads"])
    func captionsAreCountedAsTheNetworkCounts(name: String) throws {
        let network = try #require(list.network(name))
        let file = "Tests/Cases/Counting/\(name).json"
        let root = try JSONDocument.read(try projectFile(file), file: file)
        guard case .array(let cases) = root.value else { throw NoCases() }
        #expect(cases.count > 120)
        for element in cases {
            guard case .string(let text)? = element["text"]?.value,
                case .string(let what)? = element["what"]?.value,
                let count = try element["count"]?.integer(at: JSONPath(), in: 0...10_000)
            else { throw NoCases() }
            #expect(network.count(text) == count, "\(what): \(text)")
        }
    }

    private struct NoCases: Error {}

    @Test(arguments: [
        ("hope.charity", 23), ("a.museum", 23), ("unodc.org.ck", 23), ("x.co.uk/y", 23),
        ("a.accountants", 23), ("blue.heart", 10), ("readme.txt", 10), ("a.b", 3),
    ])
    func aWordIsALinkOfXWhereItEndsInADomain(text: String, count: Int) throws {
        #expect(try #require(list.network("x")).count(text) == count)
        #expect(try #require(list.network("mastodon")).count(text) == text.count)
    }

    @Test func bareLinksAreDataOfTheNetwork() throws {
        var x = try #require(list.network("x"))
        #expect(x.bareDomains.count > 1_300 && x.bareDomains.isSuperset(of: ["com", "sk", "ngo"]))
        x.bareDomains = ["heart"]
        #expect(x.count("blue.heart") == 23 && x.count("blue.com") == 8)
    }

    @Test func bytesAreCountedBesideCharacters() throws {
        let bluesky = try #require(list.network("bluesky"))
        #expect(bluesky.length(of: "a💙人") == CaptionLength(count: 3, bytes: 8))
    }

    @Test(arguments: [
        (Network.Counting.characters, 1), (.scalars, 2), (.utf16, 3), (.weighted, 3), (.threads, 5),
    ])
    func aNetworkChoosesHowItCounts(counting: Network.Counting, count: Int) throws {
        var network = try #require(list.network("telegram"))
        network.counting = counting
        #expect(network.count("💙\u{0301}") == count)
    }

    @Test func aMentionWithAServerIsForNetworksOfServers() throws {
        let (x, mastodon) = (
            try #require(list.network("x")), try #require(list.network("mastodon"))
        )
        #expect(x.takes(mention: "@a") && !x.takes(mention: "@a@b.example"))
        #expect(!mastodon.takes(mention: "@a") && mastodon.takes(mention: "@a@b.example"))
    }

    @Test func whatSourcesDisputeSaysSo() throws {
        #expect(list.network("linkedin")?.altLimit?.provenance.certainty == .disputed)
        #expect(list.network("bluesky")?.captionByteLimit?.value == 3_000)
        #expect(list.network("whatsapp")?.altLimit == nil)
        #expect(list.network("x")?.checked == "2026-11")
    }

    /// Five thousand scalars of the worst kinds take no longer than they must.
    @Test(arguments: ["a.", "e\u{0301}", "@a@", "https://", "(", "💙\u{200D}", "1\u{FE0F}"])
    func countingTakesNoLongerThanTheCaption(part: String) throws {
        let text = String(repeating: part, count: 2_500)
        for network in list.networks { #expect(network.count(text) > 0) }
    }
}
