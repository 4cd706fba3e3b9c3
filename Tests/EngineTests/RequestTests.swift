import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartFormats
import BlueHeartLanguages
import BlueHeartRequests
import BlueHeartTestbench
import BlueHeartWords
import Testing

@Suite struct RequestTests {
    private let kit = TinyKit()

    private func codes(_ kit: TinyKit, _ request: CardRequest) -> [String] {
        do throws(CardError) {
            _ = try kit.engine.worker().dryRun(request)
            return []
        } catch {
            return error.diagnostics.map(\.code)
        }
    }

    /// The kit's first language and the template's first placement.
    @Test func whatARequestLeavesOutIsTheFirstThereIs() throws {
        let request = CardRequest(
            kit: "tiny", template: .named("greeting"), values: ["name": "Amina"], effort: .fast)
        let card = try kit.engine.worker().render(request)
        #expect(card.record.language.tag == "en" && card.record.placement == "card")
        #expect(card == (try kit.engine.worker().render(kit.greeting("en", at: "card"))))
    }

    @Test func theOptionsNameTheKitOfARequestWithoutOne() throws {
        var options = kit.engine.options
        options.defaultKit = "tiny"
        var request = kit.greeting()
        request.kit = nil
        let card = try CardEngine(options).worker().render(request)
        #expect(card.record.kit == "tiny")
        #expect(codes(kit, request) == ["missing-kit"], "these options name none")
    }

    @Test(arguments: ParameterValues.Trust.allCases)
    func aParameterThatIsNotPublicIsUnknownToUntrustedUsers(
        trust: ParameterValues.Trust
    ) throws {
        let scratch = try ScratchFolder()
        let kit = try TinyKit(copiedTo: scratch)
        try scratch.change("templates/tiny/greeting.json", "\"public\": true", "\"public\": false")
        var request = kit.greeting()
        request.values.set(.init("name", "Sam", source: .query, trust: trust))
        #expect(codes(kit, request) == (trust == .trusted ? [] : ["unknown-parameter"]))
    }

    @Test(arguments: ["people.1", "people.2"])
    func itemsOfAListThatIsNotPublicAreUnknownToUntrustedUsers(name: String) throws {
        for isPublic in [false, true] {
            let scratch = try ScratchFolder()
            let kit = try TinyKit(copiedTo: scratch)
            try scratch.change(
                "templates/tiny/greeting.json", "\"parameters\": {",
                """
                "parameters": { "people": { "type": "list", "of": { "type": "text" }, "maximum": 3,
                  "public": \(isPublic) },
                """)
            var request = kit.greeting()
            request.values.set(.init("people.1", "Ali", source: .argument, trust: .trusted))
            request.values.set(.init(name, "Sam", source: .query, trust: .untrusted))
            #expect(codes(kit, request) == (isPublic ? [] : ["unknown-parameter"]))
        }
    }

    @Test func anUntrustedValueNamesNoFile() throws {
        let scratch = try ScratchFolder()
        try scratch.write(try samplePicture(.jpeg), to: "mine.jpg")
        var request = kit.photo("mine.jpg")
        request.files = .from(folder: scratch.path)
        #expect(codes(kit, request) == [])
        request.values.set(.init("photo", "mine.jpg", source: .query, trust: .untrusted))
        #expect(codes(kit, request) == ["image-missing"])
        request.values.set(
            .init("photo", scratch.path + "/mine.jpg", source: .query, trust: .untrusted))
        #expect(codes(kit, request) == ["path-leaves-kit"])
    }

    /// A fault of a value is told where the value was written.
    @Test func aFaultHasThePlaceOfItsValue() throws {
        let place = SourceLocation(file: "rows.csv", line: 7, column: 1)
        var request = kit.greeting()
        request.values.set(
            .init("name", String(repeating: "N", count: 41), source: .row(place)))
        let error = #expect(throws: CardError.self) { try kit.engine.worker().render(request) }
        #expect(error?.diagnostics.map(\.code) == ["text-too-long"])
        #expect(error?.diagnostics.first?.location == place)
    }

    @Test func aSelectionMakesARequestOfEachWithEach() throws {
        var finder = try SelectionFinder(kit.engine.catalog, kit: "tiny", templates: nil)
        let selection = try finder.selection(
            templates: ["greeting", "photo"], languages: nil, placements: ["square"])
        let requests = selection.requests(like: kit.greeting())
        #expect(
            requests.map(\.template) == [
                .named("greeting"), .named("greeting"),
                .named("photo"), .named("photo"),
            ])
        #expect(requests.map(\.language) == ["en", "ar", "en", "ar"])
        #expect(requests.allSatisfy { $0.placement == "square" && $0.values["name"] != nil })
    }

    @Test(arguments: [
        (["greting"], ["en"], ["square"], "unknown-template"),
        (["greeting"], ["enn", "de"], ["square"], "unknown-language unknown-language"),
        (["greeting"], ["en"], ["sqare"], "unknown-placement"),
        (["greeting"], ["en"], ["light"], "placement-not-allowed"),
    ])
    func aSelectionNamesWhatThereIs(
        templates: [String], languages: [String], placements: [String], codes: String
    ) throws {
        var finder = try SelectionFinder(kit.engine.catalog, kit: "tiny", templates: templates)
        let error = #expect(throws: CardError.self) {
            try finder.selection(
                templates: templates, languages: languages, placements: placements)
        }
        #expect(error?.diagnostics.map(\.code).joined(separator: " ") == codes)
    }
}
