import BlueHeartPixels
import Testing

@testable import BlueHeartRaster

@Suite struct RecentSurfacesTests {
    /// - Parameter area: in pixels, of 4 bytes each.
    private func surface(area: Int) -> Surface {
        Surface(bounds: PixelRect(x: 0, y: 0, width: area, height: 1), filledWith: 0)
    }

    @Test func theOldestGoWhereTheRoomIsFull() {
        var surfaces = SurfaceCache<Int>(limit: 400)
        for key in 1...3 { surfaces.keep(surface(area: 40), for: key) }
        let kept = (1...3).filter { key in surfaces.first { $0 == key } != nil }
        #expect(kept == [2, 3])
    }

    @Test func whatTakesMoreThanHalfOfTheRoomIsNotKept() {
        var surfaces = SurfaceCache<Int>(limit: 400)
        surfaces.keep(surface(area: 51), for: 1)
        surfaces.keep(surface(area: 50), for: 2)
        #expect(surfaces.first { $0 == 1 } == nil)
        #expect(surfaces.first { $0 == 2 } != nil)
    }
}
