/// The message authentication code of bytes: 32 bytes.
///
/// - Parameter key: at least 32 random bytes, at most 4,096.
/// - Source: RFC 2104, HMAC, with SHA-256.
public func hmacSHA256(of bytes: [UInt8], key: [UInt8]) -> [UInt8] {
    precondition((1...4_096).contains(key.count), "a key of \(key.count) bytes")
    // Block size of SHA-256.
    var block = [UInt8](repeating: 0, count: 64)
    let short = key.count > block.count ? sha256Digest(of: key) : key
    block.replaceSubrange(..<short.count, with: short)
    let inner = sha256Digest(of: block.map { $0 ^ 0x36 } + bytes)
    return sha256Digest(of: block.map { $0 ^ 0x5C } + inner)
}

/// Compares two codes in constant time.
public func areEqualCodes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}
