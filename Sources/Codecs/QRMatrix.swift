import CBlueHeartQREncode

/// A QR code as a square of dark and light modules, without the quiet zone.
public struct QRMatrix: Hashable, Sendable {
    /// Modules per side: 21 to 177.
    public let size: Int
    private let dark: [Bool]

    /// Error correction level: about 7, 15, 25 and 30 percent of the code may be lost.
    public enum Correction: String, Hashable, Sendable, CaseIterable {
        case low, medium, quartile, high
    }

    /// True if the module in column `x` and row `y` is dark; both are 0 to `size - 1`.
    public func isDark(_ x: Int, _ y: Int) -> Bool { dark[y * size + x] }

    /// Encodes text as UTF-8 bytes in the smallest possible code.
    public static func encode(
        _ text: String, correction: Correction = .medium
    ) throws(QRError) -> QRMatrix {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty else { throw .empty }
        let limit = correction.byteLimit
        guard bytes.count <= limit else { throw .tooLong(bytes: bytes.count, limit: limit) }
        // SAFETY: the count is the array's own; version 0 selects the smallest that fits.
        guard
            let code = unsafe QRcode_encodeData(Int32(bytes.count), bytes, 0, correction.level)
        else { throw .tooLong(bytes: bytes.count, limit: limit) }
        defer { unsafe QRcode_free(code) }
        return unsafe QRMatrix(code.pointee)
    }

    private init(_ code: QRcode) {
        size = unsafe Int(code.width)
        // SAFETY: the library returns width * width bytes, whose bit 0 means dark.
        dark = unsafe UnsafeBufferPointer(start: code.data, count: size * size).map { $0 & 1 == 1 }
    }
}

/// Reason why a text cannot be encoded as a QR code.
public enum QRError: Error, Hashable, Sendable {
    case empty
    /// More UTF-8 bytes than the largest code of this correction level can store.
    case tooLong(bytes: Int, limit: Int)
}

extension QRMatrix.Correction {
    fileprivate var level: QRecLevel {
        switch self {
        case .low: QR_ECLEVEL_L
        case .medium: QR_ECLEVEL_M
        case .quartile: QR_ECLEVEL_Q
        case .high: QR_ECLEVEL_H
        }
    }

    /// Capacity of version 40 in bytes.
    ///
    /// Source: ISO/IEC 18004:2015, table 7.
    fileprivate var byteLimit: Int {
        switch self {
        case .low: 2_953
        case .medium: 2_331
        case .quartile: 1_663
        case .high: 1_273
        }
    }
}
