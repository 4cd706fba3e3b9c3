import Artwork
import Codecs
import Drawing
import Geometry
import Pixels
import Synchronization

/// Pictures kept from card to card, up to a number of bytes; one for all workers.
///
/// A picture is kept in just the detail its decoder gives for the size asked for: what was made
/// before never changes what is made next.
final class ImageStore: Sendable {
    struct Key: Hashable {
        /// Names the file's content.
        var content: String
        var detail: Detail
    }

    /// What a decoder makes of a file, of all it can make.
    enum Detail: Hashable {
        /// Shrunk 1, 2, 4 or 8 times.
        case shrunk(Int)
        /// Drawn to cover so many px.
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
        /// Counts the questions, so that the one not asked for longest can go.
        var clock = 0
    }

    private let limit: Int
    private let state = Mutex(State())

    /// - Parameter limit: of all decoded pixels together, in bytes.
    init(limit: Int) { self.limit = limit }

    /// Whether pictures are kept at all.
    var keepsPictures: Bool { limit > 0 }

    func header(of content: String) -> ImageHeader? {
        state.withLock { $0.headers[content] }
    }

    func keep(_ header: ImageHeader, of content: String) {
        state.withLock { state in
            // A header is small; so many different pictures are a long-running service's.
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
