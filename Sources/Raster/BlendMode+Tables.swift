import BlueHeartDrawing
import BlueHeartPixels

// Modes with quotients or roots: if both pixels are opaque, a channel depends on two values only.
extension BlendMode {
    /// A channel of two opaque pixels blended, at 256 * front + back; empty for other modes.
    var opaqueTable: [UInt8] {
        switch self {
        case .colorDodge: BlendMode.dodged
        case .colorBurn: BlendMode.burned
        case .softLight: BlendMode.softened
        default: []
        }
    }

    private static let dodged = BlendMode.colorDodge.table()
    private static let burned = BlendMode.colorBurn.table()
    private static let softened = BlendMode.softLight.table()

    private func table() -> [UInt8] {
        (0..<UInt32(65536)).map { codes in
            let (front, back) = (codes >> 8 | 0xFF00_0000, codes & 255 | 0xFF00_0000)
            return UInt8(truncatingIfNeeded: blended(front, back))
        }
    }

    /// Two opaque pixels blended by a table.
    @inline(__always)
    static func blended(_ front: UInt32, _ back: UInt32, by table: [UInt8]) -> UInt32 {
        func channel(_ shift: UInt32) -> UInt32 {
            let index = (front &>> shift & 255) &<< 8 | (back &>> shift & 255)
            return UInt32(table[Int(index)]) &<< shift
        }
        return channel(0) | channel(8) | channel(16) | 0xFF00_0000
    }
}
