import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels
import BlueHeartScenes
import Testing

@testable import BlueHeartLayout

@Suite struct ImageTests {
    private func fitting(
        _ fit: ImageBlock.Fit, natural: Size, focus: Point = Point(x: 0.5, y: 0.5)
    ) -> Fitting {
        Fitting(
            ImageBlock(image: ImageReference(name: ""), fit: fit, focus: focus),
            natural: natural, in: Rect(x: 10, y: 10, width: 100, height: 50))
    }

    @Test func coverCutsWhatIsTooLong() {
        let found = fitting(.cover, natural: Size(width: 400, height: 400))
        #expect(found.source == Rect(x: 0, y: 100, width: 400, height: 200))
        #expect(found.destination == Rect(x: 10, y: 10, width: 100, height: 50))
    }

    @Test(arguments: [(0.0, 0.0), (0.25, 0), (0.5, 100), (0.6, 140), (1, 200)])
    func theFocusIsBroughtToTheMiddleAsFarAsThePictureReaches(y: Double, top: Double) {
        let found = fitting(
            .cover, natural: Size(width: 400, height: 400), focus: Point(x: 0.5, y: y))
        #expect(found.source == Rect(x: 0, y: top, width: 400, height: 200))
    }

    @Test func containShowsAll() {
        let found = fitting(.contain, natural: Size(width: 400, height: 400))
        #expect(found.source == Rect(x: 0, y: 0, width: 400, height: 400))
        #expect(found.destination == Rect(x: 35, y: 10, width: 50, height: 50))
    }

    @Test func fillStretches() {
        let found = fitting(.fill, natural: Size(width: 400, height: 400))
        #expect(found.source == Rect(x: 0, y: 0, width: 400, height: 400))
        #expect(found.destination == Rect(x: 10, y: 10, width: 100, height: 50))
    }

    @Test func thePictureIsAskedForInThePixelsItNeeds() throws {
        let card = try laidOut(
            column(image("i", "400x400", Box(grow: 1))), width: 100, height: 50)
        guard case .image(let placed) = card.displayList.commands[0] else {
            Issue.record("no picture")
            return
        }
        // The whole picture is 100 x 100 px where 100 x 50 of it are seen.
        #expect(placed.image.crop.width == 100)
        #expect(placed.image.crop.height == 100)
        #expect(placed.source == Rect(x: 0, y: 25, width: 100, height: 50))
    }

    @Test func aScaledNodeAsksForMore() throws {
        let card = try laidOut(
            column(
                image(
                    "i", "400x200", Box(grow: 1),
                    look: Appearance(transform: .scale(x: 2, y: 2)))), width: 100, height: 50)
        guard case .image(let placed) = card.displayList.commands[0] else {
            Issue.record("no picture")
            return
        }
        #expect(placed.image.crop.width == 200)
        #expect(placed.destination == Rect(x: 0, y: 0, width: 100, height: 50))
    }

    @Test func roundCornersCutAPicture() throws {
        let card = try laidOut(
            column(
                image(
                    "i", "400x200", Box(grow: 1), look: Appearance(corners: Corners(all: .px(9))))),
            width: 100, height: 50)
        guard case .layer(let layer) = card.displayList.commands[0] else {
            Issue.record("no layer")
            return
        }
        #expect(layer.clip != nil)
    }

    @Test func aPictureKeepsItsProportion() throws {
        let card = try laidOut(
            column(
                align: .start, image("a", "200x100", Box(width: .px(50))),
                image("b", "200x100", Box(height: .px(50))), image("c", "200x100"),
                image("d", "2000x1000")), width: 600, height: 600)
        #expect(
            card.boxes("a", "b", "c", "d")
                == ["0 0 50 25", "0 25 100 50", "0 75 200 100", "0 175 600 300"])
    }

    @Test func aPictureTakesWhatIsLeft() throws {
        let card = try laidOut(
            column(
                image("i", "2000x2000", Box(grow: 1)), shape("s", Box(height: .px(300)))))
        #expect(card.boxes("i", "s") == ["0 0 600 100", "0 100 600 300"])
    }

    @Test func aMissingPictureIsAFaultWithItsPlace() {
        do {
            _ = try laidOut(column(image("i", "none")))
            Issue.record("nothing was thrown")
        } catch {
            #expect(error.kind == .asset)
            #expect(error.diagnostics.map(\.code) == ["unknown-image"])
            #expect(error.diagnostics[0].path.description == "i")
        }
    }

    @Test func aPictureWithoutABoxIsWarnedOf() throws {
        let card = try laidOut(row(align: .start, shape("s", Box(width: .px(10)))))
        #expect(card.warnings.map(\.code) == ["empty-box"])
    }
}
