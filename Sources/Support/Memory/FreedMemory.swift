import CMalloc

/// What the C library does with the memory of large pictures once they are free.
///
/// Chosen by a tool as it starts; left to itself the library learns from the pictures that come.
public enum FreedMemory {
    /// Kept for the next picture, and taken in large steps: for who makes cards and ends. A cold
    /// card saves 700 page faults of 2,800, and 1 ms.
    case kept
    /// What is over 1 MiB is given back, and never cut up: for a service. By itself glibc takes its
    /// first picture for what is usual, and two photos later holds 160 MB more.
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
