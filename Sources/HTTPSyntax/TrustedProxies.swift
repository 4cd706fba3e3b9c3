/// Proxies whose forwarding header is trusted.
///
/// The header lists addresses in the order of the hops, the client's first. Each proxy appends the
/// address of its own client, so only the entries from the right, up to the first address that is
/// not a trusted proxy's, are reliable; entries further left can be forged.
public struct TrustedProxies: Sendable {
    private let ranges: [AddressRange]
    /// Entries of the header that are read, from the right.
    private static let limit = 32

    public init(_ ranges: [AddressRange]) { self.ranges = ranges }

    /// Address of the client.
    ///
    /// - Parameters:
    ///   - connection: the peer of the connection.
    ///   - forwarded: all values of the forwarding header, in order.
    ///   - syntax: that of the header.
    /// - Returns: `connection` unless it is a trusted proxy's; otherwise the last address of the
    ///   header that is not a trusted proxy's, or the leftmost readable one.
    public func client(
        connection: HostAddress, forwarded: [String], syntax: ForwardingSyntax = .list
    ) -> HostAddress {
        guard isTrusted(connection) else { return connection }
        let entries = forwarded.flatMap { parts(of: $0.utf8[...], at: UInt8(ascii: ",")) }
        var last = connection
        for entry in entries.suffix(Self.limit).reversed() {
            guard let address = syntax.address(in: entry) else { break }
            last = address
            if !isTrusted(address) { break }
        }
        return last
    }

    public func isTrusted(_ address: HostAddress) -> Bool {
        ranges.contains { $0.contains(address) }
    }
}
