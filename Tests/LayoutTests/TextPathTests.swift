import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartScenes
import Testing

@testable import BlueHeartLayout

/// Words along a line that is not straight; see `Ruler` for the font.
@Suite struct TextPathTests {
    private let square = Box(width: .px(400), height: .px(400))

    private func ring(
        _ text: String, _ path: TextPath, align: Paragraph.Alignment = .center,
        size: ClosedRange<Double> = 20...20, direction: TextDirection = .leftToRight
    ) -> Node {
        var node = words("t", text, square, size: size, block: TextBlock(path: path))
        if case .text(var paragraph, let block) = node.content {
            paragraph.alignment = align
            paragraph.language = Language(tag: "en", direction: direction)
            node.content = .text(paragraph, block)
        }
        return node
    }

    private func ellipse(
        at degrees: Double = 0, inset: Double = 0, _ turn: TextPath.Turn = .clockwise
    ) -> TextPath {
        TextPath(.ellipse(at: Angle(degrees: degrees), inset: inset, turn: turn))
    }

    /// The middle of each letter's foot, and which way is up for it.
    private func letters(_ node: Node) throws -> [(foot: Point, up: Point)] {
        try laidOut(node, width: 400, height: 400).texts[0].runs.map { run in
            let origin = run.glyphs[0].position
            let foot = run.transform(Point(x: origin.x + run.fontSize / 4, y: origin.y))
            let head = run.transform(Point(x: origin.x + run.fontSize / 4, y: origin.y - 1))
            return (foot, head - foot)
        }
    }

    private func isNear(_ point: Point, _ x: Double, _ y: Double) -> Bool {
        (point - Point(x: x, y: y)).length < 0.05
    }

    @Test func wordsStandAroundTheTopWithTheirHeadsOut() throws {
        let found = try letters(ring("aaaaa", ellipse()))
        #expect(found.count == 5)
        #expect(isNear(found[2].foot, 200, 0))
        #expect(isNear(found[2].up, 0, -1))
        for (left, right) in [(0, 4), (1, 3)] {
            #expect(abs(found[left].foot.x + found[right].foot.x - 400) < 0.05)
            #expect(found[left].foot.x < found[right].foot.x)
            #expect(found[left].up.x < 0)
        }
        // Every foot is on the circle, its head straight out of it.
        for letter in found {
            let spoke = letter.foot - Point(x: 200, y: 200)
            #expect(abs(spoke.length - 200) < 0.05)
            #expect((spoke * (1 / spoke.length) - letter.up).length < 0.01)
        }
    }

    @Test func atTheBottomWordsRunFromLeftToRightWithTheirHeadsIn() throws {
        let found = try letters(ring("aaa", ellipse(at: 180, inset: 50, .counterclockwise)))
        #expect(isNear(found[1].foot, 200, 350))
        #expect(isNear(found[1].up, 0, -1))
        #expect(found[0].foot.x < found[2].foot.x)
    }

    @Test func wordsBeginAndEndAtTheirPlace() throws {
        let begin = try letters(ring("aa", ellipse(at: 90), align: .start))
        #expect(begin.allSatisfy { $0.foot.y > 200 })
        let end = try letters(ring("aa", ellipse(at: 90), align: .end))
        #expect(end.allSatisfy { $0.foot.y < 200 })
        // What is read from the right begins where its right end is.
        let rightToLeft = try letters(
            ring("aa", ellipse(at: 90), align: .start, direction: .rightToLeft))
        #expect(rightToLeft.map(\.foot) == end.map(\.foot))
    }

    @Test func theMiddleOfCapitalsMayLieOnTheLine() throws {
        var path = ellipse()
        path.level = .middle
        let found = try letters(ring("a", path))
        // Capitals are 0.7 em of 20 px.
        #expect(isNear(found[0].foot, 200, 7))
    }

    @Test func aPathIsFittedIntoTheBox() throws {
        var line = Path()
        line.move(to: Point(x: 0, y: 5))
        line.line(to: Point(x: 10, y: 5))
        let path = TextPath(.path(line, viewBox: Rect(x: 0, y: 0, width: 10, height: 10), at: nil))
        let start = try letters(ring("aa", path, align: .start))
        #expect(isNear(start[0].foot, 5, 200))
        let center = try letters(ring("aa", path, align: .center))
        #expect(isNear(center[0].foot, 195, 200))
        let end = try letters(ring("aa", path, align: .end))
        #expect(isNear(end[1].foot, 395, 200))
        let chosen = TextPath(
            .path(line, viewBox: Rect(x: 0, y: 0, width: 10, height: 10), at: 0.25))
        #expect(isNear(try letters(ring("a", chosen, align: .start))[0].foot, 105, 200))
    }

    @Test func theLargestSizeThatItsLineHasRoomForIsFound() throws {
        var path = ellipse()
        path.share = 0.1
        let card = try laidOut(
            ring("aaaaa", path, size: 10...100), width: 400, height: 400)
        // A tenth of the circle is 125.66 px; five letters are 2.5 em.
        #expect(card.texts[0].fontSize == 50)
    }

    @Test func whatHasNoRoomIsAnErrorThatTellsTheLine() throws {
        let error = try #require(throws: CardError.self) {
            try laidOut(
                ring(String(repeating: "a", count: 100), ellipse(), size: 30...40), width: 400,
                height: 400)
        }
        #expect(error.diagnostics.map(\.code) == ["text-overflow"])
        #expect(error.diagnostics[0].message.contains("into a line of 1256.6 px"))
        #expect(error.diagnostics[0].message.contains("needs 1500 px"))
    }

    @Test func theReportsBoxHoldsAllLetters() throws {
        let card = try laidOut(
            ring("aaaaaaaa", ellipse(inset: 40)), width: 400, height: 400)
        let line = try #require(card.texts[0].lines.first)
        #expect(line.text == "aaaaaaaa")
        #expect(line.box.minY >= 20 && line.box.minY < 26)
        #expect(abs(line.box.center.x - 200) < 0.1)
    }
}
