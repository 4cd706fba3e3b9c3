import NIOCore
import Synchronization

/// State of a client connection, shared by its requests.
///
/// Lives as long as the connection; safe to use from any thread.
final class Connection: Sendable {
    private struct State {
        var isGone = false
        var actions: [Int: @Sendable () -> Void] = [:]
    }

    private let state = Mutex(State())

    /// Calls an action when the client is gone, or immediately if it already is.
    ///
    /// - Parameter number: identifies the action; a later one with the same number replaces it.
    func onGone(number: Int, _ action: @escaping @Sendable () -> Void) {
        let isGone = state.withLock { state in
            if !state.isGone { state.actions[number] = action }
            return state.isGone
        }
        if isGone { action() }
    }

    func forgetAction(number: Int) { state.withLock { $0.actions[number] = nil } }

    /// Calls all actions.
    func clientIsGone() {
        let actions = state.withLock { state in
            state.isGone = true
            defer { state.actions.removeAll() }
            return Array(state.actions.values)
        }
        for action in actions { action() }
    }
}

/// Open connections by channel.
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
