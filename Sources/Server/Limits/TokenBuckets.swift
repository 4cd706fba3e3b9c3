import Synchronization

/// Token buckets: each client has a burst of requests and a sustained rate.
///
/// One for a server; safe to use from any thread. Full buckets are dropped when there are too many.
final class TokenBuckets: Sendable {
    struct Verdict: Hashable {
        var isAllowed: Bool
        /// Requests left now.
        var left: Int
        /// Seconds until one more is left.
        var wait: Int
    }

    private struct Bucket {
        var tokens: Double
        /// Time of `tokens`, in seconds.
        var time: Double
    }

    /// Number of buckets, more than a small server needs in the time a bucket takes to fill.
    private static let limit = 65_536

    let rate: Double
    let burst: Int
    private let buckets = Mutex<[ClientAddress: Bucket]>([:])

    /// - Parameters:
    ///   - rate: requests a second, above 0.
    ///   - burst: requests at once, at least 1.
    init(rate: Double, burst: Int) {
        self.rate = rate
        self.burst = burst
    }

    /// Takes one token of a client, if it has one.
    ///
    /// - Parameter now: in seconds, of a monotonic clock.
    func take(_ client: ClientAddress, now: Double) -> Verdict {
        buckets.withLock { buckets in
            if buckets.count >= Self.limit, buckets[client] == nil {
                dropFullBuckets(&buckets, now)
            }
            var bucket = buckets[client] ?? Bucket(tokens: Double(burst), time: now)
            bucket.tokens = min(Double(burst), bucket.tokens + (now - bucket.time) * rate)
            bucket.time = now
            let isAllowed = bucket.tokens >= 1
            if isAllowed { bucket.tokens -= 1 }
            buckets[client] = bucket
            return verdict(bucket, isAllowed: isAllowed)
        }
    }

    private func verdict(_ bucket: Bucket, isAllowed: Bool) -> Verdict {
        let left = max(0, bucket.tokens.rounded(.down))
        let seconds = (left + 1 - bucket.tokens) / rate
        return Verdict(
            isAllowed: isAllowed, left: Int(left), wait: max(1, Int(seconds.rounded(.up))))
    }

    /// Takes the extra tokens of an admitted request, into debt if necessary.
    ///
    /// A client in debt waits longer for its next request: one large request is granted, many are
    /// not.
    ///
    /// - Returns: nil for a client whose bucket has been dropped.
    func charge(_ client: ClientAddress, _ tokens: Int) -> Verdict? {
        buckets.withLock { buckets in
            guard var bucket = buckets[client] else { return nil }
            bucket.tokens = max(-Double(burst), bucket.tokens - Double(tokens))
            buckets[client] = bucket
            return verdict(bucket, isAllowed: true)
        }
    }

    /// Drops full buckets, and all buckets if none is full: a few extra requests cost less than
    /// unbounded memory.
    private func dropFullBuckets(_ buckets: inout [ClientAddress: Bucket], _ now: Double) {
        buckets = buckets.filter { $0.value.tokens + (now - $0.value.time) * rate < Double(burst) }
        if buckets.count >= Self.limit { buckets.removeAll() }
    }
}
