import Engine

/// Memory that photos may take while they are decoded, of all processes that do so together.
///
/// One for a server; safe to use from any thread.
public final class PhotoMemory: Sendable {
    private let total: Int
    private let taken = Monitor(0)

    /// - Parameter total: in bytes.
    public init(_ total: Int) { self.total = total }

    /// Does the work once so many bytes are free; what takes more than there are waits for all.
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
