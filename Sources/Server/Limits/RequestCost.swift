import Synchronization

/// Extra rate-limit tokens of a request, beyond the one that admits it.
///
/// One for a request: a handler adds to it, and `RateLimit` charges the sum before the response
/// leaves.
final class RequestCost: Sendable {
    private let count = Mutex(0)

    var extraTokens: Int { count.withLock { $0 } }

    func add(_ tokens: Int) { count.withLock { $0 += tokens } }
}
