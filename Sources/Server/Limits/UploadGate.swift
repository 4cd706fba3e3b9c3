import HTTPTypes
import Synchronization

/// Limit on the uploads that are in memory at the same time, of all clients and of one.
///
/// One for a server; safe to use from any thread.
final class UploadGate: Sendable {
    private let limit: Int
    /// Uploads of one client, so that none takes all places.
    private let share: Int
    private let counts = Mutex<[ClientAddress?: Int]>([:])

    init(_ limit: Int) {
        self.limit = limit
        share = max(1, limit / 2)
    }

    /// Does the work of an upload.
    ///
    /// - Parameter client: nil for a connection without an address, which has no share.
    /// - Throws: 503 if the limit is reached, 429 if that of the client is.
    func pass<Result>(
        for client: ClientAddress?, _ work: () async throws -> Result
    ) async throws -> Result {
        if let problem = counts.withLock({ enter(client, &$0) }) { throw problem }
        defer { counts.withLock { leave(client, &$0) } }
        return try await work()
    }

    private func enter(_ client: ClientAddress?, _ counts: inout [ClientAddress?: Int]) -> Problem?
    {
        guard counts.values.reduce(0, +) < limit else { return .tooBusy }
        let own = counts[client] ?? 0
        guard client == nil || own < share else {
            return Problem(
                .tooManyRequests, "too-many-requests",
                "expected at most \(share) photos of one client at once, found more",
                headers: [.retryAfter: "2"])
        }
        counts[client] = own + 1
        return nil
    }

    private func leave(_ client: ClientAddress?, _ counts: inout [ClientAddress?: Int]) {
        let own = (counts[client] ?? 0) - 1
        counts[client] = own > 0 ? own : nil
    }
}
