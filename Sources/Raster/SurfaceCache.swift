import Pixels

/// Painted surfaces with what they were painted from; the oldest go first.
///
/// Finding one is linear: there are a few dozen at the most, and their keys differ early.
struct SurfaceCache<Key> {
    private var entries: [(key: Key, surface: Surface)] = []
    private var bytes = 0
    /// Bytes of pixels kept.
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    /// The first whose key is meant; not to be painted on.
    func first(where isMeant: (Key) -> Bool) -> (key: Key, surface: Surface)? {
        entries.first { isMeant($0.key) }
    }

    /// Keeps a surface, unless it takes more than half of the room.
    mutating func keep(_ surface: Surface, for key: Key) {
        let size = surface.bounds.area * 4
        guard size <= limit / 2 else { return }
        while bytes + size > limit, !entries.isEmpty {
            bytes -= entries.removeFirst().surface.bounds.area * 4
        }
        bytes += size
        entries.append((key, surface))
    }
}
