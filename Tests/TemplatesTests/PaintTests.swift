import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPlacements
import BlueHeartRequests
import BlueHeartScenes
import BlueHeartTemplates
import Testing

@Suite struct PaintTests {
    private func fill(_ paint: String) throws -> BoxPaint? {
        try Sketch(#"{ "type": "frame", "fill": \#(paint) }"#).root().appearance.fill
    }

    private func gradient(_ paint: String) throws -> BoxGradient {
        guard case .gradient(let gradient) = try fill(paint) else { throw Unexpected() }
        return gradient
    }

    private let reed = Color(red: 94 / 255, green: 140 / 255, blue: 49 / 255)

    @Test func namesHexAndAlphasAreColours() throws {
        #expect(try fill(#""reed""#) == .solid(reed))
        #expect(try fill(##""#5E8C31""##) == .solid(reed))
        #expect(try fill(##""#5E8C3180""##) == .solid(reed.fading(by: 128 / 255)))
        #expect(try fill(#""reed/70%""#) == .solid(reed.fading(by: 0.7)))
        // The palette's own alpha is multiplied.
        #expect(
            try fill(#""haze/50%""#)
                == .solid(
                    Color(red: 11 / 255, green: 61 / 255, blue: 58 / 255, alpha: 128 / 255 * 0.5)))
    }

    @Test func stopsWithoutAPlaceStandEvenly() throws {
        let stops = try gradient(
            #"""
            { "type": "linear", "stops": [{ "color": "reed" }, { "color": "deep" },
              { "color": "foam", "at": "80%" }, { "color": "clay" }, { "color": "clay" }] }
            """#
        ).stops
        #expect(stops.map(\.offset) == [0, 0.4, 0.8, 0.9, 1])
    }

    @Test func gradientsHaveCSSsDefaults() throws {
        let stops = #""stops": [{ "color": "reed" }, { "color": "deep" }]"#
        let linear = try gradient(#"{ "type": "linear", \#(stops) }"#)
        #expect(linear.geometry == .linear(Angle(degrees: 180)))
        #expect(linear.interpolation == .oklab)
        #expect(linear.spread == .pad)
        #expect(linear.dithering == .none)
        let middle = BoxPoint(x: .fraction(0.5), y: .fraction(0.5))
        #expect(
            try gradient(#"{ "type": "radial", \#(stops) }"#).geometry
                == .radial(center: middle, radius: .fraction(1)))
        #expect(
            try gradient(#"{ "type": "conic", \#(stops) }"#).geometry
                == .conic(center: middle, start: .zero))
        #expect(
            try gradient(
                #"{ "type": "linear", "from": { "x": 0, "y": 4 }, "to": { "x": "100%", "y": 0 }, \#(stops) }"#
            ).geometry
                == .line(
                    from: BoxPoint(x: .px(0), y: .px(4)), to: BoxPoint(x: .fraction(1), y: .px(0))))
    }

    @Test func effectsComeInTheirOrder() throws {
        let root = try Sketch(
            #"""
            { "type": "frame", "blur": 2, "shadow": [{ "color": "deep", "y": 3, "blur": 4 }],
              "innerShadow": { "color": "deep", "x": 1, "spread": -1 } }
            """#
        ).root()
        let deep = Color(red: 11 / 255, green: 61 / 255, blue: 58 / 255)
        #expect(
            root.appearance.effects == [
                .innerShadow(Shadow(color: deep, offset: Point(x: 1, y: 0), sigma: 0, spread: -1)),
                .blur(sigma: 2),
                .dropShadow(Shadow(color: deep, offset: Point(x: 0, y: 3), sigma: 4)),
            ])
    }

    @Test func aTextWithAGradientKnowsItsBox() throws {
        let text = #"""
            { "type": "text", "fontSize": 20, "text": "a",
              "color": { "type": "linear", "stops": [{ "color": "reed" }, { "color": "deep" }] } }
            """#
        guard case .text(let paragraph, let block) = try Sketch(text).root().content else {
            throw Unexpected()
        }
        #expect(paragraph.spans[0].style.paint == .solid(reed))
        guard case .gradient = block.paint else { throw Unexpected() }
    }

    @Test func aPatternWithAParameterIsDrawnAnew() throws {
        var sketch = Sketch(
            #"""
            { "type": "frame", "fill": { "type": "pattern", "cell": { "width": 20, "height": 10 },
              "node": { "type": "text", "fontSize": 8, "text": "{word}", "color": "{tone}" } } }
            """#)
        sketch.parameters = #"""
            { "word": { "type": "text" }, "tone": { "type": "color", "default": "deep" } }
            """#
        guard
            case .pattern(let pattern)? =
                try sketch.root(["word": "eau", "tone": "reed"]).appearance.fill
        else { throw Unexpected() }
        #expect(pattern.node.value.text == "eau")
        guard case .text(let paragraph, _) = pattern.node.value.content else { throw Unexpected() }
        #expect(paragraph.spans[0].style.paint == .solid(reed))
        #expect(pattern.cell == Size(width: 20, height: 10))
    }
}

@Suite struct PathTests {
    private func path(_ data: String) throws -> Path {
        let scene =
            #"{ "type": "shape", "shape": "path", "d": "\#(data)", "viewBox": [0, 0, 9, 9] }"#
        guard case .shape(let block) = try Sketch(scene).root().content,
            case .path(let path, _) = block.outline
        else { throw Unexpected() }
        return path
    }

    @Test func relativeIsAbsoluteFromWhereItStands() throws {
        #expect(try path("m1 2 3 4h5v-6l-1-1z m1,1 l2 0") == path("M1 2L4 6H9V0L8-1ZM2 3L4 3"))
        #expect(try path("M1 1c1 2 3 4 5 6q1 1 2 0") == path("M1 1C2 3 4 5 6 7Q7 8 8 7"))
    }

    @Test func smoothCurvesMirrorTheLastControl() throws {
        #expect(try path("M0 0C1 2 3 4 5 4S8 2 9 0") == path("M0 0C1 2 3 4 5 4C7 4 8 2 9 0"))
        #expect(try path("M0 0Q1 2 2 0T4 0") == path("M0 0Q1 2 2 0Q3 -2 4 0"))
        // After another command there is nothing to mirror.
        #expect(try path("M0 0L2 2S8 2 9 0") == path("M0 0L2 2C2 2 8 2 9 0"))
    }

    @Test func numbersStandTogetherWhereTheyCan() throws {
        #expect(try path("M.5.5-1-.5 1e1,2E-1") == path("M0.5 0.5L-1 -0.5L10 0.2"))
    }

    /// A quarter of a circle, whose handle is 0.5523 of the radius.
    @Test func anArcBecomesCubics() throws {
        let arc = try path("M10 0A10 10 0 0 1 20 10")
        #expect(arc.verbs == [.move, .cubic])
        #expect(arc.points[3] == Point(x: 20, y: 10))
        #expect(abs(arc.points[1].x - 15.5228) < 1e-3 && abs(arc.points[1].y) < 1e-9)
        #expect(abs(arc.points[2].x - 20) < 1e-9 && abs(arc.points[2].y - 4.4772) < 1e-3)
    }

    @Test func arcsGoTheWayTheirFlagsSay() throws {
        // Flags may stand together; the large one takes three quarters.
        let large = try path("M10 0A10 10 0 1020 10")
        #expect(large.verbs.filter { $0 == .cubic }.count == 3)
        #expect(large.controlBounds.minX < 1)
        // Radii that are too short for the way grow until they reach.
        let grown = try path("M0 0A1 1 0 0 1 8 0")
        #expect(abs(grown.controlBounds.minY + 4) < 1e-6)
        #expect(try path("M0 0A0 5 0 0 1 8 0") == path("M0 0L8 0"))
    }

    @Test(arguments: [
        "", "L1 1", "M1", "M0 0X", "M0 0 1", "M0 0A1 1 0 2 1 3 3", "M0 0L1e9 0", "M0 0L",
    ])
    func whatIsNoPathIsAFault(data: String) {
        let scene =
            #"{ "type": "shape", "shape": "path", "d": "\#(data)", "viewBox": [0, 0, 9, 9] }"#
        #expect(Sketch(scene).codes() == ["bad-path"])
    }
}
