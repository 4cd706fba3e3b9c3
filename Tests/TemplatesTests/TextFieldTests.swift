import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartScenes
import BlueHeartTemplates
import Testing

/// The fields that change how words look.
@Suite struct TextFieldTests {
    private func style(_ fields: String, styles: String = "{}") throws -> TextStyle {
        var sketch = Sketch(#"{ "type": "text", "fontSize": 20, "text": "a", \#(fields) }"#)
        sketch.styles = styles
        guard case .text(let paragraph, _) = try sketch.root().content else {
            throw NoText()
        }
        return paragraph.spans[0].style
    }

    private struct NoText: Error {}

    private let red = Color(red: 1, green: 0, blue: 0)

    @Test func aHighlightIsAColourOrAnObject() throws {
        #expect(
            try style(##""highlight": "#FF0000""##).highlight
                == TextHighlight(
                    color: red, horizontalPadding: 0.12, verticalPadding: 0, cornerRadius: 0))
        let fields = ##"""
            "highlight": { "color": "#FF0000", "corner": 0.2,
              "padding": { "horizontal": 0.3, "vertical": 0.1 } }
            """##
        #expect(
            try style(fields).highlight
                == TextHighlight(
                    color: red, horizontalPadding: 0.3, verticalPadding: 0.1, cornerRadius: 0.2))
    }

    @Test func linesAreTrueOrAnObject() throws {
        let plain = try style(#""underline": true, "strike": true"#)
        #expect(plain.underline == TextRule(crossing: .leavesInkOut))
        #expect(plain.strike == TextRule(crossing: .goesThrough))
        let fields = ##"""
            "underline": { "color": "#FF0000", "thickness": 0.1, "offset": 0.2, "skipInk": false }
            """##
        #expect(
            try style(fields).underline
                == TextRule(color: red, thickness: 0.1, offset: 0.2, crossing: .goesThrough))
    }

    @Test func falseTakesAwayWhatAStyleGives() throws {
        let loud = ##"{ "loud": { "highlight": "#FF0000", "underline": true } }"##
        #expect(try style(#""style": "loud""#, styles: loud).isDecorated)
        let quiet = #""style": "loud", "highlight": false, "underline": false"#
        #expect(try style(quiet, styles: loud).isDecorated == false)
    }

    @Test(arguments: [
        #""highlight": true"#, #""highlight": {}"#, #""underline": "yes""#,
        #""underline": { "thickness": 3 }"#, #""strike": { "skipInk": true }"#,
        ##""highlight": { "color": "#FF0000", "padding": { "top": 1 } }"##, #""fitGroup": "a b""#,
    ])
    func whatTheyCannotBeIsRefused(fields: String) {
        let sketch = Sketch(#"{ "type": "text", "fontSize": 20, "text": "a", \#(fields) }"#)
        #expect(sketch.codes().count == 1)
    }

    @Test func aFitGroupIsKept() throws {
        let sketch = Sketch(
            #"{ "type": "text", "fontSize": 20, "text": "a", "fitGroup": "names" }"#)
        guard case .text(_, let block) = try sketch.root().content else { return }
        #expect(block.fitGroup == "names")
    }

    private func path(_ json: String) throws -> TextPath? {
        let sketch = Sketch(
            #"{ "type": "text", "fontSize": 20, "text": "a", "textPath": \#(json) }"#)
        guard case .text(_, let block) = try sketch.root().content else { return nil }
        return block.path
    }

    @Test func aPathIsAnEllipseOrDrawn() throws {
        #expect(
            try path(#"{ "shape": "ellipse" }"#)
                == TextPath(.ellipse(at: .zero, inset: 0, turn: .clockwise)))
        let full = #"""
            { "shape": "ellipse", "at": 180, "inset": 40, "turn": "counterclockwise",
              "level": "middle", "room": "40%" }
            """#
        #expect(
            try path(full)
                == TextPath(
                    .ellipse(at: Angle(degrees: 180), inset: 40, turn: .counterclockwise),
                    level: .middle, share: 0.4))
        let drawn = try path(
            #"{ "shape": "path", "d": "M0 0H10", "viewBox": [0, 0, 10, 5], "at": 0.5 }"#)
        guard case .path(let data, let viewBox, let place)? = drawn?.curve else {
            Issue.record("no path")
            return
        }
        #expect(data.contours.count == 1)
        #expect(viewBox == Rect(x: 0, y: 0, width: 10, height: 5))
        #expect(place == 0.5)
    }

    @Test(arguments: [
        ("{}", "missing-field"), (#"{ "shape": "circle" }"#, "unknown-choice"),
        (#"{ "shape": "ellipse", "d": "M0 0H1" }"#, "unknown-field"),
        (#"{ "shape": "path", "d": "M0 0H1" }"#, "missing-field"),
        (#"{ "shape": "ellipse", "room": 0 }"#, "out-of-range"),
        (#"{ "shape": "ellipse", "at": "50%" }"#, "wrong-type"), ("true", "wrong-type"),
    ])
    func whatIsNoPathIsRefused(json: String, code: String) {
        let sketch = Sketch(
            #"{ "type": "text", "fontSize": 20, "text": "a", "textPath": \#(json) }"#)
        #expect(sketch.codes() == [code])
    }

    @Test(arguments: [
        (#""underline": true"#, "conflicting-fields"),
        (##""spanStyles": { "bold": { "highlight": "#FF0000" } }"##, "conflicting-fields"),
        (
            ##""color": { "type": "linear", "stops": [{ "color": "#FF0000" }, { "color": "#00FF00" }] }"##,
            "paint-not-allowed"
        ),
    ])
    func wordsOnAPathHaveNothingBesideThem(fields: String, code: String) {
        let sketch = Sketch(
            #"""
            { "type": "text", "fontSize": 20, "text": "**a**", "textPath": { "shape": "ellipse" },
              \#(fields) }
            """#)
        #expect(sketch.codes() == [code])
    }

    /// The text stands inside, and fields of the box and its look belong to the whole.
    @Test func aTextMayHavePadding() throws {
        let root = try Sketch(
            #"{ "type": "text", "text": "a", "fontSize": 20, "verticalAlign": "bottom", "fill": "deep", "width": 300, "padding": { "horizontal": 8, "top": 4 } }"#
        ).root()
        #expect(root.frame?.padding == Insets(top: 4, right: 8, bottom: 0, left: 8))
        #expect(root.frame?.justify == .end)
        #expect(root.box.width == .px(300))
        #expect(root.children.map(\.text) == ["a"])
        #expect(root.children[0].appearance.fill == nil)
    }

    /// An end of a range that a node leaves out comes from its style.
    @Test func aRangeMayHaveOneEndOfItsOwn() throws {
        var sketch = Sketch(
            #"{ "type": "text", "id": "t", "style": "line", "text": "a", "fontSize": { "max": 60 } }"#
        )
        sketch.styles = #"{ "line": { "fontSize": { "min": 10, "max": 20 } } }"#
        guard case .text(let own, _) = try sketch.root().content else { throw Unexpected() }
        #expect(own.fontSize == 10...60)
        sketch.scene = #"{ "type": "text", "id": "t", "style": "line", "text": "a" }"#
        sketch.variants = #"[{ "set": { "t": { "fontSize": { "max": 15 } } } }]"#
        guard case .text(let varied, _) = try sketch.root().content else { throw Unexpected() }
        #expect(varied.fontSize == 10...15)
    }

    @Test func aPictureMayLieBesideTheTemplate() throws {
        let sketch = Sketch(#"{ "type": "image", "source": "./photo.jpg" }"#)
        #expect(try sketch.template().sources.map(\.isBesideTemplate) == [true])
        guard case .image(let image) = try sketch.root().content else { throw Unexpected() }
        #expect(image.image.name == "./photo.jpg")
        for path in ["./../photo.jpg", "../photo.jpg", "./a/../b.jpg", "././a.jpg"] {
            let wrong = Sketch(#"{ "type": "image", "source": "\#(path)" }"#)
            #expect(wrong.codes() == ["path-leaves-kit"], "\(path)")
        }
    }
}
