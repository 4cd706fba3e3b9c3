import BlueHeartGeometry
import BlueHeartScenes
import Testing

@testable import BlueHeartLayout

/// Cases whose boxes were computed by CSS's rules; the frame is 600 x 400 unless it says otherwise.
@Suite struct FlexTests {
    @Test func aRowPutsItemsSideBySideAndStretchesThem() throws {
        let card = try laidOut(
            row(
                gap: 10, padding: Insets(all: 20), shape("a", Box(width: .px(100))),
                shape("b", Box(width: .px(50), height: .px(30)))))
        #expect(card.boxes("a", "b") == ["20 20 100 360", "130 20 50 30"])
    }

    @Test func growthIsSharedByFactors() throws {
        let card = try laidOut(
            row(
                shape("a", Box(width: .px(100), grow: 1)),
                shape("b", Box(width: .px(100), grow: 3))))
        #expect(card.boxes("a", "b") == ["0 0 200 400", "200 0 400 400"])
    }

    /// The limits of a column's children are no part of their bases.
    @Test func heightsGrowFromTheirContentNotFromTheirLimits() throws {
        let least = try laidOut(
            column(
                shape("a", Box(minHeight: .px(300), grow: 1)), shape("b", Box(grow: 1))))
        #expect(least.boxes("a", "b") == ["0 0 600 300", "0 300 600 100"])
        let most = try laidOut(
            column(shape("a", Box(maxHeight: .px(50), grow: 1)), shape("b", Box(grow: 1))))
        #expect(most.boxes("a", "b") == ["0 0 600 50", "0 50 600 350"])
    }

    @Test func factorsBelowOneLeaveSpaceOver() throws {
        let card = try laidOut(row(shape("a", Box(width: .px(100), grow: 0.5))))
        #expect(card.boxes("a") == ["0 0 350 400"])
    }

    @Test func growthBeyondAMaximumGoesToTheOthers() throws {
        let card = try laidOut(
            row(
                shape("a", Box(maxWidth: .px(100), grow: 1)), shape("b", Box(grow: 1)),
                shape("c", Box(minWidth: .px(300), grow: 1))))
        #expect(card.boxes("a", "b", "c") == ["0 0 100 400", "100 0 200 400", "300 0 300 400"])
    }

