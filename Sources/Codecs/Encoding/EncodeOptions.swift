public import BlueHeartFormats
public import BlueHeartPixels

/// The format, budget and metadata of a file.
public struct EncodeOptions: Hashable, Sendable {
    public let format: ImageFormat
    public var effort: EncodeEffort
    /// Largest number of bytes of the file, or nil for no limit.
    public var maxBytes: Int?
    /// Quality of JPEG and lossy WebP if the budget allows it: 40 to 100.
    public var quality: Int
    /// Pixels per inch written to the file, 1 to 10,000, or nil for none.
    public let pixelsPerInch: Double?
    public var metadata: PictureMetadata

    /// Creates options.
    ///
    /// - Parameter format: a format that can be written.
    public init(
        format: ImageFormat, effort: EncodeEffort = .default, maxBytes: Int? = nil,
        quality: Int = 85, pixelsPerInch: Double? = nil, metadata: PictureMetadata = .none
    ) {
        precondition(format.isWritten, "\(format.name) is not written")
        self.format = format
        self.effort = effort
        self.maxBytes = maxBytes
        self.quality = min(max(quality, 40), 100)
        self.pixelsPerInch = pixelsPerInch.map { min(max($0, 1), 10_000) }
        self.metadata = metadata
    }
}

/// An encoded file with its encoding.
public struct EncodedPicture: Hashable, Sendable {
    public let bytes: [UInt8]
    public let format: ImageFormat
    public let coding: Coding

    /// The encoding of the pixels.
    public enum Coding: Hashable, Sendable {
        /// A PNG; `isReduced` if colours were reduced to meet the budget.
        case png(PNGColor, isReduced: Bool)
        /// A JPEG of this quality; `chromaHalved` for chroma at half the resolution.
        case jpeg(quality: Int, chromaHalved: Bool)
        case webPLossy(quality: Int)
        /// Without loss, in a format with only one way for it or in WebP.
        case lossless
    }
}

/// The colour types of our PNGs, with the bit depth of palettes.
public enum PNGColor: Hashable, Sendable {
    case gray
    case rgb
    case rgba
    case palette(bits: Int)
}

/// Encodes a bitmap.
///
/// The same bitmap and options give the same bytes, whatever `encoder` encoded before.
///
/// - Parameter encoder: reusable memory; one for each encoding thread.
public func encode(
    _ bitmap: Bitmap, as options: EncodeOptions, with encoder: PNGEncoder = PNGEncoder()
) throws(EncodeError) -> EncodedPicture {
    try Codec.encoder(of: options.format)(bitmap, options, encoder)
}
