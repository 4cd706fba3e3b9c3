import Glibc

/// An address of a host, or all that begin like it: `10.0.0.0/8`, `2001:db8::/32`.
public struct AddressRange: Hashable, Sendable {
    private let bytes: [UInt8]
    /// Bits that must be equal.
    private let length: Int

    /// nil where the text is no such thing.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let bytes = addressBytes(String(parts[0])) else { return nil }
        let all = bytes.count * 8
        guard let length = parts.count == 2 ? Int(parts[1]) : all, (0...all).contains(length) else {
            return nil
        }
        self.bytes = bytes
        self.length = length
    }

    func contains(_ address: [UInt8]) -> Bool {
        guard address.count == bytes.count else { return false }
        let whole = length / 8
        guard address.prefix(whole) == bytes.prefix(whole) else { return false }
        let rest = length % 8
        return rest == 0 || (address[whole] ^ bytes[whole]) >> (8 - rest) == 0
    }
}

/// The 4 or 16 bytes of a written address; IPv4 in IPv6 becomes plain IPv4; nil where it is none.
func addressBytes(_ text: String) -> [UInt8]? {
    var four = [UInt8](repeating: 0, count: 4)
    var sixteen = [UInt8](repeating: 0, count: 16)
    guard text.utf8.count <= 45, !text.utf8.contains(0) else { return nil }
    // SAFETY: inet_pton writes 4 or 16 bytes.
    if unsafe inet_pton(AF_INET, text, &four) == 1 { return four }
    guard unsafe inet_pton(AF_INET6, text, &sixteen) == 1 else { return nil }
    let isMapped = sixteen.prefix(10).allSatisfy { $0 == 0 } && sixteen[10] & sixteen[11] == 0xFF
    return isMapped ? Array(sixteen.suffix(4)) : sixteen
}
