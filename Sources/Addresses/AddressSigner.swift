import BlueHeartDiagnostics
import BlueHeartSupport

/// Creates and verifies signed addresses:
/// `…?name=Amina&expires=1790000000&key=2026-11&signature=…`.
///
/// The signature covers the path, every other name and value, and the expiry time. It does not
/// cover the host, so that a site may move.
public struct AddressSigner: Sendable {
    /// Reason for refusing a signed address.
    public enum Refusal: Error, Hashable, Sendable {
        case unsigned
        /// One of `expires`, `key` and `signature` is missing or malformed.
        case incomplete
        case unknownKey
        case wrong
        /// The signature has expired.
        case expired(at: Int)
    }

    /// Names of a signature's parameters.
    public static let names = ["expires", "key", "signature"]

    private let keys: SigningKeys

    public init(_ keys: SigningKeys) { self.keys = keys }

    /// An address with its signature.
    ///
    /// - Parameters:
    ///   - path: from its first `/`, without a query.
    ///   - query: without the names of a signature.
    ///   - expires: in seconds since 1970, UTC.
    /// - Returns: path and query in canonical form.
    public func signed(path: String, query: Query, expires: Int) -> String {
        let key = keys.keys[0]
        var signed = query.without("expires", "key", "signature")
        signed.pairs += [Query.Pair("expires", String(expires)), Query.Pair("key", key.id)]
        let code = code(of: path, signed.canonical, key)
        return "\(path)?\(signed.canonical)&signature=\(base64URL(code))"
    }

    /// Verifies the signature of an address.
    ///
    /// - Parameter now: in seconds since 1970, UTC.
    /// - Throws: the reason for refusing the address.
    public func verify(path: String, query: Query, now: Int) throws(Refusal) {
        guard Self.names.contains(where: { query[$0] != nil }) else { throw .unsigned }
        guard let expires = query["expires"].flatMap(wholeNumber), let id = query["key"],
            let signature = query["signature"]
        else { throw .incomplete }
        guard let key = keys[id] else { throw .unknownKey }
        let expected = base64URL(code(of: path, query.without("signature").canonical, key))
        guard areEqualCodes(Array(expected.utf8), Array(signature.utf8)) else { throw .wrong }
        guard now < expires else { throw .expired(at: expires) }
    }

    private func code(of path: String, _ query: String, _ key: SigningKeys.Key) -> [UInt8] {
        hmacSHA256(of: Array("blueheart-1\n\(path)\n\(query)".utf8), key: key.secret)
    }
}

private func wholeNumber(_ text: String) -> Int? {
    let isPlain =
        (1...12).contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) }
    return isPlain ? Int(text) : nil
}

/// Base64url encoding.
///
/// - Source: RFC 4648, section 5, without padding.
private func base64URL(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
        let group = Array(bytes[start..<min(start + 3, bytes.count)])
        let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
        for place in 0...group.count { text.append(letters[value >> (18 - 6 * place) & 63]) }
    }
    return String(decoding: text, as: UTF8.self)
}
