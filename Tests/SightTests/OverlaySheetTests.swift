import BlueHeartGeometry
import Testing

@testable import BlueHeartSight

@Suite struct OverlaySheetTests {
    @Test(arguments: [(1080, 1080, 1), (899, 100, 1), (450, 20, 2), (320, 50, 2), (88, 31, 4)])
    func smallPicturesAreEnlargedByWholeSteps(width: Int, height: Int, zoom: Int) {
        #expect(OverlaySheet(Overlay([]), width: width, height: height).zoom == zoom)
    }

    @Test func noSheetIsTallerThanAPictureMayBe() {
        let entries = (0..<500).map { Overlay.Entry(label: "\($0)", tone: .note, text: "") }
        for side in [16, 300, 4_000, 8_000, 8_192] {
            let sheet = OverlaySheet(Overlay([], legend: entries), width: 16, height: side)
            #expect(sheet.size.height <= 8_192)
        }
    }
}
