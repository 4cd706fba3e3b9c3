import BlueHeartDiagnostics
import BlueHeartGeometry
import BlueHeartLayout
import BlueHeartPlacements
import Testing

@testable import BlueHeartSight

@Suite struct PlaceTests {
    @Test(arguments: [
        (40.0, 120.0, [String]()), (11, 120, []), (4, 120, ["text-outside-safe-zone"]),
        (-10, 120, ["text-cropped"]), (40, 196, ["text-outside-safe-zone"]),
        (40, 22, ["text-outside-safe-zone"]), (275, 120, ["text-outside-safe-zone"]),
        (280, 120, ["text-cropped"]),
    ])
    func textStandsInsideTheSafeZone(x: Double, y: Double, codes: [String]) {
        var stage = Stage()
        stage.text(x: x, y: y, size: 42)
        #expect(stage.codes == codes)
    }

    @Test func howFarATextReachesOutIsMeasured() throws {
        var stage = Stage()
        stage.text(x: 1, y: 120)
        let finding = try #require(stage.findings().first)
        #expect(finding.finding?.measured == Measure(9, .atMost(0), unit: "px"))
        #expect(finding.finding?.area?.x == 1)
    }

    @Test func whatTheNetworkCutsOffIsWorseThanTheEdge() {
        var stage = Stage()
        stage.placement.crop = Insets(top: 0, right: 0, bottom: 0, left: 30)
        stage.placement.safeInsets = Insets(all: 40)
        stage.text(x: 20, y: 120)
        #expect(stage.codes == ["text-cropped"])
    }

    @Test func whatTheNetworkCoversIsFoundByItsShape() throws {
        var stage = Stage()
        let cover = Placement.Cover(
            title: "profile picture", shape: .ellipse,
            area: Rect(x: 20, y: 100, width: 80, height: 80))
        stage.placement.covers = [cover]
        stage.text(x: 60, y: 130, size: 20)
        let finding = try #require(stage.findings().first)
        #expect(finding.code == "text-covered")
        #expect(finding.message.contains("profile picture"))
        // In the corner of the ellipse's box, which it does not fill.
        stage.texts = []
        stage.commands = []
        stage.text(x: 94, y: 110, size: 20)
        #expect(stage.codes == [])
    }

    @Test func inACircleTheCornersAreLost() {
        func codes(x: Double, y: Double) -> [String] {
            var stage = Stage(width: 200, height: 200)
            stage.placement.isCircular = true
            stage.placement.displayWidth = 200
            stage.text(x: x, y: y, size: 24, count: 2)
            return stage.codes
        }
        #expect(codes(x: 80, y: 110) == [])
        #expect(codes(x: 20, y: 30) == ["text-cropped"])
        #expect(codes(x: 2, y: 105) == ["text-outside-safe-zone"])
    }

    @Test(arguments: [(18.0, [String]()), (17.9, []), (17.0, ["text-too-small"])])
    func textIsLargeEnoughForAPhone(size: Double, codes: [String]) {
        var stage = Stage()
        stage.text(x: 40, y: 120, size: size)
        #expect(stage.codes == codes)
    }

    @Test func finerScriptsNeedMore() {
        var stage = Stage()
        stage.text(x: 40, y: 120, size: 19)
        #expect(stage.codes == [])
        stage.texts[0].text = "القلب"
        #expect(stage.codes == ["text-too-small"])
    }

    @Test func thePhonesSizeCountsNotTheCards() {
        var stage = Stage()
        stage.placement.displayWidth = 100
        stage.text(x: 40, y: 120, size: 30)
        #expect(stage.codes == ["text-too-small"])
        stage.placement.displayWidth = nil
        #expect(stage.codes == [])
    }
}
