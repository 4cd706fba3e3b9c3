import BlueHeartDiagnostics
import BlueHeartPlacements
import BlueHeartScenes
import BlueHeartTestbench
import BlueHeartWords
import Testing

@Suite struct CaptionChecksTests {
    private func faults(_ source: CaptionSource, on name: String) throws -> [Diagnostic] {
        var subject = subject(caption: source)
        subject.captions = [source.caption(for: try network(name), language: english)]
        return checkWords(subject)
    }

    @Test func aSentenceThatIsLongerThanTheNetworkTakesIsAnError() throws {
        let source = CaptionSource(text: String(repeating: "word ", count: 60))
        let faults = try faults(source, on: "x")
        #expect(faults.map(\.code) == ["caption-too-long"])
        #expect(faults.first?.severity == .error)
        #expect(faults.first?.finding?.measured == Measure(300, .atMost(280), unit: "characters"))
        #expect(try self.faults(source, on: "linkedin") == [])
    }

    @Test func aDisputedLimitOnlyWarns() throws {
        var disputed = try network("x")
        disputed.captionLimit?.provenance.certainty = .disputed
        let source = CaptionSource(text: String(repeating: "word ", count: 60))
        var subject = subject(caption: source)
        subject.captions = [source.caption(for: disputed, language: english)]
        let faults = checkWords(subject)
        #expect(faults.map(\.code) == ["caption-perhaps-too-long"])
        #expect(faults.first?.severity == .warning)
    }

    @Test func bytesAreALimitToo() throws {
        let family = "👩‍👩‍👧‍👦"
        let source = CaptionSource(text: String(repeating: family, count: 130))
        let faults = try faults(source, on: "bluesky")
        #expect(faults.map(\.finding?.measured?.unit) == ["bytes"])
    }

    @Test func whatACaptionDoesWithoutIsNoted() throws {
        let sentence = String(repeating: "word ", count: 50)
        let source = CaptionSource(
            text: sentence, hashtags: ["#EndHumanTrafficking", "#BlueHeart"])
        let faults = try faults(source, on: "x")
        #expect(faults.map(\.code) == ["caption-shortened"])
        #expect(faults.first?.severity == .note)
        #expect(faults.first?.message.contains("#BlueHeart") == true)
    }

    @Test(arguments: ["See https://example.org for more.", "Stand with us #BlueHeart."])
    func tagsAndLinksAreNoPartOfTheSentence(text: String) {
        #expect(codes(subject(caption: CaptionSource(text: text))) == ["caption-noise"])
    }

    @Test(arguments: ["#Stop-Trafficking", "#2030", "#it's", "#Stop Trafficking", "#a.b", "#❤"])
    func aHashtagIsLinkedAsAWhole(tag: String) {
        let source = CaptionSource(text: "Stand with us.", hashtags: [tag])
        #expect(codes(subject(caption: source)) == ["hashtag-not-linked"])
    }

    @Test(arguments: ["#Agenda2030", "#Stop_It", "#2030Agenda", "#人不是商品", "#मानव", "#می‌خواهم"])
    func otherHashtagsAreLinked(tag: String) {
        let source = CaptionSource(text: "Stand with us.", hashtags: [tag])
        #expect(codes(subject(caption: source)) == [])
    }

    @Test func aLongHashtagNeedsCapitals() {
        let tags = ["#endhumantrafficking", "#EndHumanTrafficking", "#hope", "#人不是商品人不是商品人不是"]
        let faults = checkWords(
            subject(caption: CaptionSource(text: "Stand with us.", hashtags: tags)))
        #expect(faults.map(\.code) == ["hashtag-case"])
        #expect(faults.first?.message.contains("#endhumantrafficking") == true)
    }

    /// A network is data: its limits and its way of counting hold without a line of code.
    @Test func aNetworkIsAddedAsData() throws {
        let name = "assets/placements.json"
        let figure = #""source": "s", "checked": "2026-11", "certainty": "official"}"#
        let entry = """
            "networks": {
                "pigeon": {
                  "title": "Pigeon post",
                  "counting": {"value": "characters", \(figure),
                  "captionLimit": {"value": 30, \(figure),
                  "hashtagLimit": {"value": 1, \(figure)
                },
            """
        let text = String(decoding: try projectFile(name), as: UTF8.self)
        let file = text.replacing(#""networks": {"#, with: entry, maxReplacements: 1)
        let list = try PlacementList.read(Array(file.utf8), file: name)
        let pigeon = try #require(list.network("pigeon"))
        let source = CaptionSource(
            text: "People are not for sale. Say so.", hashtags: ["#BlueHeart", "#Hope"])
        let caption = source.caption(for: pigeon, language: english)
        #expect(caption.text == "People are not for sale." && caption.fits)
        #expect(caption.leftOut.map(\.text) == ["#Hope", "#BlueHeart", "Say so."])
    }
}
