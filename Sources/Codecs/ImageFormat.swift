/// A kind of picture file, told by its first bytes and never by its name.
public enum ImageFormat: String, Hashable, Sendable, CaseIterable {
    case png = "PNG"
    case jpeg = "JPEG"
    case webP = "WebP"
    case svg = "SVG"
    case gif = "GIF"
    case avif = "AVIF"
    case heic = "HEIC"
    case bmp = "BMP"
    case tiff = "TIFF"
    case pdf = "PDF"

    /// Whether `decodeImage` reads it; the others are known only so that an error can name them.
    public var isReadable: Bool {
        switch self {
        case .png, .jpeg, .webP, .svg: true
        case .gif, .avif, .heic, .bmp, .tiff, .pdf: false
        }
    }

    /// The format the bytes begin like, or nil where they look like no picture we know.
    public static func sniff(_ bytes: [UInt8]) -> ImageFormat? {
        for (format, start) in signatures where bytes.starts(with: start) { return format }
        if bytes.count >= 12, bytes.starts(with: "RIFF".utf8),
            bytes[8..<12].elementsEqual("WEBP".utf8)
        {
            return .webP
        }
        return isoMediaFormat(bytes) ?? (looksLikeSVG(bytes) ? .svg : nil)
    }

    private static let signatures: [(ImageFormat, [UInt8])] = [
        (.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        (.jpeg, [0xFF, 0xD8, 0xFF]),
        (.gif, Array("GIF87a".utf8)), (.gif, Array("GIF89a".utf8)),
        (.tiff, [0x49, 0x49, 0x2A, 0x00]), (.tiff, [0x4D, 0x4D, 0x00, 0x2A]),
        (.pdf, Array("%PDF-".utf8)),
        (.bmp, Array("BM".utf8)),
    ]

    /// AVIF and HEIC share a container whose first box names its brand.
    ///
    /// Source: ISO/IEC 14496-12, box `ftyp`.
    private static func isoMediaFormat(_ bytes: [UInt8]) -> ImageFormat? {
        guard bytes.count >= 12, bytes[4..<8].elementsEqual("ftyp".utf8) else { return nil }
        switch Array(bytes[8..<12]) {
        case Array("avif".utf8), Array("avis".utf8): return .avif
        case Array("heic".utf8), Array("heix".utf8), Array("mif1".utf8), Array("hevc".utf8):
            return .heic
        default: return nil
        }
    }

    /// Whether there is a `<svg` in the first 4 KiB of what begins like XML.
    private static func looksLikeSVG(_ bytes: [UInt8]) -> Bool {
        let head = bytes.prefix(4_096)
        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = head.starts(with: byteOrderMark) ? head.dropFirst(3) : head
        guard text.first(where: { !isXMLSpace($0) }) == UInt8(ascii: "<") else { return false }
        let tag = Array("<svg".utf8)
        return text.indices.contains { text[$0...].starts(with: tag) }
    }

    private static func isXMLSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}
