import BlueHeartGeometry
import BlueHeartPixels
import BlueHeartPlacements
import Testing

@testable import BlueHeartSight

@Suite struct SimulationTests {
    private let blue: UInt32 = 0xFFBD_6910

    private var placement: Placement {
        Placement(
            name: "p", title: "P", widthInPixels: 40, heightInPixels: 20, displayWidth: 10)
    }

    private var picture: Bitmap { Bitmap(width: 40, height: 20, filledWith: blue) }

    @Test func greyHasTheLightOfTheColour() {
        let grey = Simulation.grayscale.picture(of: picture, on: placement)[3, 3]
        #expect(grey & 255 == grey >> 8 & 255 && grey & 255 == grey >> 16 & 255)
        let light = LinearColor(pixel: blue).luminance
        #expect(abs(LinearColor(pixel: grey).luminance - light) < 0.01)
    }

    @Test func greyKeepsWhatIsClear() {
        let half = Bitmap(width: 1, height: 1, filledWith: 0x8000_0080)
        #expect(Simulation.grayscale.picture(of: half, on: placement)[0, 0] >> 24 == 0x80)
    }

    @Test func aCropLeavesWhatEveryViewShows() {
        var placement = placement
        placement.crop = Insets(top: 2, right: 0, bottom: 0, left: 5)
        placement.preview = Insets(top: 4, right: 6, bottom: 0, left: 0)
        let left = Simulation.crop.picture(of: picture, on: placement)
        #expect([left.width, left.height] == [29, 16])
    }

    @Test func aCropShowsWhatTheNetworkLaysOverThePicture() {
        var placement = placement
        placement.covers = [
            .init(title: "c", shape: .ellipse, area: Rect(x: -5, y: 10, width: 20, height: 20))
        ]
        let covered = Simulation.crop.picture(of: picture, on: placement)
        #expect(covered[5, 18] != blue)
        #expect(covered[0, 10] == blue && covered[30, 18] == blue)
    }

    @Test func aCircleLosesItsCorners() {
        var placement = placement
        (placement.widthInPixels, placement.isCircular) = (20, true)
        let square = Bitmap(width: 20, height: 20, filledWith: blue)
        let round = Simulation.crop.picture(of: square, on: placement)
        #expect(round[0, 0] == 0 && round[10, 10] == blue && round[10, 0] == blue)
    }

    @Test func onlyAPhoneChangesTheSize() {
        for simulation in Simulation.allCases {
            #expect(
                simulation.shownWidth(on: placement) == (simulation == .phone ? 10 : nil))
        }
    }
}
