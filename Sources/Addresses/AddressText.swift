import BlueHeartDiagnostics

/// Decoding of text in addresses; `Address` of `Markup` encodes it.
///
/// - Source: T. Berners-Lee and others, RFC 3986, section 2.
public enum AddressText {
    /// The text of one part of a query; `+` is a space.
    ///
    /// - Returns: nil if a `%` is not followed by two digits, or if the bytes are not UTF-8.
    public static func decoded(queryPart part: some Sequence<UInt8>) -> String? {
        var bytes: [UInt8] = []
        var rest = part.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.next()?.hexadecimalDigit,
                    let low = rest.next()?.hexadecimalDigit
                else { return nil }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
