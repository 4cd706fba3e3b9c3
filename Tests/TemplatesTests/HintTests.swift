import BlueHeartDiagnostics
import BlueHeartTemplates
import Testing

/// Notations of other tools, each told with the words to write here.
@Suite struct HintTests {
    private func faults(_ sketch: Sketch) throws -> [Diagnostic] {
        do {
            _ = try sketch.template()
            return []
        } catch let error as CardError {
            return error.diagnostics
        }
    }

    @Test(arguments: [
        (
            #""shadow": "0 4px 8px rgba(0, 0, 0, 0.3)""#,
            ##"write { "x": 0, "y": 4, "blur": 8, "color": "#000000/30%" }"##
        ),
        (
            #""shadow": ["0 2px #abc"]"#,
            ##"write { "x": 0, "y": 2, "color": "#AABBCC" }"##
        ),
        (#""stroke": "2px solid #000""#, ##"write { "width": 2, "paint": "#000000" }"##),
        (#""stroke": 3"#, #"write { "width": 3, "paint": "ink" }"#),
        (#""opacity": 50"#, "write 0.5: 1 is the whole"),
        (#""fill": null"#, "leave the field out"), (#""width": null"#, "leave the field out"),
        (#""margin": "10px 20px""#, #"write { "vertical": 10, "horizontal": 20 }"#),
        (#""margin": [1, 2, 3, 4]"#, #"write { "top": 1, "end": 2, "bottom": 3, "start": 4 }"#),
        (#""transform": "rotate(45deg)""#, #"write "rotate""#),
        (#""size": 40"#, #"write "width" and "height", or "fontSize" for a text"#),
        (#""when": "og""#, #"write { "placement": "og" }"#),
        (#""when": "theme == dark""#, #"write { "is": { "theme": "dark" } }"#),
        (#""when": { "aspect": ">1.5" }"#, #"write { "min": 1.5 }"#),
        (#""when": { "width": "<= 700" }"#, #"write { "max": 700 }"#),
        (#""when": { "theme": "dark" }"#, #"write "is": { "theme": … }"#),
        (
            ##""fill": { "type": "radial", "center": "center top", "stops": ["#fff", "#000"] }"##,
            #"write { "x": 0.5, "y": 0 }"#
        ),
    ])
    func aShorthandIsWrittenOut(field: String, hint: String) throws {
        var sketch = Sketch(
            #"{ "type": "frame", "children": [{ "type": "frame", \#(field) }] }"#)
        sketch.parameters =
            #"{ "theme": { "type": "choice", "choices": ["light", "dark"], "default": "light" } }"#
        let found = try faults(sketch)
        #expect(found.contains { $0.hint == hint }, "\(found)")
    }

    @Test(arguments: [
        ("circle", "ellipse"), ("rect", "rectangle"), ("star", "path"), ("square", "rectangle"),
    ])
    func aShapeOfAnotherToolHasItsNameHere(shape: String, name: String) throws {
        let found = try faults(
            Sketch(
                #"{ "type": "frame", "children": [{ "type": "shape", "shape": "\#(shape)" }] }"#))
        #expect(found.map(\.hint) == ["write \"\(name)\""])
    }

    @Test func aFieldUnderAnotherNameIsNotMissingToo() throws {
        let found = try faults(
            Sketch(#"{ "type": "frame", "children": [{ "type": "image", "src": "a.jpg" }] }"#))
        #expect(found.map(\.code) == ["unknown-field"])
    }

    @Test(arguments: [
        ("Walk <b>with</b> us.", "write **words** for bold; \\< where it is text"),
        ("Walk<br/>with us.", "write \\n for a new line; \\< where it is text"),
        (
            "<span class='x'>Walk</span>",
            "write [[words]] for words with a style of their own; \\< where it is text"
        ),
    ])
    func aTagOfHTMLIsNoText(text: String, hint: String) throws {
        let found = try faults(
            Sketch(#"{ "type": "frame", "children": [\#(line(text))] }"#))
        #expect(found.first?.code == "bad-markup")
        #expect(found.first?.hint == hint)
    }

    @Test(arguments: ["1 < 2", "I <3 you", #"a \\<b> c"#, "<bold> words"])
    func aLessThanSignIsText(text: String) throws {
        #expect(try faults(Sketch(#"{ "type": "frame", "children": [\#(line(text))] }"#)) == [])
    }

    private func line(_ text: String) -> String {
        #"{ "type": "text", "text": "\#(text)", "fontSize": 20, "fontFamily": "text", "color": "deep" }"#
    }

    @Test(arguments: [
        (#"{ "placement": "sqare" }"#, "did you mean \"square\"?"),
        (#"{ "placement": ["x", "tiktok"] }"#, nil), (#"{ "language": "de" }"#, nil),
    ])
    func aConditionThatNeverHoldsIsAFault(condition: String, hint: String?) throws {
        let found = try faults(
            Sketch(
                #"{ "type": "frame", "children": [{ "type": "frame", "when": \#(condition) }] }"#))
        #expect(found.map(\.code) == ["never-holds"])
        if let hint { #expect(found.first?.hint == hint) }
    }

    @Test(arguments: [#"{ "placement": ["x", "square"] }"#, #"{ "language": ["de", "en"] }"#])
    func aConditionThatHoldsOnceIsNone(condition: String) throws {
        #expect(
            try faults(
                Sketch(
                    #"{ "type": "frame", "children": [{ "type": "frame", "when": \#(condition) }] }"#
                )) == [])
    }
}
