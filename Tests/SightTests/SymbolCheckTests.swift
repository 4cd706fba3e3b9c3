import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLayout
import BlueHeartPixels
import BlueHeartPlacements
import Testing

@testable import BlueHeartSight

@Suite struct SymbolCheckTests {
    private func heart(
        x: Double, y: Double, side: Double = 60
    ) -> Path {
        .heart(HeartShape(), in: Rect(x: x, y: y, width: side, height: side))
    }

    private func codes(_ build: (inout Stage) -> Void) -> [String] {
        var stage = Stage()
        build(&stage)
        return stage.codes
    }

    @Test func aWholeHeartInTheOpenIsGood() {
        #expect(codes { $0.symbol(heart(x: 100, y: 60)) } == [])
    }

    @Test func aHeartThatIsNoSymbolMayBeCutAndFaint() {
        #expect(codes { $0.shape(heart(x: -30, y: 60), Color(0xF8_F8F8)) } == [])
    }

    @Test func aHeartAtTheEdgeIsFound() {
        #expect(codes { $0.symbol(heart(x: 2, y: 60)) } == ["symbol-outside-safe-zone"])
        #expect(codes { $0.symbol(heart(x: -20, y: 60)) } == ["symbol-cropped"])
    }

    @Test func aHeartsEmptyCornersCountForNothing() {
        var stage = Stage(width: 200, height: 200)
        stage.placement.isCircular = true
        stage.symbol(.heart(HeartShape(), in: Rect(x: 34, y: 45, width: 132, height: 132)))
        #expect(stage.codes == [])
        stage.symbols = []
        stage.commands = []
        stage.symbol(.rect(Rect(x: 26, y: 26, width: 148, height: 148)))
        #expect(stage.codes.contains("symbol-cropped"))
    }

    @Test func aStretchedHeartIsFound() {
        #expect(codes { $0.symbol(heart(x: 100, y: 60), distortion: 1.01) } == [])
        #expect(
            codes { $0.symbol(heart(x: 100, y: 60), distortion: 1.1) } == ["symbol-distorted"])
    }

    @Test func aTinyHeartIsFound() {
        #expect(codes { $0.symbol(heart(x: 100, y: 60, side: 30)) } == [])
        #expect(codes { $0.symbol(heart(x: 100, y: 60, side: 18)) } == ["symbol-too-small"])
    }

    @Test func aWordTooNearIsFound() {
        func crowd(_ x: Double) -> [String] {
            codes {
                $0.symbol(heart(x: 20, y: 60))
                $0.text(x: x, y: 110, size: 30)
            }
        }
        #expect(crowd(90) == [])
        #expect(crowd(78) == ["symbol-crowded"])
        #expect(crowd(60) == ["text-low-contrast", "symbol-crowded"])
    }

    @Test func wordsOnAHeartDoNotCrowdIt() {
        #expect(
            codes {
                $0.symbol(.heart(HeartShape(), in: Rect(x: 100, y: 20, width: 160, height: 160)))
                $0.text(x: 150, y: 100, size: 30, count: 2, color: .white)
            } == [])
    }

    @Test func partsOfOneSymbolDoNotCrowdEachOther() {
        #expect(
            codes {
                $0.symbol(.rect(Rect(x: 100, y: 50, width: 90, height: 90)), id: "outer")
                $0.symbol(
                    heart(x: 192, y: 60, side: 40), id: "inner", parent: $0.nodes.count - 1)
            } == [])
    }

    @Test func aFaintHeartIsFoundAndAHalfLostOneToo() {
        #expect(
            codes { $0.symbol(heart(x: 100, y: 60), color: Color(0xC0_C0C0)) } == [
                "symbol-low-contrast"
            ])
        #expect(
            codes {
                $0.shape(.rect(Rect(x: 130, y: 0, width: 200, height: 200)), Color(0x20_2020))
                $0.symbol(heart(x: 100, y: 60))
            } == ["symbol-low-contrast"])
        #expect(
            codes {
                $0.shape(.rect(Rect(x: 157, y: 0, width: 200, height: 200)), Color(0x20_2020))
                $0.symbol(heart(x: 100, y: 60))
            } == [])
    }

    @Test func aSoftShadowTakesNothingFromAHeart() {
        func codes(_ color: Color) -> [String] {
            var stage = Stage()
            let shadow = Shadow(
                color: .black.fading(by: 0.7), offset: Point(x: 0, y: 2), sigma: 3)
            let shape = DrawCommand.fill(
                PathFill(heart(x: 100, y: 50, side: 100), paint: .solid(color)))
            stage.below.append(.layer(Layer([shape], effects: [.dropShadow(shadow)])))
            stage.symbol(heart(x: 100, y: 50, side: 100), color: color)
            return stage.codes
        }
        #expect(codes(Color(0x0B_5CA8)) == [])
        #expect(codes(Color(0xA8_C8E8)) == ["symbol-low-contrast"])
    }

    @Test func whatStandsBesideAFaintHeartDoesNotMakeItSeen() {
        #expect(
            codes {
                $0.symbol(heart(x: 100, y: 60), color: Color(0xC0_C0C0))
                $0.shape(.rect(Rect(x: 40, y: 60, width: 59, height: 60)), .black)
            } == ["symbol-low-contrast"])
    }

    @Test func aPictureInAHeartsShapeMayLoseHalfItsOutline() {
        func codes(dark: Double, picture: Bool) -> [String] {
            var stage = Stage(ground: Color(0x10_2030))
            stage.shape(
                .rect(Rect(x: 100 + dark, y: 0, width: 300, height: 200)), .white)
            stage.symbol(heart(x: 100, y: 50, side: 100), color: .white)
            let image = NodeReport.Kind.image(ImageReference(name: "photo.jpg"))
            stage.nodes.append(
                NodeReport(
                    id: "photo", origin: Stage.origin, kind: picture ? image : .frame,
                    box: stage.nodes[1].box, parent: 1))
            return stage.codes
        }
        #expect(codes(dark: 62, picture: true) == [])
        #expect(codes(dark: 62, picture: false) == ["symbol-low-contrast"])
        #expect(codes(dark: 20, picture: true) == ["symbol-low-contrast"])
    }

    @Test func redOnBlackIsLostOnSome() {
        var stage = Stage(ground: .black)
        stage.symbol(heart(x: 100, y: 60), color: Color(0xE0_0000))
        #expect(stage.codes == ["symbol-indistinct"])
    }

    @Test func anOpaqueLogoPlateIsNotJudgedByItsEdge() {
        let plate = Path.rect(Rect(x: 100, y: 60, width: 60, height: 60))
        let image = NodeReport.Kind.image(ImageReference(name: "logo.png"))
        #expect(codes { $0.symbol(plate, color: .white, kind: image) } == [])
        #expect(
            codes { $0.symbol(plate, color: .white, kind: .rectangle) } == ["symbol-low-contrast"])
    }
}
