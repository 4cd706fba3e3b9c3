import BlueHeartCodecs
import BlueHeartGeometry
import BlueHeartPixels
import BlueHeartSupport

/// Messages between the server and a decoder process.
///
/// A request is seven 64-bit integers (little-endian), the width and height to cover in px, the left,
/// top, right and bottom edge of the part to show and the count of bytes, then the bytes. An answer
/// is one integer, the status; then, for a picture, its width and height, the origin and size of the
/// part that follows, and its pixels; for a fault its sentence in UTF-8. A request without bytes is
/// answered with the confinement in force, as one integer.
enum DecoderProtocol {
    enum Status: UInt64 { case picture = 1, truncated, corrupt, unsupported, confinement }

    /// Bytes of a request before those of the photo.
    static let requestLength = 56
    /// Bytes of an answer before the pixels.
    static let headLength = 56

    /// The integers of a request.
    static func request(_ count: Int, covering size: Size, showing part: Rect) -> [UInt8] {
        let sides = [
            size.width, size.height, part.minX.rounded(.down), part.minY.rounded(.down),
            part.maxX.rounded(.up), part.maxY.rounded(.up),
        ]
        return sides.flatMap { number(UInt64(max(0, $0))) } + number(UInt64(count))
    }

    /// The head of an answer with a picture.
    static func head(of crop: CroppedImage) -> [UInt8] {
        let (whole, part) = ([crop.width, crop.height], crop.bounds)
        return number(Status.picture.rawValue)
            + (whole + [part.x, part.y, part.width, part.height]).flatMap { number(UInt64($0)) }
    }

    /// Bounds of the picture and of its part in an answer; nil for impossible ones.
    ///
    /// - Parameter bytes: head of the answer after the status.
    static func place(
        _ bytes: ArraySlice<UInt8>, within header: ImageHeader
    ) -> (whole: PixelRect, part: PixelRect)? {
        let most = UInt64(max(header.width, header.height))
        let numbers = (0..<6).map { value(of: bytes.dropFirst(8 * $0).prefix(8)) }
        guard numbers.allSatisfy({ $0 <= most }) else { return nil }
        let sides = numbers.map { Int($0) }
        let file = PixelRect(x: 0, y: 0, width: header.width, height: header.height)
        let whole = PixelRect(x: 0, y: 0, width: sides[0], height: sides[1])
        let part = PixelRect(x: sides[2], y: sides[3], width: sides[4], height: sides[5])
        return file.contains(whole) && whole.contains(part) && !part.isEmpty ? (whole, part) : nil
    }

    static func number(_ value: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    /// - Parameter bytes: 8 of them.
    static func value(of bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    static func answer(_ confinement: Confinement) -> [UInt8] {
        number(Status.confinement.rawValue) + number(UInt64(confinement.rawValue))
    }

    static func answer(_ error: ImageError) -> [UInt8] {
        switch error {
        case .truncated: number(Status.truncated.rawValue)
        case .unsupported(let what): number(Status.unsupported.rawValue) + Array(what.utf8)
        case .corrupt(let what): number(Status.corrupt.rawValue) + Array(what.utf8)
        default: number(Status.corrupt.rawValue) + Array(error.description.utf8)
        }
    }

    /// The fault in an answer; its sentence comes from an untrusted process and is reduced to ASCII.
    static func error(_ status: Status, _ sentence: some Sequence<UInt8>) -> ImageError {
        let plain = sentence.prefix(160).map { (0x20...0x7E).contains($0) ? $0 : 0x3F }
        let text = String(decoding: plain, as: UTF8.self)
        return switch status {
        case .truncated: .truncated
        case .unsupported: .unsupported(text)
        case .picture, .corrupt, .confinement: .corrupt(text)
        }
    }
}

/// Lowers each channel of untrusted pixels to its alpha.
func lowerToAlpha(_ pixels: inout [UInt32]) {
    for index in pixels.indices where pixels[index] < 0xFF00_0000 {
        let pixel = pixels[index]
        let alpha = pixel >> 24
        pixels[index] =
            alpha << 24 | min(pixel & 0xFF, alpha) | min(pixel >> 8 & 0xFF, alpha) << 8
            | min(pixel >> 16 & 0xFF, alpha) << 16
    }
}
