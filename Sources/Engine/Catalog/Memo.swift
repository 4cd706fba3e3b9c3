import Synchronization

/// Values made once and kept, for all threads.
///
/// Only what could be made is kept: the keys are names of files that exist, and so their number
/// is bounded by the folder.
final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let values = Mutex<[Key: Value]>([:])

    func kept(for key: Key) -> Value? { values.withLock { $0[key] } }

    /// The kept value, or a new one.
    ///
    /// Two threads that ask at the same time may both make it; both get the one kept first.
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
