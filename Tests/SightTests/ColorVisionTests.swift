import BlueHeartPixels
import Testing

@testable import BlueHeartSight

@Suite struct ColorVisionTests {
    @Test(arguments: ColorVision.allCases)
    func greysStayWhatTheyAre(vision: ColorVision) {
        for code in UInt32(0)...255 {
            let grey = 0xFF00_0000 | code << 16 | code << 8 | code
            let seen = vision.seen(LinearColor(pixel: grey)).pixel
            for shift in [UInt32(0), 8, 16] {
                #expect(abs(Int(seen >> shift & 255) - Int(code)) <= 1)
            }
        }
    }

    @Test func redIsDarkForThoseWhoSeeNoRedOnly() {
        let red = LinearColor(1, 0, 0)
        #expect(ColorVision.protan.seen(red).luminance < 0.6 * red.luminance)
        #expect(ColorVision.deutan.seen(red).luminance > red.luminance)
    }

    /// Source: Viénot, Brettel and Mollon 1999: what a dichromat sees lies in one plane.
    @Test func redAndGreenBecomeTheSameHue() {
        for vision in [ColorVision.protan, .deutan] {
            for light in [LinearColor(1, 0, 0), LinearColor(0, 1, 0), LinearColor(0.3, 0.7, 0.1)] {
                let seen = vision.seen(light)
                #expect(abs(seen.x - seen.y) < 0.001)
            }
        }
    }

    @Test func tritanKeepsRedAndMergesBlueWithGreen() {
        let red = ColorVision.tritan.seen(LinearColor(1, 0, 0))
        #expect(red.x > 0.9 && red.y < 0.1)
        let cyan = ColorVision.tritan.seen(LinearColor(0, 1, 1))
        #expect(abs(cyan.y - cyan.z) < 0.35)
    }

    @Test func aPictureKeepsItsAlpha() {
        let picture = Bitmap(width: 3, height: 1, pixels: [0, 0x8000_0080, 0xFF00_00FF])
        let seen = ColorVision.protan.seen(picture)
        #expect(seen.pixels.map { $0 >> 24 } == [0, 0x80, 0xFF])
        #expect(seen.pixels[0] == 0)
        // Half clear red looks like the red of an opaque one, half clear.
        #expect(seen.pixels[1] == scaledPixel(seen.pixels[2], by: 0x80))
    }
}
