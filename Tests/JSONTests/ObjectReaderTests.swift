import BlueHeartDiagnostics
import BlueHeartJSON
import Testing

private func read(_ text: String) throws -> JSONNode {
    try JSONDocument.read(Array(text.utf8), file: "a.json")
}

private enum Align: String, CaseIterable { case start, center, end }

private struct Shadow: Equatable {
    var blur: Double

    static func read(_ node: JSONNode, at path: JSONPath) throws(CardError) -> Shadow {
        var object = ObjectReader(node, at: path)
        let blur = object.number("blur", in: 0...256, unit: "px")
        try object.finish()
        return Shadow(blur: blur)
    }
}

private struct Layer: Equatable {
    var text: String
    var size: Double
    var lines: Int
    var align: Align
    var shadows: [Shadow]

    static func read(_ node: JSONNode, at path: JSONPath) throws(CardError) -> Layer {
        var object = ObjectReader(node, at: path)
        let text = object.string("text")
        let size = object.number("size", in: 1...2_000, unit: "px", default: 40)
        let lines = object.integer("lines", in: 1...20, default: 1)
        let align = object.choice("align", default: Align.start)
        let shadows = object.optionalEach("shadows") { node, path throws(CardError) in
            try Shadow.read(node, at: path)
        }
        try object.finish()
        return Layer(text: text, size: size, lines: lines, align: align, shadows: shadows ?? [])
    }
}

@Suite struct ObjectReaderTests {
    @Test func aWholeObjectIsRead() throws {
        let node = try read(
            #"{"text": "Hi", "size": 12.5, "lines": 3, "align": "end", "shadows": [{"blur": 4}]}"#)
        let layer = try Layer.read(node, at: JSONPath())
        #expect(
            layer
                == Layer(text: "Hi", size: 12.5, lines: 3, align: .end, shadows: [Shadow(blur: 4)]))
    }

    @Test func defaultsStandForWhatIsLeftOut() throws {
        let layer = try Layer.read(try read(#"{"text": ""}"#), at: JSONPath())
        #expect(layer == Layer(text: "", size: 40, lines: 1, align: .start, shadows: []))
    }

    @Test func everyFaultIsToldInTheOrderOfTheFile() throws {
        let node = try read(
            """
            {
              "algin": "end",
              "size": 0.5,
              "lines": 2.5,
              "align": "centre",
              "shadows": [{"blur": 300}, {"blur": 1}, 7]
            }
            """)
        let path = JSONPath([.key("layers"), .index(2)])
        let error = try #require(throws: CardError.self) { try Layer.read(node, at: path) }
        #expect(error.kind == .template)
        #expect(
            error.description == """
                a.json:1:1: error: the field "text" is missing [missing-field]
                  at layers[2].text
                a.json:2:3: error: unknown field "algin" [unknown-field]
                  at layers[2].algin
                  hint: did you mean "align"?
                a.json:3:11: error: expected a number from 1 to 2000 px, found 0.5 [out-of-range]
                  at layers[2].size
                a.json:4:12: error: expected a whole number, found the number 2.5 [wrong-type]
                  at layers[2].lines
                a.json:5:12: error: expected one of "start", "center", "end", found "centre" \
                [unknown-choice]
                  at layers[2].align
                  hint: did you mean "center"?
                a.json:6:24: error: expected a number from 0 to 256 px, found 300 [out-of-range]
                  at layers[2].shadows[0].blur
                a.json:6:43: error: expected an object, found the number 7 [wrong-type]
                  at layers[2].shadows[2]
                """)
    }

    @Test func aStringIsNotTakenForANumber() throws {
        var object = ObjectReader(try read(#"{"size": "12"}"#), at: JSONPath(), kind: .data)
        #expect(object.number("size", in: 5...6) == 5)
        let error = #expect(throws: CardError.self) { try object.finish() }
        #expect(error?.kind == .data)
        #expect(
            error?.diagnostics.first?.message == "expected a number, found the string \"12\"")
    }

    @Test func whatIsNoObjectHasOneFault() throws {
        let error = try #require(throws: CardError.self) {
            try Layer.read(try read("[]"), at: JSONPath())
        }
        #expect(error.diagnostics.map(\.code) == ["wrong-type"])
    }

    @Test func nullIsNotTheSameAsLeftOut() throws {
        var object = ObjectReader(try read(#"{"text": null}"#), at: JSONPath())
        #expect(object.optionalString("text") == nil)
        #expect(throws: CardError.self) { try object.finish() }
    }

    @Test func warningsDoNotThrow() throws {
        var object = ObjectReader(try read("{}"), at: JSONPath())
        object.note(Diagnostic(.warning, code: "odd", "odd"))
        #expect(try object.finish().map(\.code) == ["odd"])
    }

    @Test func allowedFieldsNeedNotBeRead() throws {
        var object = ObjectReader(try read(##"{"$schema": "x", "b": 1}"##), at: JSONPath())
        object.allow("$schema")
        let error = #expect(throws: CardError.self) { try object.finish() }
        #expect(error?.diagnostics.map(\.path.description) == ["b"])
    }

    @Test func membersOfAnyNameAreReadInOrder() throws {
        let node = try read(##"{"ink": "#000", "a.b": 3, "paper": "#fff"}"##)
        var object = ObjectReader(node, at: JSONPath([.key("palette")]))
        let colors = object.eachMember { member, path throws(CardError) in
            try member.value.string(at: path)
        }
        #expect(colors == ["#000", "#fff"])
        let error = #expect(throws: CardError.self) { try object.finish() }
        #expect(error?.diagnostics.map(\.path.description) == [#"palette["a.b"]"#])
    }

    @Test func manyUnknownNamesStayLinear() throws {
        let names = (0..<9_000).map { #""unknown\#($0)": 0"# }.joined(separator: ",")
        var object = ObjectReader(try read("{\(names)}"), at: JSONPath())
        for known in 0..<60 { _ = object.optionalString("known\(known)") }
        let clock = ContinuousClock()
        var count = 0
        let time = clock.measure {
            do throws(CardError) { try object.finish() } catch { count = error.diagnostics.count }
        }
        #expect(count == 9_000)
        #expect(time < .seconds(5))
    }
}
