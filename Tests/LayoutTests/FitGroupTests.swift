import BlueHeartDiagnostics
import BlueHeartGeometry
import BlueHeartScenes
import Testing

@testable import BlueHeartLayout

/// Texts of one fit group have one size; see `Ruler` for the font.
@Suite struct FitGroupTests {
    private func grouped(
        _ id: String, _ text: String, _ box: Box = Box(), size: ClosedRange<Double> = 20...200,
        lines: Int? = 1, group: String? = "g"
    ) -> Node {
        words(id, text, box, size: size, lines: lines, block: TextBlock(fitGroup: group))
    }

    private func sizes(_ card: LaidOutCard) -> [Double] { card.texts.map(\.fontSize) }

    @Test func theSmallestSizeWinsAcrossFrames() throws {
        let card = try laidOut(
            column(
                column(grouped("a", "aaaa")), column(grouped("b", "aaaaaaaaaaaa")),
                grouped("c", "aa", group: nil)), height: 1_000)
        // Twelve characters of half an em are 600 px at 100 px.
        #expect(sizes(card) == [100, 100, 200])
        #expect(card.boxes("a", "b") == ["0 0 600 100", "0 100 600 100"])
        #expect(card.warnings.isEmpty)
    }

    @Test func groupsOfOtherNamesStayApart() throws {
        let card = try laidOut(
            column(
                grouped("a", "aaaaaa"), grouped("b", "aaaaaaaaaaaa"),
                grouped("c", "aaaaaa", group: "h"), grouped("d", "aaaaaaaa", group: "h")),
            height: 1_000)
        #expect(sizes(card) == [100, 100, 150, 150])
    }

    @Test func roomThatIsLeftByTheSmallerOnesIsGivenAnew() throws {
        // Alone, a would shrink for the shape; once b decides, nothing needs to shrink.
        let card = try laidOut(
            column(
                grouped("a", "aaaa"), grouped("b", "aaaaaaaaaaaaaaaaaaaaaaaa"),
                shape("s", Box(height: .px(300)))))
        #expect(sizes(card) == [50, 50])
        #expect(card.boxes("s") == ["0 100 600 300"])
    }

    @Test func wordsWrapAsTheirSizeLetsThem() throws {
        let card = try laidOut(
            column(
                grouped("a", "aaaaa bbbbb", lines: 2), grouped("b", "aaaaaaaaaaaa")),
            height: 1_000)
        #expect(sizes(card) == [100, 100])
        #expect(card.texts[0].lines.count == 1)
    }

    @Test func noTextGoesBelowItsOwnSmallest() throws {
        let card = try laidOut(
            column(
                grouped("a", "aaaa", size: 120...200), grouped("b", "aaaaaaaaaaaa")),
            height: 1_000)
        #expect(sizes(card) == [120, 100])
        #expect(card.warnings.map(\.code) == ["fit-group-apart"])
        #expect(
            card.warnings[0].message
                == "Expected the texts of the fit group \"g\" at one size, found 100 px and 120 px."
        )
    }

    @Test func aTextThatDoesNotFitIsToldAsEver() throws {
        let error = try #require(throws: CardError.self) {
            try laidOut(
                column(
                    grouped("a", "aaaa"),
                    grouped("b", String(repeating: "a", count: 100), size: 20...40)),
                height: 1_000)
        }
        #expect(error.diagnostics.map(\.code) == ["text-overflow"])
    }
}
