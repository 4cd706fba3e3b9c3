import BlueHeartCodecs
import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartFormats
import BlueHeartPlacements
import BlueHeartRequests
import BlueHeartScenes
import BlueHeartSupport
import BlueHeartTestbench
import BlueHeartWords
import Testing

@Suite struct RenderTests {
    private let kit = TinyKit()

    private func text(_ suffix: String, of card: Card) -> String? {
        card.sidecars(besidePicture: "card.png").first { $0.part.suffix == suffix }
            .map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    @Test(arguments: [("en", "card", 240, 126), ("ar", "square", 128, 128)])
    func aCardHasTheSizeOfItsPlacement(
        language: String, placement: String, width: Int, height: Int
    ) throws {
        let card = try kit.engine.worker().render(kit.greeting(language, at: placement))
        let header = try ImageHeader.read(card.bytes)
        #expect([header.width, header.height] == [width, height])
        #expect([card.record.widthInPixels, card.record.heightInPixels] == [width, height])
        #expect(card.record.byteCount == card.bytes.count)
        #expect(card.digest == sha256(of: card.bytes))
        #expect(card.record.warnings == [])
    }

    @Test func wordsStandBesideThePicture() throws {
        let card = try kit.engine.worker().render(kit.greeting("en"))
        #expect(text(".alt.txt", of: card) == "A blue heart beside the words: Amina says hello.\n")
        #expect(
            text(".caption.here.txt", of: card)
                == "Amina says hello <3\n\nhttps://example.org/tiny\n\n#TinyCampaign\n")
        #expect(card.record.texts.map(\.text) == ["Amina says hello"])
        #expect(card.record.texts.first?.id == "headline")
        #expect(card.record.values.texts == ["name": "Amina"])
    }

    @Test(arguments: [("en", "Amina"), ("ar", "أمينة")])
    func gapsAreFilledWithExamplesOfTheLanguage(language: String, name: String) throws {
        var request = kit.greeting(language)
        request.values = [:]
        #expect(throws: CardError.self) { try kit.engine.worker().render(request) }
        request.gaps = .examples
        #expect(try kit.engine.worker().render(request).record.values.texts == ["name": name])
        request.values = ["name": "Noor"]
        #expect(try kit.engine.worker().render(request).record.values.texts == ["name": "Noor"])
    }

    @Test func arabicIsRecordedAsRunningFromTheRight() throws {
        let card = try kit.engine.worker().render(kit.greeting("ar", name: "أمينة"))
        #expect(text(".json", of: card)?.contains("\"direction\": \"rtl\"") == true)
        #expect(card.record.words.alt.contains("أمينة"))
    }

    @Test func theRecordTellsWhoseThePictureIs() throws {
        let card = try kit.engine.worker().render(kit.greeting("en"))
        let json = try #require(text(".json", of: card))
        #expect(json.contains("\"credit\": \"Tiny Campaign & friends\""))
        #expect(json.contains("\"rights\": \"CC BY 4.0\""))
        #expect(!json.contains("usageTerms"))
    }

    @Test func thePNGIsWithoutAComplaint() throws {
        let folder = try ScratchFolder()
        let card = try kit.engine.worker().render(kit.greeting("en"))
        let file = try folder.write(card.bytes, to: "card.png")
        let answer = try Tool("/usr/bin/pngcheck").run(["-q", file])
        #expect(answer.status == 0)
        #expect(answer.text == "")
    }

    @Test func theRecordIsAsTheSchemaSays() throws {
        let folder = try ScratchFolder()
        let card = try kit.engine.worker().render(kit.greeting("ar"))
        let file = try folder.write(try #require(text(".json", of: card)), to: "card.json")
        let answer = try Tool(".venv/bin/check-jsonschema").run(
            ["--schemafile", projectFolder + "/schemas/card.schema.json", file])
        #expect(answer.status == 0)
    }

    @Test func aFormatThatAPlacementDoesNotTakeIsRefused() {
        let request = kit.greeting("en", at: "square", format: .webP)
        let error = #expect(throws: CardError.self) { try kit.engine.worker().render(request) }
        #expect(error?.kind == .data)
        #expect(error?.diagnostics.map(\.code) == ["format-not-taken"])
        #expect(error?.diagnostics.first?.hint == "choose one of png")
    }

    @Test func aPhotographTooHeavyAsPNGIsWrittenAsJPEG() throws {
        let bytes = try grainyPicture()
        let card = try kit.engine.worker().render(kit.photo("n", bytes: bytes, at: "light"))
        #expect(card.record.format == .jpeg)
        #expect(card.bytes.count <= 10_000)
    }

    @Test func aPNGThatIsAskedForAndTooHeavyIsAnError() throws {
        var request = kit.photo("n", bytes: try grainyPicture(), at: "light")
        request.format = .png
        let error = #expect(throws: CardError.self) { try kit.engine.worker().render(request) }
        #expect(error?.diagnostics.map(\.code) == ["over-budget"])
        #expect(error?.diagnostics.first?.message.contains("10000") == true)
    }

    @Test func checkingSaysWhatRenderingWould() throws {
        var request = kit.greeting("en")
        #expect(kit.engine.worker().check(request) == [])
        request.values = [:]
        #expect(kit.engine.worker().check(request).map(\.severity) == [.error])
    }
}
