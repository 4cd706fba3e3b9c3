import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartTypesetting
import Testing

struct DecorationTests {
    private func decorated(
        _ text: String, _ tag: String = "en", width: Double = .infinity,
        _ change: (inout TextStyle) -> Void
    ) throws -> TypesetText {
        try typeset(
            try paragraph(text, tag) {
                $0.spans[0].style.fontFamilies = ["Lato"]
                change(&$0.spans[0].style)
            }, width: width)
    }

    private let marker = TextHighlight(
        color: .white, horizontalPadding: 0.1, verticalPadding: 0.05, cornerRadius: 0.25)

    @Test func aHighlightIsABoxOnEachLine() throws {
        let text = try decorated("Wear the blue heart", width: 220) { $0.highlight = marker }
        #expect(text.lines.count == 2)
        for line in text.lines {
            let highlight = try #require(line.decorations.first)
            #expect(line.decorations.count == 1)
            #expect(highlight.kind == .highlight)
            #expect(highlight.cornerRadius == 10)
            let box = try #require(highlight.boxes.first)
            // 0.1 em of 40 px on each side; spaces at the line's end do not count.
            #expect(abs(box.minX - (line.x - 4)) < 1e-9)
            #expect(abs(box.width - (line.width + 8)) < 1e-6)
            #expect(abs(line.baseline - box.minY - (line.ascent + 2)) < 1e-9)
        }
    }

    @Test func aHighlightIsNoHigherThanItsLine() throws {
        var wish = try paragraph("معًا ننهي", "ar")
        wish.spans[0].style.fontFamilies = ["Noto Kufi Arabic"]
        wish.spans[0].style.highlight = TextHighlight(
            color: .white, horizontalPadding: 0, verticalPadding: 0, cornerRadius: 0)
        let line = try #require(try typeset(wish).lines.first)
        let box = try #require(line.decorations.first?.boxes.first)
        #expect(line.ascent + line.descent > line.height)
        #expect(abs(box.minY - line.top) < 1e-9)
        #expect(abs(box.height - line.height) < 1e-9)
    }

    @Test func neighboursOfOneHighlightShareABox() throws {
        var wish = try paragraph("a ")
        var bold = wish.spans[0].style
        bold.fontWeight = 400
        wish.spans.append(TextSpan("b", style: bold))
        wish.spans.append(TextSpan(" c ", style: wish.spans[0].style))
        wish.spans.append(TextSpan("d", style: bold))
        for index in 0...1 { wish.spans[index].style.highlight = marker }
        wish.spans[3].style.highlight = marker
        let line = try #require(try typeset(wish).lines.first)
        #expect(line.decorations.map(\.boxes.count) == [1, 1])
        #expect(line.decorations[0].boxes[0].maxX < line.decorations[1].boxes[0].minX)
    }

    @Test func aHighlightedWordInArabicStandsWhereTheWordStands() throws {
        var wish = try paragraph("معًا ", "ar")
        wish.spans[0].style.highlight = marker
        wish.spans.append(TextSpan("نحمي", style: try paragraph("").spans[0].style))
        let line = try #require(try typeset(wish, width: 600).lines.first)
        let box = try #require(line.decorations.first?.boxes.first)
        // The first word is the one at the right.
        #expect(box.maxX > 599)
        #expect(box.minX > 600 - line.width)
    }

    @Test func anUnderlineLeavesInkOut() throws {
        let rule = TextRule(crossing: .leavesInkOut)
        let plain = try decorated("haha") { $0.underline = rule }
        #expect(plain.lines[0].decorations[0].boxes.count == 1)
        let crossed = try decorated("happy") { $0.underline = rule }
        let boxes = crossed.lines[0].decorations[0].boxes
        #expect(boxes.count >= 3)
        #expect(zip(boxes, boxes.dropFirst()).allSatisfy { $0.maxX < $1.minX })
        let through = try decorated("happy") {
            $0.underline = TextRule(crossing: .goesThrough)
        }
        #expect(through.lines[0].decorations[0].boxes.count == 1)
        #expect(boxes.reduce(0) { $0 + $1.width } < through.lines[0].decorations[0].boxes[0].width)
    }

    @Test func theFontDecidesWhereAnUnderlineGoesUnlessTheStyleDoes() throws {
        let byFont = try decorated("haha") { $0.underline = TextRule(crossing: .leavesInkOut) }
        let line = byFont.lines[0]
        let box = line.decorations[0].boxes[0]
        #expect(box.minY > line.baseline)
        #expect((0.8...8).contains(box.height))
        let own = try decorated("haha") {
            $0.underline = TextRule(
                color: .white, thickness: 0.1, offset: 0.2, crossing: .leavesInkOut)
        }
        let chosen = own.lines[0].decorations[0]
        #expect(abs(chosen.boxes[0].minY - own.lines[0].baseline - 8) < 1e-9)
        #expect(abs(chosen.boxes[0].height - 4) < 1e-9)
        #expect(chosen.paint == .solid(.white))
    }

    @Test func ideographsAreUnderlinedInOnePiece() throws {
        let text = try typeset(
            try paragraph("蓝心运动", "zh-Hans") {
                $0.spans[0].style.underline = TextRule(crossing: .leavesInkOut)
            })
        let line = text.lines[0]
        #expect(line.decorations[0].boxes.count == 1)
        #expect(line.decorations[0].boxes[0].minY - line.baseline > 5)
    }

    @Test func aStrikeGoesThroughTheMiddleOfSmallLetters() throws {
        let text = try decorated("xxxx") { $0.strike = TextRule(crossing: .goesThrough) }
        let line = text.lines[0]
        let middle = line.decorations[0].boxes[0].center.y
        #expect(line.decorations[0].kind == .strike)
        #expect(middle < line.baseline - 0.3 * text.xHeight)
        #expect(middle > line.baseline - 0.8 * text.xHeight)
    }
}

/// A line whose letters are placed one by one.
struct CharacterTests {
    private func characters(_ text: String, _ tag: String = "en") throws -> TypesetLine {
        let wish = try paragraph(text, tag) { $0.flow = .characters }
        return try #require(try typeset(wish).lines.first)
    }

    @Test func lettersKeepTheirMarksAndTheirPlaces() throws {
        let line = try characters("a\u{301} b\u{30C}\u{331}")
        #expect(line.characters.count == 2)
        #expect(line.characters.allSatisfy { $0.outline == nil })
        #expect(line.characters[0].minX == line.x)
        #expect(abs(line.characters[1].maxX - line.x - line.width) < 1e-6)
        let covered = line.characters.map { line.runs[$0.run].glyphs[$0.glyphs].count }
        #expect(covered.reduce(0, +) == line.runs.map(\.glyphs.count).reduce(0, +))
    }

    @Test func lettersThatHangTogetherHaveOutlines() throws {
        let line = try characters("معًا UNODC", "ar")
        let runs = line.characters.map { (line.runs[$0.run].text, $0.outline != nil) }
        #expect(runs.contains { $0.0.contains("UNODC") && !$0.1 })
        let arabic = runs.filter { $0.0.contains("م") }
        #expect(!arabic.isEmpty)
        #expect(arabic.allSatisfy { $0.1 })
    }

    @Test func otherParagraphsTellNoCharacters() throws {
        let text = try typeset(try paragraph("abc"))
        #expect(text.lines[0].characters.isEmpty)
    }
}
