import CBlueHeartMalloc

/// Policy of the C library for freed memory of large pictures.
///
/// Set by a program when it starts; by default the library adapts to the allocations.
public enum FreedMemory {
    /// Kept for the next picture, and allocated in large steps: for short-lived programs. A cold
    /// card saves 700 page faults of 2,800, and 1 ms.
    case kept
    /// Memory above 1 MiB is returned, and never split: for a service. By default glibc adapts to
    /// the first picture, and holds 160 MB more after two photos.
    case returned

    public func choose() {
        switch self {
        case .kept:
            mallopt(M_MMAP_THRESHOLD, 32 << 20)
            mallopt(M_TRIM_THRESHOLD, 64 << 20)
            mallopt(M_TOP_PAD, 16 << 20)
        case .returned:
            mallopt(M_MMAP_THRESHOLD, 1 << 20)
        }
    }
}
