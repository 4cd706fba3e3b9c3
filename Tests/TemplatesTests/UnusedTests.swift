import BlueHeartDiagnostics
import BlueHeartLanguages
import BlueHeartTemplates
import Testing

@Suite struct UnusedTests {
    private let kit: Kit
    private let english = try? Language(tag: "en")

    init() throws { kit = try Fixture.kit() }

    private func words(_ json: String) throws -> WordList {
        try WordList.read(
            Array(json.utf8), file: "words/en.json", language: try #require(english))
    }

    private func unused(
        _ parameters: String, _ scene: String, words json: String = "{}"
    ) throws -> [String] {
        var sketch = Sketch(scene)
        sketch.parameters = parameters
        let list = try words(json)
        return try sketch.template().unusedParameters(words: [list], kit: kit).map(\.message)
    }

    @Test func aParameterThatNothingUsesIsTold() throws {
        let found = try unused(
            #"{ "city": { "type": "text", "default": "Nitra" } }"#,
            #"{ "type": "text", "fontSize": 20, "text": "The city and {kit.title}" }"#)
        #expect(found == [#"nothing uses the parameter "city""#])
    }

    @Test(arguments: [
        (
            #"{ "a": { "type": "text", "default": "x" } }"#,
            #"{ "type": "text", "fontSize": 20, "text": "{a}!" }"#
        ),
        (
            #"{ "a": { "type": "text", "default": "x" } }"#,
            #"{ "type": "text", "fontSize": 20, "words": "w.greeting" }"#
        ),
        (
            #"{ "a": { "type": "number", "default": 4 } }"#,
            #"{ "type": "frame", "width": "{100 - a * 2}%" }"#
        ),
        (
            #"{ "a": { "type": "text", "default": "x" } }"#,
            #"{ "type": "frame", "children": [{ "type": "frame", "when": { "has": "a" } }] }"#
        ),
        (
            #"{ "a": { "type": "choice", "choices": ["x", "y"], "default": "x" } }"#,
            #"""
            { "type": "frame",
              "children": [{ "type": "frame", "when": { "any": [{ "not": { "is": { "a": "x" } } }] } }] }
            """#
        ),
    ])
    func everyUseCounts(parameters: String, scene: String) throws {
        let words = #"{ "w": { "greeting": "{a, select, x {Ana} other {Bea}}" } }"#
        #expect(try unused(parameters, scene, words: words) == [])
    }

    @Test func wordsThatNoTemplateUsesAreTold() throws {
        let list = try words(
            #"""
            { "w": { "used": "One", "left": "Two", "steps": { "1": "A", "2": "B" } },
              "page": { "lead": "Of the page" } }
            """#)
        let template = try Sketch(
            #"""
            { "type": "frame", "children": [
              { "type": "text", "fontSize": 20, "words": "w.used" },
              { "type": "repeat", "each": "w.steps", "item": { "type": "text", "fontSize": 20, "text": "{item}" } }
            ] }
            """#
        ).template()
        let found = list.unusedKeys(of: [template], kit: kit)
        #expect(found.map(\.message) == [#"no template uses the words "w.left""#])
        #expect(found.map(\.location?.line) == [1])
    }

    @Test func aPlacementWithTheNameOfItsNetworkIsHinted() throws {
        var sketch = Sketch(#"{ "type": "frame" }"#)
        sketch.placements = #"["square", "instagram-story"]"#
        let faults = try sketch.template().faults(inPlacements: ["square", "story"])
        #expect(faults.map(\.hint) == [#"did you mean "story"?"#])
    }
}
