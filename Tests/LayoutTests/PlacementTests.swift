import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLanguages
import BlueHeartScenes
import Testing

@testable import BlueHeartLayout

/// Overlays and nodes out of the flow; the frame is 600 x 400.
@Suite struct PlacementTests {
    @Test func anOverlayLaysAllChildrenInOneBox() throws {
        let card = try laidOut(
            overlay(
                padding: Insets(all: 50), shape("a"),
                shape("b", Box(width: .px(100), height: .px(80))), words("t", "aa")))
        #expect(card.boxes("a", "b", "t") == ["50 50 500 300", "50 50 100 80", "50 50 500 300"])
    }

    @Test(arguments: [
        (Frame.Alignment.start, Frame.Justification.start, "0 0 100 50"),
        (.center, .center, "250 175 100 50"), (.end, .end, "500 350 100 50"),
        (.stretch, .spaceBetween, "0 175 100 50"),
    ])
    func anOverlayAlignsAndJustifies(
        align: Frame.Alignment, justify: Frame.Justification, expected: String
    ) throws {
        let card = try laidOut(
            overlay(
                align: align, justify: justify,
                shape("a", Box(width: .px(100), height: .px(50)))))
        #expect(card.boxes("a") == [expected])
    }

    @Test func anOverlayIsAsLargeAsItsLargestChild() throws {
        let card = try laidOut(
            row(
                align: .start,
                overlay(
                    id: "o", padding: Insets(all: 5),
                    shape("a", Box(width: .px(100), height: .px(10))),
                    shape("b", Box(width: .px(10), height: .px(50))), shape("c"))))
        #expect(card.boxes("o", "c") == ["0 0 110 60", "5 5 100 50"])
    }

    @Test func textInAJustifiedOverlayIsAsHighAsItsLines() throws {
        let card = try laidOut(overlay(justify: .end, words("t", "aa bb", size: 200...200)))
        #expect(card.boxes("t") == ["0 200 600 200"])
    }

    @Test func aPictureOfOneGivenSideKeepsItsProportionInAnOverlay() throws {
        let card = try laidOut(
            overlay(
                image("a", "200x100", Box(width: .px(300))),
                image("b", "200x100", Box(height: .px(300))), image("c", "200x100")))
        #expect(card.boxes("a", "b", "c") == ["0 0 300 150", "0 0 600 300", "0 0 600 400"])
    }

    @Test func distancesPlaceANodeInItsParentsWholeBox() throws {
        let free = column(
            padding: Insets(all: 40),
            shape(
                "a",
                Box(
                    width: .px(100), height: .px(50),
                    position: .absolute(top: .px(10), right: .px(20), bottom: nil, left: nil))),
            shape(
                "b",
                Box(
                    position: .absolute(
                        top: .px(10), right: .px(20), bottom: .px(30), left: .px(40)))),
            shape(
                "c",
                Box(
                    width: .fraction(0.5), height: .fraction(0.25),
                    position: .absolute(
                        top: .fraction(0.5), right: nil, bottom: nil, left: .fraction(0.1)))))
        let card = try laidOut(free)
        #expect(
            card.boxes("a", "b", "c") == ["480 10 100 50", "40 10 540 360", "60 200 300 100"])
    }

    @Test func aNodeWithoutDistancesStandsWhereTheFlowWouldPutIt() throws {
        let alone = Box(
            width: .px(100), height: .px(50),
            position: .absolute(top: nil, right: nil, bottom: nil, left: nil))
        let card = try laidOut(
            column(
                padding: Insets(all: 20), align: .center, justify: .end, shape("a", alone),
                shape("s", Box(height: .px(5)))))
        #expect(card.boxes("a") == ["250 330 100 50"])
    }

    @Test func aNodeOutOfTheFlowTakesNoRoom() throws {
        let free = Box(
            width: .px(900), height: .px(900),
            position: .absolute(top: .px(-50), right: nil, bottom: nil, left: .px(-50)))
        let card = try laidOut(row(gap: 10, shape("f", free), shape("a", Box(grow: 1))))
        #expect(card.boxes("f", "a") == ["-50 -50 900 900", "0 0 600 400"])
        #expect(card.nodes.map(\.id) == [nil, "f", "a"], "it is painted in its turn")
    }

    @Test func marginsAddToDistances() throws {
        let box = Box(
            margin: Insets(all: 10),
            position: .absolute(top: .px(0), right: .px(0), bottom: .px(0), left: .px(0)))
        let card = try laidOut(row(shape("a", box)))
        #expect(card.boxes("a") == ["10 10 580 380"])
    }

    @Test func theSecondSideFollowsFromAProportion() throws {
        let box = Box(
            aspectRatio: 3,
            position: .absolute(top: .px(10), right: .px(0), bottom: nil, left: .px(0)))
        let card = try laidOut(row(shape("a", box)))
        #expect(card.boxes("a") == ["0 10 600 200"])
    }

    @Test func rowsOfRightToLeftLanguagesRunTheOtherWay() throws {
        let card = try laidOut(
            row(
                gap: 10, padding: Insets(top: 0, right: 20, bottom: 0, left: 5),
                direction: .rightToLeft, shape("a", Box(width: .px(100))),
                shape("b", Box(width: .px(50)))))
        #expect(card.boxes("a", "b") == ["480 0 100 400", "420 0 50 400"])
    }

    @Test func startOfAColumnIsTheRightSideThere() throws {
        let card = try laidOut(
            column(
                align: .start, direction: .rightToLeft,
                shape("a", Box(width: .px(100), height: .px(10)))))
        #expect(card.boxes("a") == ["500 0 100 10"])
    }

    @Test func theRootFillsTheCardWhateverItAsksFor() throws {
        let card = try laidOut(row(id: "r", box: Box(width: .px(10), margin: Insets(all: 5))))
        #expect(card.boxes("r") == ["0 0 600 400"])
    }

    @Test func reportsNameParentsAndKinds() throws {
        let card = try laidOut(
            row(column(words("t", "aa")), shape("h", .init(), .heart(HeartShape()))))
        #expect(card.nodes.map(\.parent) == [nil, 0, 1, 0])
        #expect(card.nodes.map(\.kind) == [.frame, .frame, .text, .heart])
        #expect(card.texts.map(\.node) == [2])
    }
}
