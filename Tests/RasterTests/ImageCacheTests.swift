import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels
import Testing

@testable import BlueHeartRaster

@Suite struct ImageCacheTests {
    private let bitmap = Bitmap(width: 8, height: 8, filledWith: 0xFF12_3456)

    /// A part of a picture was decoded for one card; to keep it would only take the place of others.
    @Test(arguments: [(8, true), (16, false)])
    func onlyWholePicturesAreKept(side: Int, isKept: Bool) {
        let crop = CroppedImage(
            of: PixelRect(x: 0, y: 0, width: side, height: side), at: (0, 0), bitmap)
        let image = SourceImage(key: "picture", crop)
        let area = Rect(x: 0, y: 0, width: 8, height: 8)
        let placed = PlacedImage(image, source: area, destination: area)
        let key = placed.key(of: PixelRect(x: 0, y: 0, width: 8, height: 8))
        let cache = ImageCache(limit: 1 << 20)
        let first = cache.picture(key, of: image).surface
        #expect((cache.picture(key, of: image).surface === first) == isKept)
    }
}
