import BlueHeartCodecs
import BlueHeartFormats

extension VectorDrawing {
    /// True if bytes begin like a drawing: as SVG in any encoding, or compressed by gzip.
    public static func isDrawing(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0x1F, 0x8B]) || ImageFormat(signatureOf: bytes) == .svg {
            return true
        }
        // Every second byte of UTF-16 is 0 in ASCII.
        guard bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) else {
            return false
        }
        return ImageFormat(signatureOf: bytes.dropFirst(2).prefix(8_192).filter { $0 != 0 }) == .svg
    }
}
