import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartTestbench
import BlueHeartTypesetting
import Testing

struct FontCatalogTests {
    @Test func theProjectsCatalogueNamesItsFontsOnce() throws {
        let catalog = try FontCatalog.read(
            try projectFile("fonts/fonts.json"), file: "fonts/fonts.json")
        #expect(catalog.families.first?.name == "Lato")
        #expect(Set(catalog.families.map(\.name)).count == catalog.families.count)
        #expect(catalog.family(named: "Noto Color Emoji")?.kind == .emoji)
    }

    @Test func everyFontOfTheCatalogueOpens() throws {
        let library = try projectLibrary()
        for family in library.catalog.families {
            for face in family.faces {
                let wish = try paragraph(family.kind == .emoji ? "💙" : " ") {
                    $0.spans[0].style.fontFamilies = [family.name]
                    $0.spans[0].style.fontWeight = face.weights.upperBound
                    $0.spans[0].style.isItalic = face.isItalic
                }
                #expect(throws: Never.self, "\(face)") {
                    try Typesetter(fonts: library).typeset(wish, width: 100)
                }
            }
        }
    }

    @Test func faultsAreGatheredWithPlaceAndHint() throws {
        let text = """
            {
              "packages": [], "files": [],
              "families": [
                { "name": "Lato", "faces": [{ "file": "a.ttf", "wight": 400, "weight": 0 }] },
                { "name": "None", "faces": [] }
              ],
              "fallback": [{ "families": ["Latto"] }]
            }
            """
        let error = #expect(throws: CardError.self) {
            try FontCatalog.read(Array(text.utf8), file: "fonts.json")
        }
        let codes = error?.diagnostics.map(\.code)
        #expect(codes?.contains("unknown-field") == true)
        #expect(codes?.contains("empty-list") == true)
        #expect(error?.diagnostics.allSatisfy { $0.location?.file == "fonts.json" } == true)
        #expect(error?.kind == .asset)
    }
}
