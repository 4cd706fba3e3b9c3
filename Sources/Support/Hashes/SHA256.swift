import CBlueHeartCrypto

/// The SHA-256 of bytes as 64 lowercase hexadecimal digits.
public func sha256(of bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = sha256Digest(of: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
}

/// The SHA-256 of bytes: 32 bytes.
func sha256Digest(of bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    // SAFETY: `bytes` is read over its whole count, and SHA-256 writes 32 bytes.
    unsafe crypto_sha256(bytes, bytes.count, &digest)
    return digest
}
