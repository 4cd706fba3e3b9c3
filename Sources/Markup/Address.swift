import BlueHeartDiagnostics

/// Percent-encoding of text for addresses.
///
/// - Source: RFC 3986: every byte of the UTF-8 that is not unreserved is percent-encoded.
public enum Address {
    /// An encoded relative path; slashes are kept.
    public static func path(_ path: String) -> String {
        encoded(path) { $0 == UInt8(ascii: "/") }
    }

    /// An encoded path segment, or name or value of a query.
    public static func part(_ text: String) -> String {
        encoded(text) { _ in false }
    }

    /// `name=value&…`, in the given order; empty for no pairs.
    public static func query(_ pairs: [(name: String, value: String)]) -> String {
        pairs.map { "\(part($0.name))=\(part($0.value))" }.joined(separator: "&")
    }

    /// The text with every byte except the kept ones as `%XX`.
    public static func encoded(_ text: String, keeping isKept: (UInt8) -> Bool) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            if isUnreserved(byte) || isKept(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        byte.isNameByte || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "~")
    }
}
