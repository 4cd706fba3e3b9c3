import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartFormats
import BlueHeartPlacements
import BlueHeartRequests
import BlueHeartScenes
import BlueHeartTemplates
import BlueHeartTestbench
import BlueHeartWords
import Testing

@testable import BlueHeartServer

/// Who made a card stands on it where strangers said something with it.
@Suite struct SupporterMarkTests {
    private static let catalog = Result { () throws(CardError) in
        try PublicCatalog(CardEngine(EngineOptions(home: projectFolder)))
    }

    private func card(
        _ template: String, _ values: ParameterValues, pictures: [String: [UInt8]] = [:]
    ) throws -> PublicCardRequest {
        let catalog = try Self.catalog.get()
        let kit = catalog.kits[0]
        return PublicCardRequest(
            kit: kit, template: try #require(kit.template(template)),
            placement: try #require(catalog.placements["square"]),
            language: try kit.kit.language("en"), format: .png, values: values, pictures: pictures)
    }

    private func maker(_ card: PublicCardRequest) -> String? {
        card.request.values["maker"]?.value
    }

    /// The example of a kit is an announcement, too, once somebody shares it.
    @Test(arguments: [
        ("supporter", "name", "Sam"), ("supporter", "name", "Amina K."), ("joins", "country", "BE"),
        ("event", "date", "2027-07-30"), ("quote", "quote", "Together."),
    ])
    func namesDaysAndCountriesAreMarked(template: String, name: String, value: String) throws {
        #expect(try maker(card(template, [name: value])) == "supporter")
    }

    @Test func photosAreMarked() throws {
        #expect(
            try maker(
                card(
                    "photo", ParameterValues([.init("photo", "photo", form: .picture)]),
                    pictures: ["photo": [1]])) == "supporter")
    }

    private static let campaignsOwn: [(template: String, values: ParameterValues)] = [
        ("statement", [:]), ("statement", ["theme": "dark"]), ("fact", ["fact": "day"]),
        ("supporter", ["name": ""]),
    ]

    @Test(arguments: campaignsOwn)
    func whatTheCampaignSaysIsNot(template: String, values: ParameterValues) throws {
        #expect(try maker(card(template, values)) == nil)
    }

    @Test func addressesDoNotSayIt() throws {
        let card = try card("supporter", ["name": "Sam"])
        #expect(card.canonicalQuery == "?lang=en&name=Sam")
        let template = try #require(try Self.catalog.get().kits[0].template("supporter"))
        #expect(template.parameter("maker") == nil, "strangers do not choose who made a card")
    }

    /// A frame lies around a photo and has no words.
    @Test func theServerKnowsWhichCardsCannotSayIt() throws {
        #expect(try Self.catalog.get().unmarkedTemplates == ["blue-heart/frame"])
    }

    /// On the flattest cards too, which show no footer of the campaign's; and in the words for who
    /// does not see it.
    @Test(arguments: ["event", "heart-photo", "joins", "photo", "quote", "supporter"])
    func aMarkIsDrawnAndInTheWordsOfItsCard(template: String) throws {
        let catalog = try Self.catalog.get()
        let kit = catalog.kits[0]
        let english = try kit.kit.language("en")
        let entry = try #require(kit.template(template))
        let worker = CardEngine(EngineOptions(home: projectFolder)).worker()
        let flat: Set = ["x-header", "li-banner", "fb-cover", "email", "ad-970x250", "wa"]
        for placement in entry.template.placements where flat.contains(placement) {
            var request = try card(template, kit.examples(of: entry, in: english)).request
            request.placement = placement
            request.effort = .fast
            request.values.set("maker", to: "supporter")
            if entry.parameter("photo") != nil {
                request.values.set("photo", to: "dawn.svg")
                request.values.set("picture", to: "Hills")
                request.values.set("credit", to: "Sam")
            }
            let record = try worker.render(request).record
            let mark = "Made by a supporter of the Blue Heart"
            #expect(try #require(record.words.longAlt).contains(mark), "\(placement)")
            let drawn = record.texts.map { text in
                text.text.replacing("\n", with: " ").replacing("\u{A0}", with: " ")
            }
            #expect(drawn.contains(mark), "\(placement)")
        }
    }
}
