import Glibc

/// IPv4 or IPv6 address of a host.
public struct HostAddress: Hashable, Sendable {
    /// 4 or 16 bytes.
    public let bytes: [UInt8]

    /// Reads a written address; an IPv4 address in IPv6 form becomes plain IPv4.
    ///
    /// - Returns: nil for any other text.
    public init?(_ text: some StringProtocol) {
        let text = String(text)
        var four = [UInt8](repeating: 0, count: 4)
        var sixteen = [UInt8](repeating: 0, count: 16)
        guard text.utf8.count <= 45, !text.utf8.contains(0) else { return nil }
        // SAFETY: inet_pton writes 4 or 16 bytes.
        if unsafe inet_pton(AF_INET, text, &four) == 1 {
            bytes = four
            return
        }
        guard unsafe inet_pton(AF_INET6, text, &sixteen) == 1 else { return nil }
        let isMapped =
            sixteen.prefix(10).allSatisfy { $0 == 0 } && sixteen[10] & sixteen[11] == 0xFF
        bytes = isMapped ? Array(sixteen.suffix(4)) : sixteen
    }
}

/// Range of addresses with an equal prefix: `10.0.0.0/8`, `2001:db8::/32`, or one address.
public struct AddressRange: Hashable, Sendable {
    private let address: HostAddress
    /// Bits of the prefix.
    private let length: Int

    /// Reads a range or an address; nil for any other text.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let address = HostAddress(parts[0]) else { return nil }
        let all = address.bytes.count * 8
        guard let length = parts.count == 2 ? Int(parts[1]) : all, (0...all).contains(length) else {
            return nil
        }
        self.address = address
        self.length = length
    }

    public func contains(_ other: HostAddress) -> Bool {
        guard other.bytes.count == address.bytes.count else { return false }
        let whole = length / 8
        guard other.bytes.prefix(whole) == address.bytes.prefix(whole) else { return false }
        let rest = length % 8
        return rest == 0 || (other.bytes[whole] ^ address.bytes[whole]) >> (8 - rest) == 0
    }
}
