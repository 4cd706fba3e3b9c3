import Synchronization

/// Limit on the uploads that are in memory at the same time.
///
/// One for a server; safe to use from any thread.
final class UploadGate: Sendable {
    private let limit: Int
    private let count = Mutex(0)

    init(_ limit: Int) { self.limit = limit }

    /// Does the work of an upload.
    ///
    /// - Throws: 503 if the limit is reached.
    func pass<Result>(_ work: () async throws -> Result) async throws -> Result {
        let isIn = count.withLock { count in
            guard count < limit else { return false }
            count += 1
            return true
        }
        guard isIn else { throw Problem.tooBusy }
        defer { count.withLock { $0 -= 1 } }
        return try await work()
    }
}
