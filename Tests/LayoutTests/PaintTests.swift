import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartScenes
import Testing

@testable import BlueHeartLayout

/// What commands an appearance becomes.
@Suite struct PaintTests {
    private let red = Color(red: 1, green: 0, blue: 0)
    private let blue = Color(red: 0, green: 0, blue: 1)

    private func commands(_ root: Node, width: Int = 100, height: Int = 100) throws -> [DrawCommand]
    {
        try laidOut(root, width: width, height: height).displayList.commands
    }

    private func fills(_ commands: [DrawCommand]) -> [PathFill] {
        commands.compactMap { if case .fill(let fill) = $0 { fill } else { nil } }
    }

    private func layer(_ command: DrawCommand?) -> Layer? {
        if case .layer(let layer) = command { layer } else { nil }
    }

    @Test func aPlainNodeNeedsNoLayer() throws {
        let found = try commands(column(look: Appearance(fill: .solid(red))))
        #expect(
            found == [
                .fill(
                    PathFill(
                        .rect(Rect(x: 0, y: 0, width: 100, height: 100)), paint: .solid(red)))
            ])
    }

    @Test func fillComesBeforeChildrenAndChildrenInOrder() throws {
        let found = try commands(
            column(
                look: Appearance(fill: .solid(.white)),
                shape(nil, Box(height: .px(50)), look: Appearance(fill: .solid(red))),
                shape(nil, Box(height: .px(50)), look: Appearance(fill: .solid(blue)))))
        #expect(fills(found).map(\.paint) == [.solid(.white), .solid(red), .solid(blue)])
    }

    @Test func opacityOfASingleFillIsFoldedIntoIt() throws {
        let found = try commands(column(look: Appearance(fill: .solid(red), opacity: 0.5)))
        #expect(fills(found).map(\.paint) == [.solid(red.fading(by: 0.5))])
    }

    @Test func opacityOfSeveralCommandsTakesALayer() throws {
        let found = try commands(
            column(
                look: Appearance(fill: .solid(red), opacity: 0.5), shape(nil, Box(grow: 1))))
        #expect(found.count == 1)
        #expect(layer(found.first)?.opacity == 0.5)
        #expect(layer(found.first)?.commands.count == 2)
    }

    @Test func aBlendModeTakesALayer() throws {
        let found = try commands(column(look: Appearance(fill: .solid(red), blend: .multiply)))
        #expect(layer(found.first)?.blend == .multiply)
    }

    @Test func whatIsFullyTransparentIsNotDrawn() throws {
        let found = try commands(
            column(look: Appearance(opacity: 0), shape(nil, Box(grow: 1))))
        #expect(found.isEmpty)
    }

    @Test func theStrokeLiesAboveTheFillAndBelowTheChildren() throws {
        let line = BoxStroke(stroke: Stroke(width: 2), paint: .solid(blue))
        let found = try commands(
            column(look: Appearance(fill: .solid(red), stroke: line), shape(nil, Box(grow: 1))))
        let order = found.map { command in
            switch command {
            case .fill: "fill"
            case .stroke: "stroke"
            default: "other"
            }
        }
        #expect(order == ["fill", "stroke", "fill"])
    }

    @Test func aClippedFrameHasItsStrokeAboveItsChildren() throws {
        let line = BoxStroke(stroke: Stroke(width: 2), paint: .solid(blue))
        let found = try commands(
            column(look: Appearance(stroke: line, clipping: .box), shape(nil, Box(grow: 1))))
        #expect(layer(found.first)?.clip != nil)
        guard case .stroke = found.last else {
            Issue.record("the stroke is not last")
            return
        }
    }

    @Test func aShadowIsThrownByWhatTheClipLeaves() throws {
        let shadow = Shadow(color: .black, offset: Point(x: 0, y: 4), sigma: 3)
        let found = try commands(
            column(
                look: Appearance(
                    fill: .solid(red), clipOutline: .ellipse, effects: [.dropShadow(shadow)])))
        let outer = layer(found.first)
        #expect(outer?.effects == [.dropShadow(shadow)])
        #expect(outer?.clip == nil)
        #expect(layer(outer?.commands.first)?.clip != nil)
    }

    @Test func aMaskIsDrawnInTheNodesBox() throws {
        let mask = shape(nil, look: Appearance(fill: .solid(.white)))
        let found = try commands(
            column(
                padding: Insets(all: 10),
                shape(
                    "s", Box(grow: 1),
                    look: Appearance(fill: .solid(red), mask: Indirect(mask)))))
        let drawn = fills(layer(found.first)?.mask ?? [])
        #expect(drawn.map(\.path.controlBounds) == [Rect(x: 10, y: 10, width: 80, height: 80)])
    }

    @Test func nodesInMasksAreNotReported() throws {
        let mask = shape("mask")
        let card = try laidOut(
            column(look: Appearance(fill: .solid(red), mask: Indirect(mask))))
        #expect(card.nodes.count == 1)
    }

    @Test func edgesBetweenPixelsAreMovedOntoThem() throws {
        let card = try laidOut(
            row(
                shape("a", Box(grow: 1)), shape("b", Box(grow: 1)), shape("c", Box(grow: 1))),
            width: 100, height: 10)
        let bounds = fills(card.displayList.commands).map(\.path.controlBounds)
        #expect(bounds.map(\.minX) == [0, 33, 67])
        #expect(bounds.map(\.maxX) == [33, 67, 100])
        #expect(card.boxes("b") == ["33.33 0 33.33 10"], "reports keep the exact box")
    }

    @Test func aThinRuleKeepsOnePixel() throws {
        let found = try commands(column(shape(nil, Box(height: .px(0.3)))))
        #expect(fills(found).map(\.path.controlBounds.height) == [1])
    }

    @Test func aTurnedNodeIsNotSnapped() throws {
        let turn = Transform.rotation(Angle(degrees: 30))
        let found = try commands(
            column(
                align: .start,
                shape(
                    nil, Box(width: .px(10.4), height: .px(10.4)),
                    look: Appearance(fill: .solid(red), transform: turn))))
        #expect(fills(found).map(\.path.controlBounds.width) == [10.4])
        #expect(fills(found)[0].transform == turn.around(Point(x: 5.2, y: 5.2)))
    }

    @Test func aMovedNodeIsSnappedWhereItCameTo() throws {
        let move = Transform.translation(Point(x: 0.6, y: 7))
        let found = try commands(
            column(
                align: .start,
                shape(
                    nil, Box(width: .px(10), height: .px(10)),
                    look: Appearance(fill: .solid(red), transform: move))))
        #expect(fills(found)[0].path.controlBounds == Rect(x: 1, y: 7, width: 10, height: 10))
        #expect(fills(found)[0].transform == .identity)
    }

    @Test func aTurnedParentTurnsItsChildren() throws {
        let turn = Transform.rotation(Angle(degrees: 90))
        let card = try laidOut(
            column(
                look: Appearance(transform: turn),
                shape("s", Box(width: .px(10), height: .px(20), align: .start))),
            width: 100, height: 100)
        // Around the middle of 100 x 100: the top left corner goes to the top right.
        #expect(card.boxes("s") == ["80 0 20 10"])
    }

    @Test func baselinesAreOnWholePixels() throws {
        let card = try laidOut(
            column(padding: Insets(all: 0.3), words("t", "aa", size: 21...21)))
        // 0.3 + 0.8 x 21 = 17.1
        #expect(card.texts[0].lines[0].baseline == 17)
        guard case .glyphs(let run) = card.displayList.commands[0] else { return }
        #expect(run.transform(run.glyphs[0].position) == Point(x: 0.3, y: 17))
    }

    @Test func theGradientOfATextCoversItsBox() throws {
        let gradient = BoxGradient(
            .linear(Angle(degrees: 90)),
            stops: [.init(offset: 0, color: .black), .init(offset: 1, color: blue)])
        let found = try commands(
            column(
                padding: Insets(all: 10),
                words(
                    nil, "aa", Box(height: .px(60)),
                    block: TextBlock(verticalAlignment: .bottom, paint: .gradient(gradient)))))
        guard case .glyphs(let run) = found[0], case .gradient(let painted) = run.paint,
            case .linear(let from, let to) = painted.geometry
        else {
            Issue.record("no gradient")
            return
        }
        #expect(run.transform(from) == Point(x: 10, y: 40))
        #expect(run.transform(to) == Point(x: 90, y: 40))
    }

    @Test func aSpanOfAnotherColourKeepsItBesideAGradient() throws {
        let gradient = BoxGradient(
            .linear(.zero),
            stops: [.init(offset: 0, color: red), .init(offset: 1, color: blue)])
        let card = try laidOut(
            column(words("t", "aa", block: TextBlock(paint: .gradient(gradient)))))
        guard case .glyphs(let run) = card.displayList.commands[0] else { return }
        #expect(run.paint == .solid(.black))
        #expect(card.texts[0].paints == [.solid(.black)])
    }

    @Test func roundCornersAreFractionsOfTheShorterSide() throws {
        let found = try commands(
            column(look: Appearance(fill: .solid(red), corners: Corners(all: .fraction(0.5)))),
            width: 100, height: 40)
        #expect(
            fills(found)[0].path
                == .roundedRect(
                    Rect(x: 0, y: 0, width: 100, height: 40), radii: CornerRadii(all: 20)))
    }

    @Test func aViewBoxIsFittedIntoTheMiddle() throws {
        let path = Path.rect(Rect(x: 10, y: 10, width: 20, height: 10))
        let outline = ShapeOutline.path(path, viewBox: Rect(x: 10, y: 10, width: 20, height: 10))
        let found = try commands(column(shape(nil, Box(grow: 1), outline)))
        #expect(fills(found)[0].path.controlBounds == Rect(x: 0, y: 25, width: 100, height: 50))
    }

    @Test func anUprightLineLiesOnWholePixels() throws {
        let line = BoxStroke(stroke: Stroke(width: 3), paint: .solid(blue))
        let found = try commands(
            column(
                padding: Insets(all: 10),
                shape(nil, Box(height: .px(0)), .line, look: Appearance(stroke: line))))
        guard case .stroke(let drawn) = found[0] else { return }
        #expect(drawn.path.points == [Point(x: 10, y: 10.5), Point(x: 90, y: 10.5)])
    }

    @Test func aPatternIsLaidOutInItsCell() throws {
        let dot = shape(nil, .init(), .ellipse, look: Appearance(fill: .solid(red)))
        let pattern = BoxPattern(
            node: Indirect(dot), cell: Size(width: 8, height: 4),
            rotation: Angle(degrees: 90))
        let found = try commands(
            column(
                padding: Insets(all: 10),
                shape(nil, Box(grow: 1), look: Appearance(fill: .pattern(pattern)))))
        guard case .pattern(let painted) = fills(found)[0].paint else {
            Issue.record("no pattern")
            return
        }
        #expect(painted.cell == Size(width: 8, height: 4))
        #expect(
            fills(painted.commands)[0].path
                == .ellipse(in: Rect(x: 0, y: 0, width: 8, height: 4)))
        #expect(painted.transform(Point(x: 1, y: 0)) == Point(x: 10, y: 11))
    }

    @Test func effectsTurnAndGrowWithTheirNode() throws {
        let shadow = Shadow(color: .black, offset: Point(x: 0, y: 4), sigma: 3, spread: 1)
        let twice = Transform.scale(x: 2, y: 2).then(.rotation(Angle(degrees: 90)))
        let found = try commands(
            column(
                look: Appearance(
                    fill: .solid(red), effects: [.dropShadow(shadow), .blur(sigma: 0)],
                    transform: twice)))
        #expect(
            layer(found.first)?.effects == [
                .dropShadow(
                    Shadow(color: .black, offset: Point(x: -8, y: 0), sigma: 6, spread: 2))
            ])
    }
}
