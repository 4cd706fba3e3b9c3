import CCrypto

/// The code of 32 bytes that only who has the key can make for these bytes.
///
/// - Parameter key: 32 bytes of chance or more, at most 4,096.
/// - Source: RFC 2104, HMAC, with SHA-256.
public func hmacSHA256(of bytes: [UInt8], key: [UInt8]) -> [UInt8] {
    precondition((1...4_096).contains(key.count), "a key of \(key.count) bytes")
    var code = [UInt8](repeating: 0, count: 32)
    // SAFETY: both arrays are read over their whole counts, and HMAC writes 32 bytes.
    let isMade = unsafe crypto_hmac_sha256(key, key.count, bytes, bytes.count, &code)
    precondition(isMade != 0, "libcrypto refused to make a code")
    return code
}

/// Whether two codes are equal, in a time that does not tell where they differ.
public func areEqualCodes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}
