import BlueHeartHTTPSyntax

/// Identity of a client for rate limits: an IPv4 address, or the network half of an IPv6 address,
/// for a host with one address of a network has all of them.
struct ClientAddress: Hashable, Sendable {
    private let bytes: [UInt8]

    init(_ address: HostAddress) {
        bytes = address.bytes.count == 16 ? Array(address.bytes.prefix(8)) : address.bytes
    }
}
