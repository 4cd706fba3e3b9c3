import BlueHeartPixels

/// LRU cache of painted surfaces.
///
/// The search is linear: there are at most a few dozen entries, and their keys differ early.
struct SurfaceCache<Key> {
    private var entries: [(key: Key, surface: Surface)] = []
    private var bytes = 0
    /// Limit of cached pixels in bytes.
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    /// The first surface whose key matches; it must not be painted on.
    func first(where isMeant: (Key) -> Bool) -> (key: Key, surface: Surface)? {
        entries.first { isMeant($0.key) }
    }

    /// Caches a surface, unless it takes more than half of the limit.
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
