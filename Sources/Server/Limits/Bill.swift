import Synchronization

/// What a request costs its client beyond the one token with which it came in.
///
/// One for a request; a handler writes to it, and the front door takes what stands on it before the
/// answer goes out.
final class Bill: Sendable {
    private let count = Mutex(0)

    var tokens: Int { count.withLock { $0 } }

    func add(_ tokens: Int) { count.withLock { $0 += tokens } }
}
