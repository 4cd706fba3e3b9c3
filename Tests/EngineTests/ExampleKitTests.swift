import BlueHeartCodecs
import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartLanguages
import BlueHeartPixels
import BlueHeartRequests
import BlueHeartTemplates
import BlueHeartTestbench
import Testing

/// The kits of `examples/`: other symbols, colours, type and languages than the house's.
@Suite struct ExampleKitTests {
    static let kits = ["lantern-walk", "other-campaigns"]

    private let engine = CardEngine(EngineOptions(home: projectFolder))

    private func path(_ kit: String) -> String { "\(projectFolder)/examples/\(kit)" }

    private func request(_ template: String, of kit: String, _ language: String, at place: String)
        -> CardRequest
    {
        CardRequest(
            kit: path(kit), template: .named(template), language: language, placement: place,
            gaps: .examples)
    }

    @Test(arguments: kits)
    func everyCardOfAnExampleCanBeLaidOutWithoutAFault(kit: String) throws {
        let worker = engine.worker()
        for template in try engine.catalog.kit(path(kit)).templateNames() {
            let places = try engine.catalog.template(.named(template), inKit: path(kit)).placements
            for language in try engine.catalog.kit(path(kit)).kit.languages.map(\.language.tag) {
                for place in places {
                    let found = worker.check(request(template, of: kit, language, at: place))
                    #expect(
                        found.filter { $0.severity != .note } == [],
                        "\(template), \(language), \(place)")
                }
            }
        }
    }

    /// The upper left corner is the kit's own ground, in the night (plum) and by day (cream).
    @Test(arguments: [("walk", "email", UInt32(0xFF36_102A)), ("carry", "og", 0xFFE6_F6FF)])
    func aKitBringsItsOwnColours(template: String, place: String, ground: UInt32) throws {
        let card = try engine.worker().render(
            request(template, of: "lantern-walk", "en", at: place))
        #expect(try decodeImage(card.bytes).bitmap[0, 0] == ground)
    }
}
