import BlueHeartEngine
import BlueHeartGeometry
import BlueHeartPixels
import BlueHeartSight
import Testing

@Suite struct OverlayTests {
    private let worker = TinyKit().engine.worker()
    private let grey: UInt32 = 0xFF80_8080

    private func picture(_ width: Int, _ height: Int) -> Bitmap {
        Bitmap(width: width, height: height, filledWith: grey)
    }

    @Test func aLargePictureWithoutALegendKeepsItsSizeAndItsPixels() throws {
        let place = Rect(x: 300, y: 40, width: 200, height: 50)
        let sheet = try worker.paint(
            Overlay([.box(place, label: nil, .error)]), over: picture(900, 120))
        #expect([sheet.width, sheet.height] == [900, 120])
        #expect(sheet[400, 70] == grey)
        #expect(sheet[100, 100] == grey)
        let edge = sheet[300, 60]
        #expect(edge & 0xFF > 2 * (edge >> 8 & 0xFF), "a red frame, found \(edge)")
    }

    @Test func aSmallPictureIsEnlarged() throws {
        let sheet = try worker.paint(
            Overlay([.box(Rect(x: 10, y: 10, width: 30, height: 20), label: "1", .warning)]),
            over: picture(300, 50))
        #expect([sheet.width, sheet.height] == [900, 150])
    }

    @Test func whatLiesOutsideTheSafeZoneIsDimmed() throws {
        let sheet = try worker.paint(
            Overlay([.zone(Rect(x: 100, y: 10, width: 700, height: 100), label: "safe zone")]),
            over: picture(900, 120))
        #expect(sheet[20, 60] & 0xFF < 0x70)
        #expect(sheet[500, 60] == grey)
    }

    @Test func aLegendStandsBelowThePictureAndIsCutWhereItIsTooLong() throws {
        let entries = (1...100).map { Overlay.Entry(label: "\($0)", tone: .note, text: "words") }
        func height(_ count: Int) throws -> Int {
            try worker.paint(
                Overlay([], legend: Array(entries.prefix(count))), over: picture(900, 120)
            ).height
        }
        #expect(try height(1) > 120)
        #expect(try height(2) > height(1))
        #expect(try height(100) == height(Overlay.entryLimit))
    }

    @Test func twoPicturesAreNotTakenForOneAnother() throws {
        let overlay = Overlay([.zone(Rect(x: 1, y: 1, width: 898, height: 118), label: nil)])
        let first = try worker.paint(overlay, over: picture(900, 120))
        let second = try worker.paint(
            overlay, over: Bitmap(width: 900, height: 120, filledWith: 0xFF00_00FF))
        #expect(first[500, 60] == grey)
        #expect(second[500, 60] == 0xFF00_00FF)
    }
}
