import Synchronization

/// Lets each client make some requests at once, and so many a second in the long run.
///
/// One for a server; safe to use from any thread. Clients that have all their tokens again are
/// forgotten.
final class TokenBuckets: Sendable {
    struct Verdict: Hashable {
        var isAllowed: Bool
        /// Requests left right now.
        var left: Int
        /// Seconds until there is one more, or, where none is left, the first one.
        var wait: Int
    }

    private struct Bucket {
        var tokens: Double
        /// In seconds.
        var time: Double
    }

    /// More clients than a small server sees in the time a bucket takes to fill.
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

    /// Takes a token of a client's, where it has one.
    ///
    /// - Parameter now: in seconds, of a clock that never goes back.
    func take(_ client: ClientAddress, now: Double) -> Verdict {
        buckets.withLock { buckets in
            if buckets.count >= Self.limit, buckets[client] == nil { makeRoom(&buckets, now) }
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

    /// Takes what a client's request costs beyond its first token, whether it has so many or not.
    ///
    /// Where it has not, it waits the longer for its next: a person's one large wish is granted, and
    /// many are not.
    ///
    /// - Returns: nil for a client that is forgotten already.
    func charge(_ client: ClientAddress, _ tokens: Int) -> Verdict? {
        buckets.withLock { buckets in
            guard var bucket = buckets[client] else { return nil }
            bucket.tokens = max(-Double(burst), bucket.tokens - Double(tokens))
            buckets[client] = bucket
            return verdict(bucket, isAllowed: true)
        }
    }

    /// Forgets who has all tokens again, and all where that is not enough: better a few too many
    /// requests than memory without end.
    private func makeRoom(_ buckets: inout [ClientAddress: Bucket], _ now: Double) {
        buckets = buckets.filter { $0.value.tokens + (now - $0.value.time) * rate < Double(burst) }
        if buckets.count >= Self.limit { buckets.removeAll() }
    }
}
