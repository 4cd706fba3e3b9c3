import BlueHeartCodecs
import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartFormats
import BlueHeartRequests
import BlueHeartTestbench
import BlueHeartWords
import Testing

/// The cards that `Benchmarks` measures: what is wrong with them is known, and nothing else is.
///
/// Their findings are part of the figures of the checks' cost.
@Suite struct ReferenceCardTests {
    @Test(arguments: [
        ("a", ["text-low-contrast", "text-too-small"]), ("b", ["alt-long", "text-too-small"]),
        ("c", []),
    ])
    func aReferenceCardHasTheFindingsItIsMeasuredWith(name: String, codes: [String]) throws {
        let scratch = try ScratchFolder()
        for picture in ["photo.jpg", "logo.png"] {
            let format: ImageFormat = picture == "photo.jpg" ? .jpeg : .png
            try scratch.write(
                try samplePicture(format, side: 256), to: "assets/reference/" + picture)
        }
        let home = projectFolder + "/Benchmarks"
        let engine = CardEngine(
            EngineOptions(
                templatesFolder: home + "/templates", assetsFolder: scratch.path + "/assets",
                fontsFolder: projectFolder + "/fonts", placementsFile: home + "/placements.json"))
        let request = CardRequest(
            kit: "reference", template: .named(name), language: "en", placement: "card-" + name,
            effort: .fast)
        let card = try engine.worker().render(request)
        #expect(Set(card.record.warnings.map(\.code)).sorted() == codes)
    }
}
