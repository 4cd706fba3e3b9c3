import HTTPTypes
import NIOCore

/// Tells clients apart: an IPv4 address, or the half of an IPv6 address that names a network,
/// for who has one has all of its addresses.
struct ClientAddress: Hashable, Sendable {
    let bytes: [UInt8]

    init(_ address: [UInt8]) { bytes = address.count == 16 ? Array(address.prefix(8)) : address }
}

/// Finds out who asks.
struct ClientFinder: Sendable {
    let trustedProxies: [AddressRange]
    let header: HTTPField.Name

    /// The connection's own address; or, where that is a trusted proxy's, the last address in the
    /// header that is none.
    ///
    /// What stands further left in the header anybody may have written.
    ///
    /// - Returns: nil for a connection without an address.
    func client(_ remote: SocketAddress?, _ headers: HTTPFields) -> ClientAddress? {
        guard let text = remote?.ipAddress, let own = addressBytes(text) else { return nil }
        guard isTrusted(own) else { return ClientAddress(own) }
        let named = headers[values: header].flatMap { $0.split(separator: ",") }.suffix(32)
        var last = own
        for part in named.reversed() {
            guard let address = addressBytes(String(part.filter { $0 != " " && $0 != "\t" })) else {
                break
            }
            last = address
            if !isTrusted(address) { break }
        }
        return ClientAddress(last)
    }

    private func isTrusted(_ address: [UInt8]) -> Bool {
        trustedProxies.contains { $0.contains(address) }
    }
}
