import HTTPTypes
import Hummingbird

/// Refuses clients without tokens, and charges handlers' extra costs to the others.
///
/// A connection without an address has no limit.
struct RateLimit: RouterMiddleware {
    typealias Context = ServerContext

    let buckets: TokenBuckets
    private let start = ContinuousClock.now

    init(_ buckets: TokenBuckets) { self.buckets = buckets }

    func handle(
        _ request: Request, context: ServerContext,
        next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        guard context.route.rateLimiting == .perClient, let client = context.client else {
            return try await next(request, context)
        }
        let verdict = buckets.take(client, now: (ContinuousClock.now - start) / .seconds(1))
        guard verdict.isAllowed else { throw refusal(verdict) }
        do {
            var response = try await next(request, context)
            response.headers.add(charged(client, context) ?? verdict, of: buckets)
            return response
        } catch {
            guard var problem = Problem(thrown: error) else { throw error }
            problem.headers.add(charged(client, context) ?? verdict, of: buckets)
            throw problem
        }
    }

    /// nil for a request that costs no more than its first token.
    private func charged(
        _ client: ClientAddress, _ context: ServerContext
    ) -> TokenBuckets.Verdict? {
        let extra = context.cost.extraTokens
        return extra > 0 ? buckets.charge(client, extra) : nil
    }

    private func refusal(_ verdict: TokenBuckets.Verdict) -> Problem {
        var problem = Problem(
            .tooManyRequests, "too-many-requests",
            "expected at most \(buckets.burst) requests at once, found more")
        problem.headers[.retryAfter] = String(verdict.wait)
        problem.headers.add(verdict, of: buckets)
        return problem
    }
}

extension HTTPFields {
    /// - Source: draft-ietf-httpapi-ratelimit-headers-10.
    fileprivate mutating func add(_ verdict: TokenBuckets.Verdict, of buckets: TokenBuckets) {
        let window = Swift.max(1, Int((Double(buckets.burst) / buckets.rate).rounded(.up)))
        self[.rateLimitPolicy] = "\"client\";q=\(buckets.burst);w=\(window)"
        self[.rateLimit] = "\"client\";r=\(verdict.left);t=\(verdict.wait)"
    }
}
