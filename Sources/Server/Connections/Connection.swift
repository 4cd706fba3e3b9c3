import NIOCore
import Synchronization

/// What requests know of the connection they came by.
///
/// Made with the connection and gone with it; safe to use from any thread.
final class Connection: Sendable {
    private struct State {
        var isGone = false
        var actions: [Int: @Sendable () -> Void] = [:]
    }

    private let state = Mutex(State())

    /// Does something once the client is gone, at once where it is.
    ///
    /// - Parameter number: replaces what has the same number.
    func onGone(number: Int, _ action: @escaping @Sendable () -> Void) {
        let isGone = state.withLock { state in
            if !state.isGone { state.actions[number] = action }
            return state.isGone
        }
        if isGone { action() }
    }

    /// Nobody waits any more for what was asked for.
    func forgetAction(number: Int) { state.withLock { $0.actions[number] = nil } }

    /// Tells all who wait.
    func clientIsGone() {
        let actions = state.withLock { state in
            state.isGone = true
            defer { state.actions.removeAll() }
            return Array(state.actions.values)
        }
        for action in actions { action() }
    }
}

/// All connections that are open, by their channels.
final class ConnectionList: Sendable {
    private let connections = Mutex<[ObjectIdentifier: Connection]>([:])

    var count: Int { connections.withLock { $0.count } }

    func connection(of channel: any Channel) -> Connection? {
        connections.withLock { $0[ObjectIdentifier(channel)] }
    }

    func add(_ connection: Connection, of channel: any Channel) {
        connections.withLock { $0[ObjectIdentifier(channel)] = connection }
    }

    func remove(_ channel: any Channel) {
        connections.withLock { $0[ObjectIdentifier(channel)] = nil }
    }
}