    @Test func shrinkingIsWeightedByBaseLengths() throws {
        let card = try laidOut(
            row(
                column(id: "a", box: Box(width: .px(600))),
                column(id: "b", box: Box(width: .px(300))),
                column(id: "c", box: Box(width: .px(100), shrink: 0))))
        // 400 px are missing; a and b give them 2 to 1.
        #expect(
            card.boxes("a", "b", "c") == ["0 0 333.33 400", "333.33 0 166.67 400", "500 0 100 400"])
    }

    @Test func shrinkingStopsAtMinimums() throws {
        let card = try laidOut(
            row(
                column(id: "a", box: Box(width: .px(600), minWidth: .px(500))),
                column(id: "b", box: Box(width: .px(600)))))
        #expect(card.boxes("a", "b") == ["0 0 500 400", "500 0 100 400"])
    }

    @Test func anItemShrinksNoFurtherThanItsLongestWord() throws {
        let card = try laidOut(
            row(
                column(id: "a", words("t", "abcdefghij kl", size: 100...100)),
                column(id: "b", box: Box(width: .px(300)))))
        #expect(card.boxes("a", "b") == ["0 0 500 400", "500 0 100 400"])
    }

    @Test func aClippingFrameShrinksToNothing() throws {
        let card = try laidOut(
            row(
                row(
                    id: "a", look: Appearance(clipping: .box),
                    shape(nil, Box(width: .px(500), shrink: 0))),
                shape("b", Box(width: .px(400)))))
        #expect(card.boxes("a", "b") == ["0 0 200 400", "200 0 400 400"])
    }

    @Test func wrappedItemsStandInLines() throws {
        let card = try laidOut(
            column(
                row(
                    id: "r", gap: 10, lineGap: 20, wrap: .wrap,
                    shape("a", Box(width: .px(300), height: .px(50))),
                    shape("b", Box(width: .px(290), height: .px(30))),
                    shape("c", Box(width: .px(300), height: .px(40))))))
        #expect(
            card.boxes("r", "a", "b", "c")
                == ["0 0 600 110", "0 0 300 50", "310 0 290 30", "0 70 300 40"])
    }

    @Test func linesOfAHigherFrameShareTheRest() throws {
        let card = try laidOut(
            row(
                wrap: .wrap, shape("a", Box(width: .px(400), height: .px(100))),
                shape("b", Box(width: .px(400)))))
        // 300 px are left over; each line gets half of them.
        #expect(card.boxes("a", "b") == ["0 0 400 100", "0 250 400 150"])
    }

    @Test(arguments: [
        (Frame.Justification.start, [0.0, 100, 200]), (.center, [150, 250, 350]),
        (.end, [300, 400, 500]), (.spaceBetween, [0, 250, 500]),
        (.spaceAround, [50, 250, 450]), (.spaceEvenly, [75, 250, 425]),
    ])
    func justifySharesTheRest(justify: Frame.Justification, expected: [Double]) throws {
        let item = shape(nil, Box(width: .px(100)))
        let card = try laidOut(row(justify: justify, item, item, item))
        #expect(card.nodes.dropFirst().map(\.box.minX) == expected)
    }

    @Test(arguments: [
        (Frame.Alignment.start, "0 0 100 50"), (.center, "0 175 100 50"), (.end, "0 350 100 50"),
        (.stretch, "0 0 100 50"), (.baseline, "0 0 100 50"),
    ])
    func alignPlacesAcross(align: Frame.Alignment, expected: String) throws {
        let card = try laidOut(
            row(align: align, shape("a", Box(width: .px(100), height: .px(50)))))
        #expect(card.boxes("a") == [expected])
    }

    @Test func aColumnStretchesItsItemsOverTheWidth() throws {
        let card = try laidOut(
            column(
                gap: 10, align: .stretch, shape("a", Box(height: .px(100))),
                shape("b", Box(width: .px(100), height: .px(100), align: .end)),
                shape("c", Box(maxWidth: .px(200), grow: 1))))
        #expect(card.boxes("a", "b", "c") == ["0 0 600 100", "500 110 100 100", "0 220 200 180"])
    }

    @Test func marginsKeepOthersAway() throws {
        let card = try laidOut(
            row(
                shape(
                    "a", Box(width: .px(100), margin: Insets(top: 1, right: 2, bottom: 3, left: 4))),
                shape("b", Box(width: .px(100)))))
        #expect(card.boxes("a", "b") == ["4 1 100 396", "106 0 100 400"])
    }

    @Test func baselinesOfTextsMeet() throws {
        let card = try laidOut(
            row(
                align: .baseline, words("a", "aa", size: 20...20), words("b", "bb", size: 60...60),
                shape("c", Box(width: .px(10), height: .px(10)))))
        // Baselines are 16 and 48 px below the tops; a form stands on the line.
        #expect(card.boxes("a", "b", "c") == ["0 32 20 20", "20 0 60 60", "80 38 10 10"])
    }

    @Test func aNestedFrameHasTheBaselineOfItsFirstText() throws {
        let card = try laidOut(
            row(
                align: .baseline, words("a", "aa", size: 60...60),
                column(id: "f", padding: Insets(all: 5), words("b", "bb", size: 20...20))))
        #expect(card.boxes("f", "b") == ["60 27 30 30", "65 32 20 20"])
    }

    @Test func percentagesReferToTheInnerBox() throws {
        let card = try laidOut(
            row(
                padding: Insets(all: 50),
                shape("a", Box(width: .fraction(0.5), height: .fraction(0.5)))))
        #expect(card.boxes("a") == ["50 50 250 150"])
    }

    @Test func aPercentageOfAHeightByContentCountsForNothing() throws {
        let card = try laidOut(
            row(
                align: .start,
                row(
                    id: "r", align: .start, shape("a", Box(width: .px(10), height: .px(80))),
                    column(
                        id: "b", box: Box(height: .fraction(0.5)),
                        shape(nil, Box(width: .px(10), height: .px(60)))))))
        #expect(card.boxes("r", "b") == ["0 0 20 80", "10 0 10 60"])
    }

    @Test func aStretchedOrGrownHeightCountsForPercentages() throws {
        let card = try laidOut(
            column(
                row(
                    id: "r", box: Box(grow: 1),
                    column(id: "c", shape("a", Box(height: .fraction(0.5)))))))
        #expect(card.boxes("r", "c", "a") == ["0 0 600 400", "0 0 0 400", "0 0 0 200"])
    }

    @Test func proportionsFollowTheSideThatIsKnown() throws {
        let card = try laidOut(
            column(
                align: .start, shape("a", Box(width: .px(100), aspectRatio: 2)),
                shape("b", Box(height: .px(100), aspectRatio: 2)),
                shape("c", Box(aspectRatio: 6, align: .stretch)),
                row(
                    box: Box(height: .px(50)),
                    shape("d", Box(aspectRatio: 3)))))
        #expect(
            card.boxes("a", "b", "c", "d")
                == ["0 0 100 50", "0 50 200 100", "0 150 600 100", "0 250 150 50"])
    }

    @Test func aFrameTakesTheSizeOfItsContent() throws {
        let card = try laidOut(
            column(
                align: .start,
                row(
                    id: "r", gap: 5, padding: Insets(all: 10),
                    shape(nil, Box(width: .px(30), height: .px(20))),
                    words("t", "hello"))))
        #expect(card.boxes("r", "t") == ["0 0 105 40", "45 10 50 20"])
    }

    @Test func textWrapsWhereTheRowIsNarrow() throws {
        let card = try laidOut(
            row(
                align: .start, shape("a", Box(width: .px(60), height: .px(60))),
                words("t", "aaaaa bbbbb ccccc")), width: 200)
        // 140 px are 14 characters: two lines.
        #expect(card.boxes("a", "t") == ["0 0 60 60", "60 0 140 40"])
    }
}
