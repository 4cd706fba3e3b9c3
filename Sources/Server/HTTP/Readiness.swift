import Synchronization

/// True from when the server listens until it is asked to stop.
final class Readiness: Sendable {
    private let state = Atomic(false)

    var isReady: Bool { state.load(ordering: .acquiring) }

    func set(_ isReady: Bool) { state.store(isReady, ordering: .releasing) }
}
