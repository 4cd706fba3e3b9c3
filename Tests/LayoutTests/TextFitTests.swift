import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartScenes
import Testing

@testable import BlueHeartLayout

/// How sizes are found for texts that may have several; see `Ruler` for the font.
@Suite struct TextFitTests {
    private func size(of id: String, in card: LaidOutCard) -> Double? {
        card.texts.first { $0.id == id }?.fontSize
    }

    private func fault(_ root: Node, width: Int = 600, height: Int = 400) -> Diagnostic? {
        do {
            _ = try laidOut(root, width: width, height: height)
            return nil
        } catch {
            return error.diagnostics.first
        }
    }

    @Test func textIsAsLargeAsItsWidthAndLinesAllow() throws {
        let card = try laidOut(
            column(words("t", "aaaaa bbbbb", size: 20...200, lines: 1)), width: 550)
        // 11 characters of half an em are 550 px at 100 px.
        #expect(size(of: "t", in: card) == 100)
        #expect(card.boxes("t") == ["0 0 550 100"])
    }

    @Test func textOfFixedSizeKeepsIt() throws {
        let card = try laidOut(column(words("t", "aaa", size: 30...30)))
        #expect(card.boxes("t") == ["0 0 600 30"])
    }

    @Test func aBoxHasRoomForItsLeastLines() throws {
        let card = try laidOut(
            column(
                words("a", "aaa", size: 30...30, block: TextBlock(minLines: 3)),
                words("b", "aaaaa bbbbb ccccc ddddd", size: 50...50, block: TextBlock(minLines: 1))),
            width: 550)
        // Three lines of 30 px; two lines of 50 px, as many as there are.
        #expect(card.boxes("a", "b") == ["0 0 550 90", "0 90 550 100"])
    }

    @Test func leastLinesGiveWayWhereThereIsNoRoom() throws {
        let card = try laidOut(
            column(
                words("a", "aaa", size: 30...30, block: TextBlock(minLines: 9)),
                shape("s", Box(height: .px(350)))))
        #expect(card.boxes("a", "s") == ["0 0 600 50", "0 50 600 350"])
    }

    @Test func textShrinksWhereItsColumnOverflows() throws {
        let card = try laidOut(
            column(
                words("t", "aaaaaaaaa bbbbbbbbb", size: 20...200),
                shape("s", Box(height: .px(250)))), width: 600, height: 400)
        // Two lines of 133 px would be 266 px high; 150 px are left: two lines of 75 px.
        #expect(size(of: "t", in: card) == 75)
        #expect(card.boxes("t", "s") == ["0 0 600 150", "0 150 600 250"])
    }

    @Test func missingSpaceIsSharedByLengths() throws {
        let card = try laidOut(
            column(
                words("a", "aaaa", size: 20...200), words("b", "bbbb", size: 20...100),
                shape("s", Box(height: .px(250)))))
        // 300 px are wanted where 150 px are left.
        #expect(card.boxes("a", "b", "s") == ["0 0 600 100", "0 100 600 50", "0 150 600 250"])
        #expect(size(of: "a", in: card) == 100)
        #expect(size(of: "b", in: card) == 50)
    }

    @Test func whatATextLeavesOverGoesToTheNext() throws {
        let card = try laidOut(
            column(
                words("a", "aaaaaaaaaa aaaaaaaaaa", size: 20...100),
                words("b", "b", size: 20...200), shape("s", Box(height: .px(200)))),
            width: 500, height: 360)
        // Each has 80 px at first, but a is larger on one line of 47 px; b takes the rest.
        let (a, b) = (size(of: "a", in: card) ?? 0, size(of: "b", in: card) ?? 0)
        #expect(card.texts[0].lines.count == 1)
        #expect(a + b == 160)
    }

    @Test func whatATextInARowLeavesOverGoesToTheNext() throws {
        let card = try laidOut(
            column(
                row(
                    shape("m", Box(width: .px(50), height: .px(20))),
                    words(
                        "a", "aaaaaaaaaa aaaaaaaaaa", Box(width: .px(500), shrink: 0),
                        size: 20...100)),
                words("b", "b", size: 20...200), shape("s", Box(height: .px(200)))),
            width: 550, height: 360)
        // As above, with a mark beside the text.
        let (a, b) = (size(of: "a", in: card) ?? 0, size(of: "b", in: card) ?? 0)
        #expect(card.texts[0].lines.count == 1)
        #expect(a + b == 160)
    }

