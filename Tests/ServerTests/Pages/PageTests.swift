import BlueHeartAddresses
import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartLanguages
import BlueHeartMarkup
import BlueHeartPlacements
import BlueHeartSupport
import BlueHeartTemplates
import BlueHeartTestbench
import BlueHeartWords
import Testing

@testable import BlueHeartServer

@Suite struct PageTests {
    private static let engine = CardEngine(EngineOptions(home: projectFolder))
    private static let catalog = Result { () throws(CardError) in try PublicCatalog(engine) }

    private func pageWords() throws -> [PageWords] {
        let kit = try Self.catalog.get().kits[0].kit
        return try PageWords.read(
            folder: projectFolder + "/web/words", for: kit,
            placements: try Self.catalog.get().placements)
    }

    private func choice(_ pairs: [Query.Pair]) throws -> PageChoice {
        PageChoice(
            Query(pairs), wishes: nil, in: try Self.catalog.get(),
            languages: try pageWords().map(\.language))
    }

    private func page(of choice: PageChoice) throws -> String {
        let words = try #require(try pageWords().first { $0.language == choice.language })
        let card: Result<Card, CardError> = Result { () throws(CardError) in
            try Self.engine.worker().render(choice.card.request)
        }
        let outcome: StartPage.Outcome =
            switch card {
            case .success(let card): .card(CachedCard(card))
            case .failure(let error): .problem(Problem(error, choice.card))
            }
        return StartPage(
            choice: choice, catalog: try Self.catalog.get(), words: words, outcome: outcome,
            site: "https://cards.example", leadsToFrames: true
        ).content.main.source
    }

    @Test func thePageSpeaksEveryLanguageOfTheKit() throws {
        let kit = try Self.catalog.get().kits[0].kit
        #expect(try pageWords().map(\.language) == kit.languages.map(\.language))
    }

    @Test func everySlotHasItsNameInEveryLanguage() throws {
        let placements = try Self.catalog.get().placements
        let story = try #require(placements["story"])
        for words in try pageWords() where words.language.tag != "en" {
            #expect(words.title(of: story) != story.title, "\(words.language.tag)")
        }
        #expect(placements.placements.allSatisfy { $0.kind != nil })
    }

    @Test func aKindWithoutAWordStopsTheStart() throws {
        let kit = try Self.catalog.get().kits[0].kit
        let whole = try InputFile(projectFolder + "/assets/placements.json").readAll(limit: 1 << 20)
        let text = String(decoding: whole, as: UTF8.self)
        let strange = text.replacing("\"kind\": \"story\"", with: "\"kind\": \"billboard\"")
        let list = try PlacementList.read(Array(strange.utf8), file: "placements.json")
        #expect(throws: CardError.self) {
            try PageWords.read(folder: projectFolder + "/web/words", for: kit, placements: list)
        }
    }

    @Test func whatIsWrongIsToldInTheReadersLanguage() throws {
        for tag in ["en", "ar", "th"] {
            let choice = try choice([
                Query.Pair("template", "supporter"), Query.Pair("lang", tag),
                Query.Pair("name", String(repeating: "N", count: 41)),
            ])
            let words = try #require(try pageWords().first { $0.language == choice.language })
            let sentence = words.filled("fault.long", [("limit", tag == "ar" ? "٤٠" : "40")])
            let source = try page(of: choice)
            #expect(source.contains("<p class=\"wrong\">\(sentence)</p>"), "\(tag)")
            #expect(!source.contains("expected at most"))
        }
    }

    @Test func aCharacterThatCannotBeDrawnIsShownBesideItsField() throws {
        let source = try page(
            of: choice([
                Query.Pair("template", "supporter"), Query.Pair("name", "Ami\u{13000}na"),
            ]))
        #expect(source.contains("“\u{13000}” cannot be drawn. Please leave it out.</p>"))
        #expect(
            source.contains("name=\"name\" aria-describedby=\"note-name\" aria-invalid=\"true\""))
    }

    @Test func whatIsTypedStaysText() throws {
        let typed = "\"\u{301}><b id=x>&'"
        let source = try page(
            of: choice([Query.Pair("template", "supporter"), Query.Pair("name", typed)]))
        #expect(!source.contains("<b id=x>"))
        #expect(source.contains("value=\"&quot;\u{301}&gt;&lt;b id=x&gt;&amp;&#39;\""))
    }

    @Test func aCardThatNobodyFilledInIsShownAndNotHandedOut() throws {
        let example = try page(of: choice([Query.Pair("template", "supporter")]))
        #expect(!example.contains("id=\"download\"") && example.contains("id=\"alt\""))
        let own = try page(
            of: choice([Query.Pair("template", "supporter"), Query.Pair("name", "Amina")]))
        #expect(own.contains("id=\"download\""))
    }

    @Test func anUnknownAddressLeadsToTheFirstCard() throws {
        let choice = try choice([
            Query.Pair("template", "none"), Query.Pair("lang", "xx"), Query.Pair("for", "y.z"),
        ])
        #expect(choice.template.name == "statement")
        #expect(choice.language.tag == "en" && choice.placement.name == "square")
    }

    @Test func theNetworkStaysWhereAnotherCardLacksThePlacement() throws {
        let choice = try choice([
            Query.Pair("template", "frame"), Query.Pair("for", "instagram.story"),
        ])
        #expect(choice.network.name == "instagram" && choice.placement.name == "avatar")
    }

    @Test func aTemplateThatStrangersCannotFillIsNotOffered() throws {
        let names = try Self.catalog.get().kits[0].gallery.map(\.template.name)
        #expect(!names.contains("partner") && names.first == "statement")
    }

    @Test func aValueIsNotLookedThroughForPlaceholders() throws {
        let words = try pageWords()[0]
        let text = words.filled("page.shareOn", [("network", "{network} & {x}")])
        #expect(text == "Share on {network} & {x}")
    }

    @Test func shareLinksHoldWhatWouldEndThem() {
        let links = ShareLinks(caption: "a & b #c", page: "https://x.example/s?a=1&b=2", title: "t")
        let addresses = links.all.map(\.address)
        let page = "https%3A%2F%2Fx.example%2Fs%3Fa%3D1%26b%3D2"
        #expect(addresses[0] == "https://x.com/intent/tweet?text=a%20%26%20b%20%23c&url=\(page)")
        #expect(
            addresses[1]
                == "https://www.facebook.com/sharer/sharer.php?u=\(page)"
        )
    }

    /// Where signatures are needed the page offers what needs none, and nothing else.
    @Test func withoutOwnWordsThereIsNothingToType() throws {
        let offer = try Self.catalog.get().withoutOwnWords
        let names = offer.kits[0].gallery.map(\.template.name)
        #expect(names.contains("statement") && names.contains("joins"))
        #expect(!names.contains("supporter") && !names.contains("quote"))
        for entry in offer.kits[0].templates {
            let own = entry.parameters.filter { $0.isPersonal }
            #expect(own.isEmpty, "\(entry.name)")
        }
    }
}
