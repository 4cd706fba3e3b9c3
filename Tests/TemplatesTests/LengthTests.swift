import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartPlacements
import BlueHeartScenes
import BlueHeartTemplates
import Testing

@Suite struct LengthTests {
    private func child(_ fields: String, placement: Placement = Fixture.square) throws -> Node {
        var sketch = Sketch(
            #"{ "type": "frame", "children": [{ "type": "frame", "id": "a", \#(fields) }] }"#)
        sketch.placement = placement
        return try #require(try sketch.root().children.first)
    }

    /// The reference is 1080 x 1080; the link card is 1200 x 630 px.
    @Test func pxOfTheReferenceShrinkToTheTighterSide() throws {
        let box = try child(#""width": 108, "height": "m""#, placement: Fixture.og).box
        #expect(box.width == .px(108 * (630 / 1080)))
        #expect(box.height == .px(32 * (630 / 1080)))
    }

    @Test func percentagesStayFractions() throws {
        #expect(try child(#""width": "12.5%""#).box.width == .fraction(0.125))
    }

    @Test func hundredthsOfTheCardAreNotScaled() throws {
        let box = try child(
            #""width": "10vw", "height": "10vh", "minWidth": "10vmin", "maxWidth": "10vmax""#,
            placement: Fixture.og
        ).box
        #expect(box.width == .px(120))
        #expect(box.height == .px(63))
        #expect(box.minWidth == .px(63))
        #expect(box.maxWidth == .px(120))
    }

    @Test func aSideOfItsOwnWinsOverBothSides() throws {
        let frame = try child(
            #""padding": { "horizontal": 8, "end": 20, "vertical": "s", "top": 0 }"#
        )
        .frame
        #expect(frame?.padding == Insets(top: 0, right: 20, bottom: 16, left: 8))
    }

    @Test func moreThanTheSafeInsetIsScaled() throws {
        let frame = try child(
            #""padding": { "top": "safe+m", "bottom": "safe+10", "start": "safe" }"#,
            placement: Fixture.story
        ).frame
        #expect(frame?.padding == Insets(top: 282, right: 0, bottom: 350, left: 60))
    }

    @Test func aLengthThatGetsTooLongOnTheCardIsAFault() throws {
        var sketch = Sketch(#"{ "type": "frame", "blur": "40vw" }"#)
        sketch.placement = Fixture.square
        // 40 hundredths of 1080 px are above 256 px.
        #expect(sketch.codes() == ["out-of-range"])
    }

    @Test func withoutTheFieldNothingIsAsked() throws {
        let box = try child(#""grow": 2"#).box
        #expect(box == Box(grow: 2))
    }
}

@Suite struct MirrorTests {
    private func root(_ scene: String, _ language: String) throws -> Node {
        var sketch = Sketch(scene)
        sketch.language = language
        return try sketch.root()
    }

    private let corner = #"""
        { "type": "frame", "direction": "row", "padding": { "start": 10, "end": 20 },
          "corner": { "topStart": 1, "bottomEnd": 2 }, "children": [
            { "type": "shape", "shape": "ellipse", "margin": { "start": 3 },
              "translate": { "x": 5 }, "rotate": 90, "MIRROR": 0 }] }
        """#

    private func scene(_ mirror: String?) -> String {
        corner.replacing(#", "MIRROR": 0"#, with: mirror.map { #", "mirror": "\#($0)""# } ?? "")
    }

    @Test func startIsLeftOrRight() throws {
        let english = try root(scene(nil), "en")
        let arabic = try root(scene(nil), "ar")
        #expect(english.frame?.padding == Insets(top: 0, right: 20, bottom: 0, left: 10))
        #expect(arabic.frame?.padding == Insets(top: 0, right: 10, bottom: 0, left: 20))
        #expect(arabic.frame?.direction == .rightToLeft)
        #expect(arabic.appearance.corners.topRight == .px(1))
        #expect(arabic.appearance.corners.bottomLeft == .px(2))
        #expect(english.children[0].box.margin.left == 3)
        #expect(arabic.children[0].box.margin.right == 3)
    }

    @Test func aDrawingStaysAsItIsAndMovesTowardsTheEnd() throws {
        let turned = Transform.rotation(Angle(degrees: 90))
        let english = try root(scene(nil), "en").children[0]
        let arabic = try root(scene(nil), "ar").children[0]
        #expect(english.appearance.transform == turned.then(.translation(Point(x: 5, y: 0))))
        #expect(arabic.appearance.transform == turned.then(.translation(Point(x: -5, y: 0))))
    }

    @Test func alwaysFlipsInRightToLeftOnly() throws {
        let plain = try root(scene(nil), "en").children[0].appearance.transform
        #expect(try root(scene("always"), "en").children[0].appearance.transform == plain)
        let flipped = try root(scene("always"), "ar").children[0].appearance.transform
        #expect(flipped.determinant == -1)
    }

    @Test func neverKeepsTheInsideFromLeftToRight() throws {
        let scene = #"""
            { "type": "frame", "children": [
              { "type": "frame", "mirror": "never", "margin": { "start": 4 },
                "padding": { "start": 6 } }] }
            """#
        let child = try root(scene, "ar").children[0]
        #expect(child.box.margin.right == 4)
        #expect(child.frame?.padding.left == 6)
        #expect(child.frame?.direction == .leftToRight)
    }
}
