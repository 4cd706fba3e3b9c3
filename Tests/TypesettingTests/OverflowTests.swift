import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartTypesetting
import Testing

struct OverflowTests {
    @Test(arguments: sentences)
    func anEllipsisStandsWhereWordsAreCutOff(_ tag: String, _ text: String) throws {
        let wish = try paragraph(text, tag) { ($0.overflow, $0.maxLines) = (.ellipsis, 1) }
        let found = try typeset(wish, width: 320)
        let line = try #require(found.lines.first)
        #expect(found.isTruncated && found.lines.count == 1)
        #expect(line.text.hasSuffix("…") || line.text.hasSuffix("..."))
        #expect(line.width <= 320 + 1e-4)
        let isRightToLeft = line.direction == .rightToLeft
        let sign = isRightToLeft ? line.runs.first : line.runs.last
        #expect(sign?.text == "…" || sign?.text == "...")
        #expect(isRightToLeft ? abs(line.x + line.width - 320) < 1e-4 : line.x == 0)
    }

    @Test func textThatFitsHasNoEllipsis() throws {
        let wish = try paragraph("heart") { ($0.overflow, $0.maxLines) = (.ellipsis, 1) }
        let found = try typeset(wish, width: 320)
        #expect(found.lines.map(\.text) == ["heart"] && !found.isTruncated)
    }

    @Test func theHeightOfTheBoxLimitsTheLines() throws {
        let wish = try paragraph(body) { ($0.overflow, $0.lineHeight) = (.ellipsis, 1) }
        let found = try typeset(wish, width: 500, height: 95)
        #expect(found.lines.count == 2)
        #expect(found.lines[1].text.hasSuffix("…"))
    }

    @Test func clippedTextKeepsItsLines() throws {
        let wish = try paragraph(body) { ($0.overflow, $0.maxLines) = (.clip, 3) }
        let found = try typeset(wish, width: 300)
        #expect(found.lines.count == 3 && found.isTruncated)
        #expect(!found.lines[2].text.hasSuffix("…"))
    }

    @Test func aTextIsMadeSmallerBeforeItIsCut() throws {
        let wish = try paragraph("heart", size: 10...100) { $0.overflow = .ellipsis }
        let found = try typeset(wish, width: 60)
        #expect(!found.isTruncated && found.fontSize < 30)
    }
}
