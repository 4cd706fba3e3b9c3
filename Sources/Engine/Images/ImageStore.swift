import BlueHeartArtwork
import BlueHeartCodecs
import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels
import Synchronization

/// Cache of decoded pictures, limited in bytes; shared by all workers.
///
/// A picture is cached at exactly the detail its decoder gives for the requested size, so that
/// earlier cards never affect later ones.
final class ImageStore: Sendable {
    struct Key: Hashable {
        /// Identifies the file's content.
        var content: String
        var detail: Detail
    }

    /// The detail at which a file is decoded.
    enum Detail: Hashable {
        /// Scaled down by 1, 2, 4 or 8.
        case shrunk(Int)
        /// Drawn to cover this size in px.
        case drawn(Size)
    }

    private struct Entry {
        var image: SourceImage
        var lastUse: Int
        var byteCount: Int { image.crop.bitmap.pixels.count * 4 }
    }

    private struct State {
        var headers: [String: ImageHeader] = [:]
        /// Drawings that were read, by content.
        var drawings: [String: VectorDrawing] = [:]
        var entries: [Key: Entry] = [:]
        var byteCount = 0
        /// Access counter, for removing the least recently used entry.
        var clock = 0
    }

    private let limit: Int
    private let state = Mutex(State())

    /// Creates an empty cache.
    ///
    /// - Parameter limit: of all decoded pixels together, in bytes.
    init(limit: Int) { self.limit = limit }

    /// True if pictures are cached at all.
    var keepsPictures: Bool { limit > 0 }

    func header(of content: String) -> ImageHeader? {
        state.withLock { $0.headers[content] }
    }

    func keep(_ header: ImageHeader, of content: String) {
        state.withLock { state in
            // A header is small; only a long-running service has so many different pictures.
            if state.headers.count >= 4_096 { state.headers.removeAll() }
            state.headers[content] = header
        }
    }

    func drawing(of content: String) -> VectorDrawing? {
        state.withLock { $0.drawings[content] }
    }

    func keep(_ drawing: VectorDrawing, of content: String) {
        state.withLock { state in
            // Artwork of a kit or two; a long-running service meets more over time.
            if state.drawings.count >= 64 { state.drawings.removeAll() }
            state.drawings[content] = drawing
        }
    }

    func image(_ key: Key) -> SourceImage? {
        state.withLock { state in
            state.clock += 1
            state.entries[key]?.lastUse = state.clock
            return state.entries[key]?.image
        }
    }

    func keep(_ image: SourceImage, as key: Key) {
        state.withLock { state in
            let entry = Entry(image: image, lastUse: state.clock)
            guard entry.byteCount <= limit, state.entries[key] == nil else { return }
            state.entries[key] = entry
            state.byteCount += entry.byteCount
            while state.byteCount > limit {
                let oldest = state.entries.min { $0.value.lastUse < $1.value.lastUse }
                guard let oldest else { return }
                state.byteCount -= oldest.value.byteCount
                state.entries[oldest.key] = nil
            }
        }
    }
}