    @Test func textGrowsIntoTheSpaceItIsGiven() throws {
        let card = try laidOut(
            column(
                words("t", "aa", Box(grow: 1), size: 20...300), shape("s", Box(height: .px(100)))))
        #expect(card.boxes("t", "s") == ["0 0 600 300", "0 300 600 100"])
        #expect(size(of: "t", in: card) == 300)
    }

    @Test func textInsideNestedFramesShrinksToo() throws {
        let card = try laidOut(
            row(
                column(
                    box: Box(grow: 1), justify: .center,
                    column(
                        padding: Insets(all: 10),
                        words("t", "aaaa", size: 20...300, lines: 1)),
                    shape("s", Box(height: .px(200))))))
        // 400 - 200 - 20 are left.
        #expect(size(of: "t", in: card) == 180)
        #expect(card.boxes("s") == ["0 200 600 200"])
    }

    @Test func textInABoxOfGivenHeightFitsIt() throws {
        let card = try laidOut(
            column(words("t", "aaa bbb", Box(height: .px(60)), size: 10...200)))
        #expect(size(of: "t", in: card) == 60)
    }

    @Test func textInARowGetsSmallerBeforeItOverflows() throws {
        let card = try laidOut(
            row(
                shape("s", Box(width: .px(400), height: .px(50))),
                words("t", "aaaaaaaa", size: 20...100, lines: 1)))
        #expect(size(of: "t", in: card) == 50)
        #expect(card.boxes("t") == ["400 0 200 400"])
    }

