import BlueHeartFormats
import CBlueHeartWebP

/// The data in the chunks of a WebP file.
///
/// Source: Google, "WebP Container Specification".
struct WebPHeader {
    private(set) var width = 0
    private(set) var height = 0
    private(set) var orientation = Orientation.upright
    private var profile: ArraySlice<UInt8>?
    /// Decoder memory per pixel: for a lossless picture its pixels and predictors, otherwise its
    /// alpha, twice.
    private var heldBytesPerPixel = 0

    var summary: ImageHeader {
        ImageHeader(
            format: .webP, width: width, height: height, orientation: orientation,
            heldBytes: heldBytesPerPixel * width * height)
    }

    static func read(_ bytes: [UInt8], limits: ImageLimits) throws(ImageError) -> WebPHeader {
        var header = WebPHeader()
        try header.readSize(bytes, limits: limits)
        var reader = ByteReader(bytes)
        try reader.skip(4)
        let length = try reader.littleEndian(bytes: 4)
        var chunks = ByteReader(try reader.take(length))
        try chunks.skip(4)
        while chunks.remaining >= 8 { try header.readChunk(&chunks) }
        try limits.check(memoryFor: header.summary)
        return header
    }

    private mutating func readSize(_ bytes: [UInt8], limits: ImageLimits) throws(ImageError) {
        var features = WebPBitstreamFeatures()
        let status = unsafe bytes.withUnsafeBufferPointer { buffer in
            // SAFETY: the library reads at most buffer.count bytes, only during the call.
            unsafe WebPGetFeatures(buffer.baseAddress, buffer.count, &features)
        }
        try check(status)
        width = Int(features.width)
        height = Int(features.height)
        guard features.has_animation == 0 else { throw .unsupported("animated WebP") }
        // Source: webp/decode.h: 1 is lossy, 2 lossless.
        heldBytesPerPixel = features.format == 2 ? 5 : features.has_alpha != 0 ? 2 : 0
        try limits.check(width: width, height: height)
    }

    private mutating func readChunk(_ reader: inout ByteReader) throws(ImageError) {
        let name = try reader.take(4)
        let length = try reader.littleEndian(bytes: 4)
        let data = try reader.take(length)
        if !length.isMultiple(of: 2), !reader.isAtEnd { try reader.skip(1) }
        switch String(decoding: name, as: UTF8.self) {
        case "ICCP": profile = data
        case "EXIF":
            orientation = .read(fromEXIF: data.starts(with: "Exif".utf8) ? data.dropFirst(6) : data)
        default: break
        }
    }

    var colorSpace: ColorSpace { profile.map { .profile(Array($0)) } ?? .sRGB }
}

/// Converts a status of libwebp to an error.
func check(_ status: VP8StatusCode) throws(ImageError) {
    switch status {
    case VP8_STATUS_OK: return
    case VP8_STATUS_NOT_ENOUGH_DATA, VP8_STATUS_SUSPENDED: throw .truncated
    case VP8_STATUS_UNSUPPORTED_FEATURE: throw .unsupported("a feature of WebP")
    default: throw .corrupt("the WebP data are broken (status \(status.rawValue))")
    }
}
