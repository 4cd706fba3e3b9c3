import Codecs
import Geometry
import Pixels

/// What goes between the server and the process that decodes a photo.
///
/// The question is three whole numbers of 64 bits (little-endian), the width and height to cover in
/// px and the count of bytes, then the bytes. The answer is one number, the status, and then: of a
/// picture its width, its height and its pixels; of a fault its sentence in UTF-8.
enum PhotoWire {
    enum Status: UInt64 { case picture = 1, truncated, corrupt, unsupported }

    /// The numbers before the bytes.
    static func question(_ count: Int, covering size: Size) -> [UInt8] {
        number(UInt64(max(0, size.width))) + number(UInt64(max(0, size.height)))
            + number(UInt64(count))
    }

    static func number(_ value: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    /// - Parameter bytes: 8 of them.
    static func value(of bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    static func answer(_ error: ImageError) -> [UInt8] {
        switch error {
        case .truncated: number(Status.truncated.rawValue)
        case .unsupported(let what): number(Status.unsupported.rawValue) + Array(what.utf8)
        case .corrupt(let what): number(Status.corrupt.rawValue) + Array(what.utf8)
        default: number(Status.corrupt.rawValue) + Array(error.description.utf8)
        }
    }

    /// The fault that an answer tells of; the sentence comes from where a stranger may have had
    /// his hands and is cut to plain letters.
    static func error(_ status: Status, _ sentence: some Sequence<UInt8>) -> ImageError {
        let plain = sentence.prefix(160).map { (0x20...0x7E).contains($0) ? $0 : 0x3F }
        let text = String(decoding: plain, as: UTF8.self)
        return switch status {
        case .truncated: .truncated
        case .unsupported: .unsupported(text)
        case .picture, .corrupt: .corrupt(text)
        }
    }
}

/// Makes pixels that nobody vouches for ones in which no channel is above its alpha.
func lowerToAlpha(_ pixels: inout [UInt32]) {
    for index in pixels.indices where pixels[index] < 0xFF00_0000 {
        let pixel = pixels[index]
        let alpha = pixel >> 24
        pixels[index] =
            alpha << 24 | min(pixel & 0xFF, alpha) | min(pixel >> 8 & 0xFF, alpha) << 8
            | min(pixel >> 16 & 0xFF, alpha) << 16
    }
}
