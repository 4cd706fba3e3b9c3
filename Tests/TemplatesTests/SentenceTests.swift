import BlueHeartDiagnostics
import BlueHeartLanguages
import BlueHeartRequests
import BlueHeartScenes
import BlueHeartTemplates
import Testing

@Suite struct SentenceTests {
    private func spoken(
        _ sentence: String, _ filling: ParameterValues = [:], language: String = "en"
    ) throws -> String {
        var sketch = Sketch(#"{ "type": "text", "fontSize": 20, "words": "a" }"#)
        sketch.words = #"{ "a": "\#(sentence)" }"#
        sketch.language = language
        sketch.parameters = #"""
            { "name": { "type": "text" }, "n": { "type": "number" }, "day": { "type": "date" },
              "country": { "type": "country" }, "tone": { "type": "choice", "choices": [
                "calm", { "value": "loud", "label": { "text": "Loud!" } }] } }
            """#
        return try #require(try sketch.root(filling).text)
    }

    @Test(arguments: [
        ("It's a {name}", "It's a X"), ("'{'name'}'", "{name}"), ("'{name}' {name}", "{name} X"),
        ("it''s", "it's"), ("a ' b", "a ' b"), ("# '#'", "# '#'"), ("{ name }", "X"),
        (
            "{kit.title} {link.home} {hashtags}",
            "River Watch https://river.example/ #RiverWatch #CleanWater"
        ),
    ])
    func quotesAndPlaceholders(sentence: String, expected: String) throws {
        #expect(try spoken(sentence, ["name": "X"]) == expected)
    }

    @Test(arguments: [
        ("0", "none"), ("1", "one 1"), ("2", "2 '2' #"), ("1234", "1,234 '1,234' #"),
        ("7", "seven"),
    ])
    func pluralsTakeTheFormOfTheNumber(number: String, expected: String) throws {
        let sentence = "{n, plural, =0 {none} =7 {seven} one {one #} other {# ''#'' '#'}}"
        #expect(try spoken(sentence, ["n": number]) == expected)
    }

    @Test func anOffsetIsTakenOff() throws {
        let sentence =
            "{n, plural, offset:1 =1 {only you} one {you and # more} other {you and # more}}"
        #expect(try spoken(sentence, ["n": "1"]) == "only you")
        #expect(try spoken(sentence, ["n": "3"]) == "you and 2 more")
    }

    @Test(arguments: [("1", "1 deň"), ("3", "3 dni"), ("5", "5 dní"), ("1.5", "1,5 dňa")])
    func languagesHaveTheirOwnForms(number: String, expected: String) throws {
        let sentence = "{n, plural, one {# deň} few {# dni} many {# dňa} other {# dní}}"
        #expect(try spoken(sentence, ["n": number], language: "sk") == expected)
    }

    @Test func selectsTakeTheValueAndNoneWhereThereIsNone() throws {
        let sentence = "{tone, select, calm {Hush} none {So} other {{tone}}}"
        #expect(try spoken(sentence, ["tone": "calm"]) == "Hush")
        #expect(try spoken(sentence, ["tone": "loud"]) == "Loud!")
        #expect(try spoken(sentence) == "So")
    }

    @Test func valuesAreWrittenAsPeopleReadThem() throws {
        let filling: ParameterValues = ["country": "DE", "day": "2026-07-30", "n": "27600.5"]
        #expect(
            try spoken("{country} {day} {n}", filling, language: "sk")
                == "Nemecko 30. júla 2026 27\u{A0}600,5")
    }

    @Test func aMissingValueIsToldWhereItIsShown() throws {
        let error = try #require(throws: CardError.self) { try spoken("Hello {name}") }
        #expect(error.kind == .data)
        #expect(error.diagnostics.map(\.code) == ["missing-parameter"])
        #expect(error.diagnostics[0].path.description == "scene")
    }

    @Test func aMissingWordNamesKeyAndLanguage() throws {
        var sketch = Sketch(#"{ "type": "text", "fontSize": 20, "words": "card.headlin" }"#)
        sketch.words = #"{ "card": { "headline": "a" } }"#
        sketch.language = "ar"
        let error = try #require(throws: CardError.self) { try sketch.root() }
        #expect(
            error.description.contains(#"the words of "ar" have no "card.headlin" [missing-word]"#))
        #expect(error.diagnostics[0].hint == #"did you mean "card.headline"?"#)
    }

    @Test func checkTellsWhatALanguageLacks() throws {
        var sketch = Sketch(
            #"""
            { "type": "frame", "children": [
              { "type": "text", "fontSize": 20, "words": "one" },
              { "type": "repeat", "each": "list", "item": { "type": "text", "fontSize": 9, "words": "row" } }] }
            """#)
        sketch.parameters = #"{ "name": { "type": "text" } }"#
        let template = try sketch.template()
        let words = try WordList.read(
            Array(#"{ "one": "Hi {nam}", "row": "{index} {item} {name}" }"#.utf8), file: "en.json",
            language: try Language(tag: "en"))
        let faults = template.faults(in: words, kit: try Fixture.kit())
        #expect(faults.map(\.code) == ["unknown-placeholder", "missing-word"])
        #expect(faults[1].message.contains(#""list.1""#))
    }

    /// Both stand in for what somebody types, which has no placeholders.
    @Test(arguments: ["default", "example"])
    func checkTellsWhatALanguageLacksForAParameter(field: String) throws {
        var sketch = Sketch(#"{ "type": "frame" }"#)
        sketch.parameters = #"""
            { "a": { "type": "text", "\#(field)": { "words": "braces" } },
              "b": { "type": "text", "\#(field)": { "words": "none" } },
              "c": { "type": "text", "\#(field)": { "words": "plain" } } }
            """#
        let words = try WordList.read(
            Array(#"{ "braces": "Hi {a}", "plain": "Hi" }"#.utf8), file: "en.json",
            language: try Language(tag: "en"))
        let faults = try sketch.template().faults(in: words, kit: try Fixture.kit())
        #expect(faults.map(\.code).sorted() == ["bad-sentence", "missing-word"])
    }

    @Test func anItemMayHoldParametersAndCount() throws {
        var sketch = Sketch(
            #"""
            { "type": "frame", "children": [{ "type": "repeat",
              "each": [{ "text": "{name}" }, { "text": "b" }],
              "item": { "type": "text", "fontSize": 20,
                "text": "{index, plural, one {first} other {#.}} {item}" } }] }
            """#)
        sketch.parameters = #"{ "name": { "type": "text" } }"#
        #expect(try sketch.root(["name": "A"]).children.map(\.text) == ["first A", "2. b"])
    }
}
