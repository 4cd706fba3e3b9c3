import Codecs
import Drawing
import Geometry
import Pixels
import Testing

@testable import Engine

/// One photograph in two places of a card.
@Suite struct JobImagesTests {
    private static let photo = ImageReference(name: "photo")
    private static let whole = Size(width: 64, height: 64)
    private static let eighth = Size(width: 8, height: 8)

    private let store = ImageStore(limit: 1 << 20)

    private func job() throws -> JobImages {
        JobImages(
            artwork: ArtworkFolder(path: "/nowhere"),
            own: ["photo": .bytes(try samplePicture(.jpeg))],
            ownLimits: .file, store: store)
    }

    @Test func aSmallerPlaceIsServedByTheLargerOnesPixels() throws {
        let job = try job()
        let large = try job.image(Self.photo, covering: Self.whole)
        #expect(try job.image(Self.photo, covering: Self.eighth).key == large.key)
    }

    @Test func aLargerPlaceIsDecodedAnew() throws {
        let job = try job()
        let small = try job.image(Self.photo, covering: Self.eighth)
        let large = try job.image(Self.photo, covering: Self.whole)
        #expect(small.bitmap.width < 64 && large.bitmap.width == 64)
    }

    @Test func whatOtherJobsDecodedChangesNothing() throws {
        let alone = try job().image(Self.photo, covering: Self.eighth)
        _ = try job().image(Self.photo, covering: Self.whole)
        #expect(try job().image(Self.photo, covering: Self.eighth).key == alone.key)
        let later = try job()
        let large = try later.image(Self.photo, covering: Self.whole)
        #expect(try later.image(Self.photo, covering: Self.eighth).key == large.key)
    }
}
