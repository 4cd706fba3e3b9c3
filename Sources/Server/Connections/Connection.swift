import BlueHeartHTTPSyntax
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

/// Open connections by channel, and their number by address.
final class ConnectionList: Sendable {
    private struct State {
        var connections: [ObjectIdentifier: Connection] = [:]
        var addresses: [ObjectIdentifier: ClientAddress] = [:]
        var counts: [ClientAddress: Int] = [:]
    }

    /// Connections of one address.
    private let limit: Int
    /// Addresses without a limit.
    private let exempt: [AddressRange]
    private let state = Mutex(State())

    init(limit: Int = .max, exempt: [AddressRange] = []) {
        self.limit = limit
        self.exempt = exempt
    }

    var count: Int { state.withLock { $0.connections.count } }

    func connection(of channel: any Channel) -> Connection? {
        state.withLock { $0.connections[ObjectIdentifier(channel)] }
    }

    /// - Returns: false if the address has its limit of connections; the connection is listed until
    ///   it is closed.
    func add(_ connection: Connection, of channel: any Channel) -> Bool {
        let address = limitedAddress(of: channel)
        let key = ObjectIdentifier(channel)
        return state.withLock { state in
            state.connections[key] = connection
            guard let address else { return true }
            state.addresses[key] = address
            state.counts[address, default: 0] += 1
            return state.counts[address, default: 0] <= limit
        }
    }

    func remove(_ channel: any Channel) {
        let key = ObjectIdentifier(channel)
        state.withLock { state in
            state.connections[key] = nil
            guard let address = state.addresses.removeValue(forKey: key) else { return }
            let left = (state.counts[address] ?? 0) - 1
            state.counts[address] = left > 0 ? left : nil
        }
    }

    private func limitedAddress(of channel: any Channel) -> ClientAddress? {
        guard let text = channel.remoteAddress?.ipAddress, let host = HostAddress(text),
            !exempt.contains(where: { $0.contains(host) })
        else { return nil }
        return ClientAddress(host)
    }
}
