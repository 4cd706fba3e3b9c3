import BlueHeartCodecs
import BlueHeartDrawing
import BlueHeartFormats
import BlueHeartGeometry
import BlueHeartPixels
import Testing

@testable import BlueHeartEngine

/// One photograph in two places of a card.
@Suite struct RequestImagesTests {
    private static let photo = ImageReference(name: "photo")
    private static let whole = Size(width: 64, height: 64)
    private static let eighth = Size(width: 8, height: 8)
    private static let all = Rect(origin: .zero, size: whole)
    private static let left = Rect(x: 0, y: 0, width: 40, height: 64)
    private static let middle = Rect(x: 16, y: 0, width: 16, height: 64)
    private static let right = Rect(x: 40, y: 0, width: 24, height: 64)

    private let store = ImageStore(limit: 1 << 20)

    private func job(store: ImageStore? = nil) throws -> RequestImages {
        RequestImages(
            artwork: ArtworkFolder(path: "/nowhere"),
            own: ["photo": .bytes(try samplePicture(.jpeg))],
            ownLimits: .file, store: store ?? self.store)
    }

    /// A job whose pictures serve no other.
    private func loneJob() throws -> RequestImages { try job(store: ImageStore(limit: 0)) }

    @Test func aSmallerPlaceIsServedByTheLargerOnesPixels() throws {
        let job = try job()
        let large = try job.image(Self.photo, covering: Self.whole, showing: Self.all)
        #expect(
            try job.image(Self.photo, covering: Self.eighth, showing: Self.all).key == large.key)
    }

    @Test func aLargerPlaceIsDecodedAnew() throws {
        let job = try job()
        let small = try job.image(Self.photo, covering: Self.eighth, showing: Self.all)
        let large = try job.image(Self.photo, covering: Self.whole, showing: Self.all)
        #expect(small.crop.width < 64 && large.crop.width == 64)
    }

    @Test func whatOtherJobsDecodedChangesNothing() throws {
        let alone = try job().image(Self.photo, covering: Self.eighth, showing: Self.all)
        _ = try job().image(Self.photo, covering: Self.whole, showing: Self.all)
        #expect(
            try job().image(Self.photo, covering: Self.eighth, showing: Self.all).key == alone.key)
        let later = try job()
        let large = try later.image(Self.photo, covering: Self.whole, showing: Self.all)
        #expect(
            try later.image(Self.photo, covering: Self.eighth, showing: Self.all).key == large.key)
    }

    @Test func whatServesNoOtherJobIsDecodedInPart() throws {
        let image = try loneJob().image(Self.photo, covering: Self.whole, showing: Self.left)
        #expect(image.crop.bounds == PixelRect(x: 0, y: 0, width: 40, height: 64))
        #expect(image.crop.width == 64)
    }

    @Test func whatIsKeptIsKeptWhole() throws {
        let image = try job().image(Self.photo, covering: Self.whole, showing: Self.left)
        #expect(image.crop.isWhole)
    }

    @Test func aPlaceWithinThePartIsServedByIt() throws {
        let job = try loneJob()
        let first = try job.image(Self.photo, covering: Self.whole, showing: Self.left)
        let second = try job.image(Self.photo, covering: Self.eighth, showing: Self.middle)
        #expect(first === second)
    }

    /// The detail of the first place serves the second also where its part does not.
    @Test func aPlaceBesideThePartIsDecodedInTheSameDetail() throws {
        let job = try loneJob()
        _ = try job.image(Self.photo, covering: Self.whole, showing: Self.left)
        let second = try job.image(Self.photo, covering: Self.eighth, showing: Self.right)
        #expect(second.crop.bounds == PixelRect(x: 40, y: 0, width: 24, height: 64))
        #expect(second.crop.width == 64)
    }
}
