import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels
import BlueHeartScenes
import Synchronization
import Testing

@testable import BlueHeartLayout

/// Which part of a picture is asked for, in px of the picture.
@Suite struct ShownPartTests {
    /// Photographs of 4000 x 3000 px, with a record of what was asked for.
    private final class Photographs: ImageProvider {
        static let natural = Size(width: 4_000, height: 3_000)
        private let asked = Mutex<[Rect]>([])

        var parts: [Rect] { asked.withLock { $0 } }

        func size(of image: ImageReference) throws(ImageFault) -> Size { Self.natural }

        func image(
            _ image: ImageReference, covering pixels: Size, showing part: Rect
        ) throws(ImageFault) -> SourceImage {
            asked.withLock { $0.append(part) }
            return SourceImage(key: image.name, bitmap: Bitmap(width: 4, height: 3))
        }
    }

    private static let whole = Rect(origin: .zero, size: Photographs.natural)

    private func parts(_ nodes: Node...) throws -> [Rect] {
        let photographs = Photographs()
        let context = LayoutContext(texts: Ruler(), images: photographs)
        var root = overlay()
        root.content = .frame(Frame(axis: .overlay, children: nodes))
        _ = try layOut(scene(root, width: 1_000, height: 1_000), with: context)
        return photographs.parts
    }

    private func photo(
        _ width: Double, _ height: Double, focus: Double = 0.5, look: Appearance = Appearance()
    ) -> Node {
        let place = Box.Position.absolute(top: .px(0), right: nil, bottom: nil, left: .px(0))
        let box = Box(width: .px(width), height: .px(height), position: place)
        return image(nil, "photo", box, focus: Point(x: focus, y: 0.5), look: look)
    }

    @Test func itIsThePartInTheBoxAndALittleAround() throws {
        let part = try #require(try parts(photo(1_000, 1_000)).first)
        #expect(part.contains(Rect(x: 500, y: 0, width: 3_000, height: 3_000)))
        #expect(part.minX > 460 && part.maxX < 3_540)
    }

    @Test func thePartsOfAllPlacesAreAskedForTogether() throws {
        let found = try parts(
            photo(200, 400, focus: 0.2), photo(200, 400, focus: 0.6), photo(200, 400, focus: 0.4))
        let first = try #require(found.first)
        #expect(first.contains(Rect(x: 50, y: 0, width: 1_500 + 1_600, height: 3_000)))
        #expect(first.maxX < 3_300)
        #expect(found.allSatisfy { first.contains($0) })
    }

    @Test func aSmallerShowingLooksFurtherAround() throws {
        let half = Transform.scale(x: 0.5, y: 0.5)
        let found = try [Transform.identity, half].map { transform in
            try parts(photo(500, 500, look: Appearance(transform: transform)))[0]
        }
        #expect(found[1].minX < found[0].minX - 10)
    }

    @Test func aTurnedPictureIsAskedForWhole() throws {
        let turn = Appearance(transform: .rotation(Angle(degrees: 5)))
        #expect(try parts(photo(100, 400, look: turn)) == [Self.whole])
    }

    @Test func picturesOfPatternsAndMasksAreAskedForWhole() throws {
        let pattern = BoxPattern(
            node: Indirect(photo(10, 90)), cell: Size(width: 10, height: 90))
        let mask = Appearance(fill: .solid(.black), mask: Indirect(photo(10, 90)))
        let filled = shape(nil, Box(grow: 1), look: Appearance(fill: .pattern(pattern)))
        #expect(
            try parts(filled, shape(nil, Box(grow: 1), look: mask)) == [Self.whole, Self.whole])
    }
}
