import BlueHeartDiagnostics
import BlueHeartFormats
import BlueHeartPlacements
import BlueHeartRequests
import BlueHeartScenes
import BlueHeartTestbench
import BlueHeartWords
import Testing

@Suite struct SidecarTests {
    private func record(longAlt: String? = nil) -> CardRecord {
        var words = faultless
        words.longAlt = longAlt
        return CardRecord(
            kit: "blue-heart", template: "supporter", language: arabic, placement: "og",
            widthInPixels: 1200, heightInPixels: 630, format: .png, byteCount: 1234,
            sha256: String(repeating: "0a", count: 32), words: words,
            values: ["name": "Zoë \"Z\" \\ <b>", "country": "SK"],
            texts: [
                DrawnText(id: "headline", text: "Not\nfor sale", fontSize: 61.237, lineCount: 2)
            ],
            warnings: [Diagnostic(.warning, code: "a-code", "One sentence", hint: "a cure")])
    }

    private func text(_ suffix: String, _ record: CardRecord) -> String? {
        record.sidecars(besidePicture: "og.png").first { $0.part.suffix == suffix }
            .map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    @Test func theAltFileEndsInALineFeed() {
        #expect(text(".alt.txt", record()) == faultless.alt + "\n")
    }

    @Test func theLongAltFollowsAfterABlankLine() {
        #expect(text(".alt.txt", record(longAlt: "More.")) == faultless.alt + "\n\nMore.\n")
    }

    @Test func eachNetworkHasAFileForItsCaption() throws {
        var record = record()
        record.captions = try ["x", "bluesky"].map {
            faultless.caption.caption(for: try network($0), language: english)
        }
        #expect(
            text(".caption.x.txt", record)
                == "People are not for sale.\n\nhttps://example.org\n\n#EndHumanTrafficking\n")
        #expect(text(".caption.bluesky.txt", record) != nil)
    }

    @Test func aCaptionOfTheRecordIsNotComposedAgain() throws {
        var record = record()
        let x = try network("x")
        var kept = faultless.caption.caption(for: x, language: english)
        kept.text = "As it was drawn up."
        record.captions = [kept]
        #expect(record.caption(for: x) == kept)
        let other = try network("bluesky")
        #expect(
            record.caption(for: other)
                == faultless.caption.caption(for: other, language: arabic))
        let picture = PictureReference(file: "og.png")
        #expect(
            record.bytes(of: .caption(network: "x"), picture: picture)
                == Array("As it was drawn up.\n".utf8))
        #expect(record.bytes(of: .caption(network: "bluesky"), picture: picture) == nil)
        #expect(record.bytes(of: .picture(.png), picture: picture) == nil)
    }

    @Test func aPageShowsThePictureAtItsAddress() throws {
        let picture = PictureReference(name: "og.png", address: "/v1/og.png?a=1&b=2")
        let page = try #require(record().bytes(of: .page, picture: picture))
        let text = String(decoding: page, as: UTF8.self)
        #expect(text.contains(#"<img src="/v1/og.png?a=1&amp;b=2" "#))
        #expect(text.contains(#"content="image/png""#))
    }

    @Test(arguments: [
        ("card.png", "card.alt.txt"), ("a.b.jpg", "a.b.alt.txt"), ("card", "card.alt.txt"),
        (".hidden", ".hidden.alt.txt"), ("v1.2/card", "v1.2/card.alt.txt"),
    ])
    func aSidecarTakesThePictureNameWithoutItsExtension(picture: String, expected: String) {
        let sidecar = Sidecar(.alt, bytes: [])
        #expect(sidecar.fileName(besidePicture: picture) == expected)
    }

    @Test func parametersAreSortedAndNumbersShort() {
        let json = text(".json", record())
        #expect(json?.contains("\"fontSize\": 61.24,") == true)
        let keys = json?.split(separator: "\n").filter {
            $0.contains("\"country\"") || $0.contains("\"name\"")
        }
        #expect(keys?.first?.contains("country") == true)
        #expect(keys?.count == 2)
    }

    @Test(arguments: [nil, "More."])
    func theRecordIsAsTheSchemaSays(longAlt: String?) throws {
        let folder = try ScratchFolder()
        let json = try #require(text(".json", record(longAlt: longAlt)))
        let file = try folder.write(json, to: "og.json")
        #expect(try validate(file).status == 0)
    }

    @Test func theSchemaRefusesARecordWithoutAnAltText() throws {
        let folder = try ScratchFolder()
        let json = try #require(text(".json", record()))
        let broken = json.split(separator: "\n").filter { !$0.contains("\"alt\":") }
        let file = try folder.write(broken.joined(separator: "\n"), to: "og.json")
        let answer = try validate(file)
        #expect(answer.status == 1)
        #expect(answer.text.contains("'alt' is a required property"))
    }

    private func validate(_ file: String) throws -> Tool.Answer {
        try Tool(".venv/bin/check-jsonschema").run(
            ["--schemafile", projectFolder + "/schemas/card.schema.json", file])
    }
}
