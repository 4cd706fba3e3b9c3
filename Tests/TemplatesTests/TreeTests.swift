import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartPlacements
import BlueHeartRequests
import BlueHeartScenes
import BlueHeartTemplates
import Testing

/// Styles, conditions, variants and templates that extend others.
@Suite struct TreeTests {
    @Test func ownFieldsWinOverStylesAndLaterOverEarlier() throws {
        var sketch = Sketch(
            #"{ "type": "text", "text": "a", "style": ["one", "two"], "fontSize": 30 }"#)
        sketch.styles = #"""
            { "one": { "fontSize": 10, "fontWeight": 300, "lineHeight": 2 },
              "base": { "fontWeight": 500, "wrap": "none" },
              "two": { "extends": "base", "fontSize": 20 },
              "headline": { "extends": "headline", "fontWeight": 900 } }
            """#
        guard case .text(let paragraph, _) = try sketch.root().content else { throw Unexpected() }
        #expect(paragraph.fontSize == 30...30)
        #expect(paragraph.spans[0].style.fontWeight == 500)
        #expect(paragraph.lineHeight == 2)
        #expect(paragraph.wrapping == .none)
    }

    @Test func aStyleMaySayHowLinesEnd() throws {
        var sketch = Sketch(#"{ "type": "text", "text": "a", "style": "narrow", "fontSize": 30 }"#)
        sketch.styles = #"{ "narrow": { "hyphens": "auto", "hangingPunctuation": "end" } }"#
        guard case .text(let paragraph, _) = try sketch.root().content else { throw Unexpected() }
        #expect(paragraph.hyphenation == .auto)
        #expect(paragraph.hanging == .end)
    }

    @Test func aStyleMayStandBeforeTheKitsOwn() throws {
        var sketch = Sketch(
            #"{ "type": "text", "text": "a", "style": "headline", "fontSize": 30 }"#)
        sketch.styles = #"{ "headline": { "extends": "headline", "fontWeight": 900 } }"#
        guard case .text(let paragraph, _) = try sketch.root().content else { throw Unexpected() }
        #expect(paragraph.spans[0].style.fontWeight == 900)
        #expect(paragraph.spans[0].style.fontFamilies == ["Manrope", "Noto Sans"])
        #expect(paragraph.lineHeight == 1.1)
    }

    /// Each style extends the one before it twice; looked at anew each time that were 2^60 steps.
    @Test(.timeLimit(.minutes(1)))
    func stylesThatExtendOneAnotherTwiceTakeNoTime() throws {
        var sketch = Sketch(#"{ "type": "frame", "style": "s60" }"#)
        let chain = (1...60).map { #""s\#($0)": { "extends": ["s\#($0 - 1)", "s\#($0 - 1)"] }"# }
        sketch.styles = "{ \"s0\": { \"gap\": 4 }, " + chain.joined(separator: ", ") + " }"
        #expect(try sketch.root().frame?.gap == 4)
    }

    @Test(arguments: [
        (#"{ "direction": "rtl" }"#, false), (#"{ "direction": "ltr" }"#, true),
        (#"{ "language": "en" }"#, true), (#"{ "language": ["ar", "sk"] }"#, false),
        (#"{ "aspect": { "min": 1 } }"#, true), (#"{ "aspect": { "max": 1 } }"#, false),
        (#"{ "width": { "min": 1080, "max": 1081 } }"#, true),
        (#"{ "height": { "max": 1080 } }"#, false),
        (#"{ "placement": ["og", "square"] }"#, true), (#"{ "placement": "og" }"#, false),
        (#"{ "has": "name" }"#, true), (#"{ "has": ["name", "tone"] }"#, true),
        (#"{ "has": "photo" }"#, false), (#"{ "is": { "tone": "calm" } }"#, true),
        (#"{ "is": { "tone": "loud" } }"#, false), (#"{ "not": { "has": "photo" } }"#, true),
        (#"{ "not": { "direction": "ltr" } }"#, false),
        (#"{ "any": [{ "direction": "rtl" }, { "has": "name" }] }"#, true),
        (#"{ "any": [] }"#, false), (#"{ "has": "name", "direction": "rtl" }"#, false),
    ])
    func conditionsHold(when: String, holds: Bool) throws {
        var sketch = Sketch(
            #"{ "type": "frame", "children": [{ "type": "frame", "when": \#(when) }] }"#)
        sketch.parameters = #"""
            { "name": { "type": "text" }, "photo": { "type": "image" },
              "tone": { "type": "choice", "choices": ["calm", "loud"], "default": "calm" } }
            """#
        #expect(try sketch.root(["name": "a"]).children.count == (holds ? 1 : 0))
        // The same with a variant, which decides before the nodes are read.
        sketch.scene = #"{ "type": "frame" }"#
        sketch.variants = #"[{ "when": \#(when), "set": { "scene": { "gap": 9 } } }]"#
        #expect(try sketch.root(["name": "a"]).frame?.gap == (holds ? 9 : 0))
    }

    @Test func variantsMergeOneLevelAndLaterOnesWin() throws {
        var sketch = Sketch(
            #"""
            { "type": "frame", "padding": { "top": 1, "end": 2 }, "gap": 3, "children": [
              { "type": "text", "id": "t", "text": "a", "fontSize": { "min": 10, "max": 20 },
                "maxLines": 2 }] }
            """#)
        sketch.variants = #"""
            [{ "set": { "scene": { "padding": { "end": null, "bottom": 5 }, "gap": 7 } } },
             { "set": { "t": { "fontSize": { "max": 40 }, "maxLines": null }, "scene": { "gap": 8 } } },
             { "when": { "direction": "rtl" }, "set": { "scene": { "gap": 9 } } }]
            """#
        let root = try sketch.root()
        #expect(root.frame?.padding == Insets(top: 1, right: 0, bottom: 5, left: 0))
        #expect(root.frame?.gap == 8)
        guard case .text(let paragraph, _) = root.children[0].content else { throw Unexpected() }
        #expect(paragraph.fontSize == 10...40)
        #expect(paragraph.maxLines == nil)
    }

    /// The property lies in the variant, the node where it always was.
    @Test func originsStayThoseOfTheNode() throws {
        var sketch = Sketch(
            #"{ "type": "frame", "children": [{ "type": "frame", "id": "a" }, { "type": "frame", "id": "b" }] }"#
        )
        let plain = try sketch.root().children.map(\.origin)
        sketch.variants =
            #"[{ "set": { "scene": { "children": ["b", "a"] }, "b": { "gap": 3 } } }]"#
        let moved = try sketch.root().children
        #expect(moved.map(\.id) == ["b", "a"])
        #expect(moved.map(\.origin.path.description) == ["scene.children[1]", "scene.children[0]"])
        #expect(moved[0].origin.path == plain[1].path)
        #expect(moved[0].origin.location == plain[1].location)
    }

    @Test func aFaultOfAVariantIsToldInTheVariant() throws {
        var sketch = Sketch(#"{ "type": "frame", "id": "a", "gap": 2 }"#)
        sketch.variants = #"[{ "set": { "a": { "gap": -1 } } }]"#
        let error = try #require(throws: CardError.self) { try sketch.template() }
        #expect(error.diagnostics.map(\.path.description) == ["variants[0].set.a.gap"])
    }

    @Test func aTemplateStartsFromAnother() throws {
        let base = Sketch(#"{ "type": "frame", "id": "page", "gap": 2 }"#).json
        let own = #"""
            { "name": "own", "extends": "sketch", "title": { "text": "Own" },
              "parameters": { "name": { "type": "text" } },
              "variants": [{ "set": { "page": { "gap": 5 } } }] }
            """#
        let template = try Template.read(
            Array(own.utf8), file: "own.json", in: try Fixture.kit(),
            loader: { name throws(CardError) in
                name == "sketch" ? (Array(base.utf8), "sketch.json") : try Template.noTemplate(name)
            })
        #expect(template.name == "own")
        #expect(template.placements == ["square", "og", "story"])
        let english = try Language(tag: "en")
        let scene = try template.resolve(
            [:], placement: Fixture.square, language: english, kit: try Fixture.kit(),
            words: try WordList.read(Array("{}".utf8), file: "en.json", language: english))
        #expect(scene.root.frame?.gap == 5)
        #expect(scene.words.title == "Own")
        #expect(scene.root.origin.location.file == "sketch.json")
    }

    @Test func templatesInACircleAreAFault() throws {
        func file(_ name: String, _ base: String) -> [UInt8] {
            Array(#"{ "name": "\#(name)", "extends": "\#(base)" }"#.utf8)
        }
        let error = try #require(throws: CardError.self) {
            try Template.read(
                file("a", "b"), file: "a.json", in: try Fixture.kit(),
                loader: { name throws(CardError) in
                    (file(name, name == "b" ? "c" : "b"), "\(name).json")
                })
        }
        #expect(error.diagnostics.map(\.code) == ["template-cycle"])
        #expect(error.description.contains("a → b → c → b"))
        #expect(error.diagnostics[0].location?.file == "c.json")
    }

    /// A template and seven that it starts from, one from another.
    @Test func aChainHasEightTemplates() throws {
        let base = Sketch(#"{ "type": "frame" }"#).json
        func file(_ number: Int, of count: Int) -> [UInt8] {
            let next = #"{ "name": "t\#(number)", "extends": "t\#(number + 1)" }"#
            return Array((number == count ? base : next).utf8)
        }
        let kit = try Fixture.kit()
        func codes(_ count: Int) -> [String] {
            do throws(CardError) {
                _ = try Template.read(
                    file(1, of: count), file: "t1.json", in: kit,
                    loader: { name throws(CardError) in
                        (file(Int(name.dropFirst()) ?? 0, of: count), "\(name).json")
                    })
                return []
            } catch { return error.diagnostics.map(\.code) }
        }
        #expect(codes(8) == [])
        #expect(codes(9) == ["template-cycle"])
    }

    @Test func aPlacementMustBeAllowedAndOfASizeWeDraw() throws {
        let sketch = Sketch(#"{ "type": "frame" }"#)
        for (name, width, code) in [
            ("pin", 1_000, "placement-not-allowed"), ("square", 8, "canvas-size"),
            ("square", 9_000, "canvas-size"),
        ] {
            var other = sketch
            other.placement = Placement(
                name: name, title: "", widthInPixels: width, heightInPixels: 1_000)
            let error = try #require(throws: CardError.self) { try other.scene() }
            #expect(error.diagnostics.map(\.code) == [code])
            #expect(error.kind == .data)
        }
    }

    @Test func everyNodeOfARepeatCounts() throws {
        let inner = #"{ "type": "repeat", "count": 100, "item": { "type": "group" } }"#
        var sketch = Sketch(
            #"{ "type": "frame", "children": [{ "type": "repeat", "count": 99, "item": { "type": "frame", "children": [\#(inner)] } }] }"#
        )
        #expect(sketch.codes() == [])
        sketch.scene = sketch.scene.replacing("99", with: "100")
        #expect(sketch.codes() == ["too-many-nodes"])
    }
}
