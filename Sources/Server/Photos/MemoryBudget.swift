import BlueHeartEngine
import BlueHeartSupport

/// Memory that all decoder processes share.
///
/// One for a server; safe to use from any thread.
public final class MemoryBudget: Sendable {
    private let total: Int
    private let taken = Monitor(0)

    /// - Parameter total: in bytes.
    public init(_ total: Int) { self.total = total }

    /// Does the work when so many bytes are free; a share above the total waits for all of it.
    func lend<Result, Fault: Error>(
        _ bytes: Int, _ work: () throws(Fault) -> Result
    ) throws(Fault) -> Result {
        let share = min(bytes, total)
        taken.wait { [total] taken -> Void? in
            guard taken + share <= total else { return nil }
            taken += share
            return ()
        }
        defer { taken.change { $0 -= share } }
        return try work()
    }
}
