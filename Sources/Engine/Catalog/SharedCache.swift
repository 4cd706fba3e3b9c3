import Synchronization

/// A cache of values by file, for all threads.
///
/// Only successful results are kept: the keys are names of existing files, so their number is
/// bounded by the folder.
final class SharedCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let values = Mutex<[Key: Value]>([:])

    func kept(for key: Key) -> Value? { values.withLock { $0[key] } }

    /// The cached value, or a new one.
    ///
    /// Two threads may compute the same value concurrently; both get the first stored.
    func value<Failure: Error>(
        for key: Key, orMake make: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        if let kept = kept(for: key) { return kept }
        let made = try make()
        return values.withLock { values in
            let kept = values[key] ?? made
            values[key] = kept
            return kept
        }
    }
}
