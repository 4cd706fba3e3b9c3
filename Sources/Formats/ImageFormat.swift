/// A format of picture files.
///
/// All that is known of a format stands here, in one row of `facts`. Names, file extensions, media
/// types, choices and lists are made from it. A new format is a case with its row, and a codec in
/// `Codecs`.
///
/// The raw value names the format in JSON, in addresses and on the command line, and is its first
/// file extension.
public enum ImageFormat: String, Hashable, Sendable, CaseIterable {
    case png
    case jpeg = "jpg"
    case webP = "webp"
    case svg
    case gif
    case avif
    case heic
    case bmp
    case tiff
    case pdf
}

extension ImageFormat {
    var facts: Facts {
        switch self {
        case .png:
            Facts(
                "PNG", "image/png", [.read, .written], [.alpha, .metadata],
                [.bytes([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])])
        case .jpeg:
            Facts(
                "JPEG", "image/jpeg", [.read, .written], [.loss, .metadata],
                [.bytes([0xFF, 0xD8, 0xFF])], otherExtensions: ["jpeg"])
        case .webP:
            Facts(
                "WebP", "image/webp", [.read, .written], [.alpha, .loss, .motion, .metadata],
                [.text("RIFF", "WEBP", at: 8)])
        case .svg:
            Facts(
                "SVG", "image/svg+xml", [.read], [.alpha, .vectors, .metadata], [.xml(root: "svg")])
        case .gif:
            Facts(
                "GIF", "image/gif", [], [.alpha, .motion, .metadata],
                [.text("GIF87a"), .text("GIF89a")])
        case .avif:
            Facts(
                "AVIF", "image/avif", [], [.alpha, .loss, .motion, .metadata],
                ["avif", "avis"].map { .isoMedia(brand: $0) })
        case .heic:
            Facts(
                "HEIC", "image/heic", [], [.alpha, .loss, .motion, .metadata],
                ["heic", "heix", "mif1", "hevc"].map { .isoMedia(brand: $0) },
                otherExtensions: ["heif"])
        case .bmp: Facts("BMP", "image/bmp", [], [], [.text("BM")])
        case .tiff:
            Facts(
                "TIFF", "image/tiff", [], [.alpha, .pages, .metadata],
                [.bytes([0x49, 0x49, 0x2A, 0x00]), .bytes([0x4D, 0x4D, 0x00, 0x2A])],
                otherExtensions: ["tif"])
        case .pdf:
            Facts("PDF", "application/pdf", [], [.vectors, .pages, .metadata], [.text("%PDF-")])
        }
    }

    /// One row of the table of formats.
    struct Facts {
        /// Name in sentences: JPEG.
        var name: String
        var mediaType: String
        /// Empty for formats that are known only so that an error can name them.
        var uses: ImageFormat.Uses
        var features: ImageFormat.Features
        /// A file of the format has one of them.
        var signatures: [FileSignature]
        /// File extensions other than the first.
        var otherExtensions: [String] = []

        init(
            _ name: String, _ mediaType: String, _ uses: ImageFormat.Uses,
            _ features: ImageFormat.Features, _ signatures: [FileSignature],
            otherExtensions: [String] = []
        ) {
            self.name = name
            self.mediaType = mediaType
            self.uses = uses
            self.features = features
            self.signatures = signatures
            self.otherExtensions = otherExtensions
        }
    }
}
