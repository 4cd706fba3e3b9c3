import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartRequests
import BlueHeartScenes
import BlueHeartTemplates
import Testing

/// Numbers of a template that depend on parameters.
@Suite struct ExpressionTests {
    private func ring(_ fields: String) -> Sketch {
        var sketch = Sketch(
            #"{ "type": "frame", "children": [{ "type": "shape", "shape": "ellipse", \#(fields) }] }"#
        )
        sketch.parameters = #"""
            { "share": { "type": "number", "minimum": 0, "maximum": 100, "default": 25 },
              "part": { "type": "number", "default": "{share / 100}" },
              "angle": { "type": "number", "default": "{part * 360}" },
              "divisor": { "type": "number", "default": 1 } }
            """#
        return sketch
    }

    private func child(_ fields: String, _ values: ParameterValues = [:]) throws -> Node {
        try #require(try ring(fields).root(values).children.first)
    }

    @Test(arguments: [
        ("{share}%", Length.fraction(0.4)), ("{share / 2}", .px(20)), ("{share * 2 - 30}", .px(50)),
        ("{-(share - 50)}", .px(10)), ("{min(share, 30)}", .px(30)),
        ("{max(share, 50, 60)}", .px(60)),
        ("{round(share / 3)}", .px(13)), ("{share}vw", .px(432)), ("{2 + 3 * 4}", .px(14)),
        ("{(2 + 3) * 4}", .px(20)), ("{12 - 4 - 2}", .px(6)),
    ])
    func lengthsFollowTheirParameters(width: String, expected: Length) throws {
        #expect(try child(#""width": "\#(width)""#, ["share": "40"]).box.width == expected)
    }

    @Test func otherNumbersFollowTooAndDefaultsCount() throws {
        let node = try child(
            #""opacity": "{part}", "rotate": "{angle}", "fill": { "type": "conic", "stops": [{ "color": "deep" }, { "color": "deep", "at": "{share}%" }, { "color": "haze" }] }, "stroke": { "width": "{share / 5}", "paint": "deep", "dashes": ["{share}", 4] }"#
        )
        #expect(node.appearance.opacity == 0.25)
        #expect(node.appearance.transform == .rotation(Angle(degrees: 90)))
        #expect(node.appearance.stroke?.stroke.width == 5)
        #expect(node.appearance.stroke?.stroke.dashes == [25, 4])
        guard case .gradient(let gradient)? = node.appearance.fill else { throw Unexpected() }
        #expect(gradient.stops.map(\.offset) == [0, 0.25, 1])
    }

    /// A default that is an expression counts from the values of the card.
    @Test func derivedNumbersFollowTheValuesOfTheCard() throws {
        #expect(try child(#""opacity": "{part}""#, ["share": "80"]).appearance.opacity == 0.8)
        #expect(
            try child(#""opacity": "{part}""#, ["share": "80", "part": "0.5"]).appearance.opacity
                == 0.5)
    }

    @Test func aResultOutOfRangeIsToldAtItsPlaceForThatCardOnly() throws {
        let sketch = ring(#""opacity": "{share / 50}""#)
        #expect(sketch.codes() == [])
        #expect(try sketch.root(["share": "50"]).children.first?.appearance.opacity == 1)
        let error = try #require(throws: CardError.self) { try sketch.root(["share": "75"]) }
        #expect(error.kind == .data)
        #expect(error.diagnostics.map(\.code) == ["out-of-range"])
        #expect(error.diagnostics[0].path.description == "scene.children[0].opacity")
        #expect(error.diagnostics[0].message == "expected a number from 0 to 1, found 1.5")
        #expect(error.diagnostics[0].hint?.contains("\"share\"") == true)
    }

    @Test func aDivisionByZeroIsToldForThatCardOnly() throws {
        let sketch = ring(#""opacity": "{1 / divisor}""#)
        #expect(try sketch.root().children.first?.appearance.opacity == 1)
        let error = try #require(throws: CardError.self) { try sketch.root(["divisor": "0"]) }
        #expect(error.diagnostics.map(\.code) == ["division-by-zero"])
    }

    @Test func focusAndVariantsMayBeComputed() throws {
        var sketch = Sketch(
            #"{ "type": "frame", "children": [{ "type": "image", "id": "photo", "source": "a.jpg", "focus": { "x": "{x}" } }] }"#
        )
        sketch.parameters = #"{ "x": { "type": "number", "default": 0.2 } }"#
        sketch.variants = #"[{ "set": { "photo": { "focus": { "y": "{x / 2}" } } } }]"#
        guard case .image(let image)? = try sketch.root(["x": "0.6"]).children.first?.content else {
            throw Unexpected()
        }
        #expect(image.focus == Point(x: 0.6, y: 0.3))
    }
}

/// Parameters that are lists, and repeats over them.
@Suite struct ListParameterTests {
    private func portraits() -> Sketch {
        var sketch = Sketch(
            #"""
            { "type": "frame", "children": [
              { "type": "repeat", "each": "{people}", "item": {
                "type": "frame", "width": "{item.share}%", "children": [
                  { "type": "image", "source": "{item.photo}", "when": { "has": "item.photo" } },
                  { "type": "text", "text": "{index}. {item.name}", "fontSize": 20 }] } }] }
            """#)
        sketch.parameters = #"""
            { "people": { "type": "list", "minimum": 1, "maximum": 3, "fields": {
                "name": { "type": "text", "required": true, "maxLength": 10 },
                "photo": { "type": "image" },
                "share": { "type": "number", "default": 50 } } } }
            """#
        return sketch
    }

    @Test func itemsStandOnceEachWithTheirValues() throws {
        let items = try portraits().root([
            "people.1.name": "Amina", "people.1.share": "30", "people.2.name": "Zora",
            "people.2.photo": "z.jpg",
        ]).children
        #expect(items.map { $0.children.compactMap(\.text) } == [["1. Amina"], ["2. Zora"]])
        #expect(items.map(\.box.width) == [.fraction(0.3), .fraction(0.5)])
        #expect(items.map(\.children.count) == [1, 2])
        guard case .image(let image) = items[1].children[0].content else { throw Unexpected() }
        #expect(image.image.name == "z.jpg")
    }

    @Test func theTurnIsWrittenInTheDigitsOfTheLanguage() throws {
        var sketch = portraits()
        sketch.language = "ar"
        let texts = try sketch.root(["people.1.name": "أمينة"]).children[0].children
        #expect(texts[0].text?.hasPrefix("١") == true)
    }

    @Test func plainListsHaveValuesOnly() throws {
        var sketch = Sketch(
            #"""
            { "type": "frame", "children": [{ "type": "repeat", "each": "{cities}",
              "item": { "type": "text", "text": "{item}", "fontSize": 20 } }] }
            """#)
        sketch.parameters = #"""
            { "cities": { "type": "list", "maximum": 3, "of": { "type": "text" },
              "default": ["Žilina", "Wien"] } }
            """#
        #expect(try sketch.root().children.map(\.text) == ["Žilina", "Wien"])
        #expect(try sketch.root(["cities.1": "Praha"]).children.map(\.text) == ["Praha"])
    }

    @Test(
        arguments: [
            ([:], "missing-parameter", "people.1.name"),
            (["people.1.name": "A", "people.3.name": "C"], "list-gap", "people.2.name"),
            (["people.2.name": "B"], "list-gap", "people.1.name"),
            (["people.1.photo": "a.jpg"], "missing-parameter", "people.1.name"),
            (["people.1.name": "Alexandrina K."], "text-too-long", "people.1.name"),
            (["people.1.nmae": "A", "people.1.name": "B"], "unknown-parameter", "people.1.name"),
            (["people": "Amina"], "bad-list", "people.1.name"),
            (["people.1.name": "A", "people.1.share": "x"], "bad-number", "people.1.share"),
            (
                [
                    "people.1.name": "A", "people.2.name": "B", "people.3.name": "C",
                    "people.4.name": "D",
                ],
                "list-too-long", "people"
            ),
        ] as [([String: String], String, String)])
    func wrongListsAreTold(values: [String: String], code: String, name: String) throws {
        var given = ParameterValues()
        for (name, value) in values.sorted(by: { $0.key < $1.key }) { given.set(name, to: value) }
        var sketch = portraits()
        sketch.parameters = sketch.parameters.replacing(
            #""type": "list","#, with: #""type": "list", "required": true,"#)
        let error = try #require(throws: CardError.self) { try sketch.root(given) }
        #expect(error.kind == .data)
        #expect(error.diagnostics.map(\.code) == [code])
        #expect("\(error)".contains(name), "\(error)")
    }

    @Test func anEmptyListThatNeedsItemsIsTooShort() throws {
        let error = try #require(throws: CardError.self) { try portraits().root() }
        #expect(error.diagnostics.map(\.code) == ["list-too-short"])
    }

    /// Values that are blank count as none, as in the cells of a sheet.
    @Test func blankItemsAtTheEndAreNone() throws {
        let items = try portraits().root([
            "people.1.name": "Amina", "people.2.name": " ", "people.3.name": "",
        ]).children
        #expect(items.count == 1)
    }
}
