import BlueHeartDiagnostics
import BlueHeartGeometry
import BlueHeartPlacements
import Testing

@testable import BlueHeartSight

@Suite struct FindingOverlayTests {
    private func finding(
        _ code: String, _ severity: Diagnostic.Severity = .warning, area: PictureArea? = nil,
        hint: String? = nil
    ) -> Diagnostic {
        .finding(
            CheckRule(code, .picture, severity, "it is so"), "It is so", hint: hint, area: area)
    }

    @Test func eachFindingHasItsNumberOnThePictureAndInTheLegend() {
        let place = PictureArea(x: 1, y: 2, width: 30, height: 40)
        let overlay = Overlay(
            findings: [
                finding("alt-too-long", .error),
                finding("text-low-contrast", area: place, hint: "paint it black"),
            ], on: Stage().placement)
        #expect(
            overlay.marks == [.box(Rect(x: 1, y: 2, width: 30, height: 40), label: "2", .warning)])
        #expect(
            overlay.legend == [
                Overlay.Entry(label: "1", tone: .error, text: "It is so"),
                Overlay.Entry(label: "2", tone: .warning, text: "It is so; paint it black"),
            ])
    }

    @Test func zonesAreDrawnWhereAFindingSpeaksOfThem() {
        var placement = Stage().placement
        let avatar = Rect(x: 20, y: 100, width: 80, height: 80)
        placement.covers = [.init(title: "avatar", shape: .ellipse, area: avatar)]
        func marks(_ code: String) -> [Overlay.Mark] {
            Overlay(findings: [finding(code)], on: placement).marks
        }
        #expect(marks("text-low-contrast") == [])
        #expect(marks("symbol-covered") == [.covered(avatar, .ellipse, label: "avatar")])
        #expect(marks("text-outside-safe-zone") == [.zone(placement.safeArea, label: "safe")])
        placement.isCircular = true
        #expect(marks("text-cropped") == [.ellipse(placement.wholeArea, label: nil)])
    }
}
