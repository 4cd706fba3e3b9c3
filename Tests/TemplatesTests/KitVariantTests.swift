import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartPlacements
import BlueHeartRequests
import BlueHeartScenes
import BlueHeartTemplates
import Testing

/// What a kit changes for a placement, a language or a value that is filled in.
@Suite struct KitVariantTests {
    private static let kit = #"""
        { "name": "river-watch", "title": "River Watch", "languages": [{ "tag": "en" }],
          "palette": { "night": "#000000", "day": "#FFFFFF", "ground": "night" },
          "families": { "post": ["square", "wa"] }, "reference": "display",
          "styles": { "card": { "gap": 2, "fill": "ground" }, "big": { "extends": "card" },
            "line": { "fontSize": { "min": 10, "max": 20 } } },
          "variants": [
            { "when": { "placement": "post" }, "styles": { "card": { "gap": 4 } } },
            { "when": { "is": { "theme": "light" } }, "palette": { "ground": "day" } },
            { "when": { "direction": "rtl" }, "styles": { "line": { "fontSize": { "max": 30 } } } },
            { "when": { "placement": "og" }, "reference": { "width": 600, "height": 315 } }] }
        """#

    private struct Page {
        var style = "card"
        var fields = ""
        var placements = #"["post", "og"]"#
        var placement = KitVariantTests.square
        var language = "en"
        var theme: String?

        func template(_ kit: Kit) throws -> Template {
            let json = """
                { "name": "page", "title": { "text": "Page" }, "alt": { "text": "A page." },
                  "caption": { "text": "A page." }, "placements": \(placements),
                  "scene": { "type": "frame", "style": "\(style)", "children": [
                    { "type": "text", "style": "line", "text": "a" }] } \(fields) }
                """
            return try Template.read(Array(json.utf8), file: "page.json", in: kit)
        }

        func root() throws -> Node {
            let kit = try Kit.read(Array(KitVariantTests.kit.utf8), file: "kit.json")
            let language = try Language(tag: language)
            var filling: ParameterValues = [:]
            if let theme { filling = ["theme": theme] }
            return try template(kit).resolve(
                filling, placement: placement, language: language, kit: kit,
                words: try WordList.read(Array("{}".utf8), file: "w.json", language: language)
            ).root
        }
    }

    private static let square = Placement(
        name: "square", title: "Square", widthInPixels: 1080, heightInPixels: 1080,
        displayWidth: 360)
    private static let theme = #"""
        , "parameters": { "theme": { "type": "choice", "choices": ["dark", "light"] } }
        """#

    @Test func aFamilyStandsForItsPlacements() throws {
        let kit = try Kit.read(Array(Self.kit.utf8), file: "kit.json")
        #expect(try Page().template(kit).placements == ["square", "wa", "og"])
        let error = try #require(throws: CardError.self) {
            try Page(placements: #"["wa", "post"]"#).template(kit)
        }
        #expect(error.diagnostics.map(\.code) == ["duplicate-name"])
    }

    /// A style that extends the one that changes changes too.
    @Test(arguments: ["card", "big"])
    func stylesChangeBeforeTheyAreExtended(style: String) throws {
        #expect(try Page(style: style).root().frame?.gap == 4 * 3)
        #expect(try Page(style: style, placement: Fixture.og).root().frame?.gap == 2 * 2)
    }

    @Test func aTemplateCountsMoreThanItsKit() throws {
        let own = #", "styles": { "card": { "extends": "card", "gap": 7 } }"#
        #expect(try Page(fields: own).root().frame?.gap == 7 * 3)
        let reference = #", "reference": { "width": 540, "height": 540 }"#
        #expect(try Page(fields: reference).root().frame?.gap == 4 * 2)
        let variant = #", "variants": [{ "styles": { "card": { "gap": 9 } } }]"#
        #expect(try Page(fields: variant).root().frame?.gap == 9 * 3)
    }

    @Test func aColourFollowsWhatIsFilledIn() throws {
        func fill(_ page: Page) throws -> BoxPaint? { try page.root().appearance.fill }
        #expect(try fill(Page(fields: Self.theme, theme: "dark")) == .solid(.black))
        #expect(try fill(Page(fields: Self.theme, theme: "light")) == .solid(.white))
        // A template without the parameter, and one in which it means something else.
        #expect(try fill(Page()) == .solid(.black))
        let other = #", "parameters": { "theme": { "type": "text" } }"#
        #expect(try fill(Page(fields: other, theme: "light")) == .solid(.black))
    }

    @Test func partsOfAFieldChangeWithTheLanguage() throws {
        guard case .text(let text, _) = try Page(language: "ar").root().children[0].content
        else { throw Unexpected() }
        #expect(text.fontSize == 30...90)
    }

    /// One end of a range may be changed by one variant and the other by another.
    @Test func aRangeIsLookedAtWhenItIsWhole() throws {
        let small = #", "variants": [{ "styles": { "line": { "fontSize": { "max": 8 } } } }"#
        let error = try #require(throws: CardError.self) { try Page(fields: small + "]").root() }
        #expect(error.diagnostics.map(\.code) == ["min-above-max"])
        let both = small + #", { "styles": { "line": { "fontSize": { "min": 6 } } } }]"#
        guard case .text(let text, _) = try Page(fields: both).root().children[0].content
        else { throw Unexpected() }
        #expect(text.fontSize == 18...24)
    }

    @Test func aTextMayBeARelativeSize() throws {
        let sketch = Sketch(
            #"""
            { "type": "text", "text": "a", "fontSize": { "min": 10, "max": 20 },
              "relativeSize": 0.5 }
            """#)
        guard case .text(let text, _) = try sketch.root().content else { throw Unexpected() }
        #expect(text.fontSize == 5...10)
    }

    /// A placement of which nothing is known is taken for a phone's.
    @Test func displayIsAPhoneWhereNothingIsKnown() throws {
        let wide = Placement(name: "wa", title: "W", widthInPixels: 720, heightInPixels: 720)
        #expect(try Page(placement: wide).root().frame?.gap == 4 * 2)
    }
}