    @Test func textThatDoesNotFitIsAnErrorWithItsRoom() {
        let found = fault(
            column(words("t", "aaaa bbbb", Box(height: .px(50)), size: 40...60)), width: 100)
        #expect(found?.code == "text-overflow")
        #expect(
            found?.message
                == "Expected \"aaaa bbbb\" to fit into 100 px x 50 px, "
                + "found that it needs 80 px x 80 px at its smallest size of 40 px.")
        #expect(found?.path.description == "t")
        #expect(found?.location?.line == 1)
        #expect(found?.hint != nil)
    }

    @Test func aColumnWhoseTextsCannotShrinkFurtherNamesTheText() {
        let found = fault(
            column(
                words("t", "aaaa bbbb", size: 40...60), shape("s", Box(height: .px(350)))),
            width: 100)
        #expect(found?.code == "text-overflow")
        #expect(
            found?.message
                == "Expected \"aaaa bbbb\" to fit into 100 px x 50 px, "
                + "found that it needs 100 px x 80 px at its smallest size of 40 px.")
    }

    @Test func textsThatAreTooHighTogetherAreAllNamed() {
        let found = fault(
            column(
                words("a", "aaaa", size: 40...60), words("b", "bbbb cccc", size: 150...150),
                shape("s", Box(height: .px(100)))), width: 300)
        #expect(found?.code == "text-overflow")
        #expect(
            found?.message
                == "Expected 2 texts with their gaps to fit into 400 px of height, "
                + "found that they need 440 px: \"bbbb cccc\" takes 300 px at its only size of "
                + "150 px, \"aaaa\" takes 40 px at its smallest size of 40 px.")
        #expect(found?.path.description == "b")
    }

    @Test func aTextThatIsKeptLargeIsNotCalledSmallest() {
        let kept = fault(
            column(
                row(column(words("t", "aaaa", Box(shrink: 0), size: 40...500, lines: 1))),
                shape("s", Box(height: .px(300)))))
        #expect(
            kept?.message
                == "Expected \"aaaa\" to fit into 600 px x 100 px, "
                + "found that it needs 600 px x 300 px at 300 px.")
        #expect(kept?.hint?.contains("\"shrink\": 0") == true)
    }

    @Test func aWordThatMakesItsRowTooWideIsNamed() {
        let found = fault(
            row(
                shape("s", Box(width: .px(400))),
                column(words("a", "aa aa"), words("b", "aaaaaaaaaaaaaaaaaaaaaa a", size: 20...60))))
        #expect(found?.code == "text-overflow")
        #expect(
            found?.message
                == "Expected \"aaaaaaaaaaaaaaaaaaaaaa a\" to fit into 200 px of width, found that "
                + "its longest word needs 220 px at its smallest size of 20 px.")
        #expect(found?.path.description == "b")
    }

    @Test func aTextIsNotBlamedForWhatItCannotMend() {
        let found = fault(column(words("t", "aa"), shape("s", Box(height: .px(500)))))
        #expect(found?.code == "content-overflow")
        #expect(found?.message == "Expected children of at most 400 px high, found 520 px.")
    }

    @Test func textThatYieldsLastIsMadeSmallerBeforeItOverflows() throws {
        let card = try laidOut(
            column(
                shape("art", Box(height: .px(50))), image("i", "600x200", Box(grow: 1)),
                column(
                    box: Box(shrink: 0), words("t", "aaaaaaaaa bbbbbbbbb", size: 20...200))),
            height: 200)
        // The picture gives all it has; of 266 px for two lines 150 px are left.
        #expect(card.boxes("art", "i", "t") == ["0 0 600 50", "0 50 600 0", "0 50 600 150"])
        #expect(size(of: "t", in: card) == 75)
    }

    @Test func wrappedRowsOfTextShrinkWithTheirColumn() throws {
        let card = try laidOut(
            column(
                row(
                    gap: 0, wrap: .wrap, words("a", "aaaa", Box(width: .px(300)), size: 20...100),
                    words("b", "bbbb", Box(width: .px(400)), size: 20...200)),
                shape("s", Box(height: .px(250)))))
        // Lines of 100 and 200 px, for which 150 px are left: 20 px each they need, and what is
        // missing is taken 80 to 180.
        #expect(card.boxes("s") == ["0 150 600 250"])
        #expect(size(of: "a", in: card) == 53)
        #expect(size(of: "b", in: card) == 96)
    }

    @Test func childrenThatOverflowAreAnError() {
        let rigid = fault(row(id: "r", shape(nil, Box(width: .px(700), shrink: 0))))
        #expect(rigid?.code == "content-overflow")
        #expect(
            rigid?.message == "Expected children of at most 600 px wide, found 700 px.")
        #expect(rigid?.path.description == "r")
    }

    @Test func allFaultsAreToldTogether() {
        do {
            _ = try laidOut(
                column(
                    image("a", "none"), words("b", "aaaa", Box(width: .px(10))),
                    words("c", "aaaa", Box(width: .px(10)))))
            Issue.record("nothing was thrown")
        } catch {
            #expect(error.kind == .asset)
            #expect(error.diagnostics.map(\.path.description) == ["a", "b", "c"])
        }
    }

    @Test func framesThatClipMayBeTooSmall() {
        let tooLarge = shape(nil, Box(width: .px(700), shrink: 0))
        #expect(fault(row(look: Appearance(clipping: .box), tooLarge)) == nil)
    }

    @Test func textThatMayBeCutGetsFewerLines() throws {
        let card = try laidOut(
            column(
                words("t", "aaaa bbbb cccc dddd eeee", size: 20...20, overflow: .ellipsis),
                shape("s", Box(height: .px(355)))), width: 100)
        // 45 px are two lines, which leave 5 px.
        #expect(card.boxes("t", "s") == ["0 0 100 40", "0 40 100 355"])
        #expect(card.texts[0].isTruncated)
        #expect(card.texts[0].lines.map(\.text) == ["aaaa bbbb", "cccc dddd"])
    }

    @Test(arguments: [
        (TextBlock.VerticalAlignment.top, 16.0), (.center, 56), (.bottom, 96),
    ])
    func verticalAlignmentMovesTheLines(
        alignment: TextBlock.VerticalAlignment, baseline: Double
    ) throws {
        let card = try laidOut(
            column(
                words(
                    "t", "aa", Box(height: .px(100)),
                    block: TextBlock(verticalAlignment: alignment))))
        #expect(card.texts[0].lines[0].baseline == baseline)
    }

    @Test func aTrimmedTextReachesFromCapitalsToBaseline() throws {
        let card = try laidOut(
            column(
                words("t", "aa bb", size: 100...100, block: TextBlock(trim: .capHeight))),
            width: 100)
        // From 10 px below the first line's top to the baseline of the second.
        #expect(card.boxes("t") == ["0 0 100 170"])
        #expect(card.texts[0].lines.map(\.baseline) == [70, 170])
    }

    @Test func aTrimmedTextFitsItsBox() throws {
        let card = try laidOut(
            column(
                words(
                    "t", "aa", Box(height: .px(70)), size: 10...300,
                    block: TextBlock(trim: .capHeight))))
        // The capitals of 100 px fill the box.
        #expect((size(of: "t", in: card) ?? 0) >= 99)
        #expect((size(of: "t", in: card) ?? 0) <= 100)
    }
}
