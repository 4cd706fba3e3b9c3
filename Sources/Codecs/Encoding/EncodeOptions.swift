public import Formats
public import Pixels

/// What file to make of a bitmap.
public struct EncodeOptions: Hashable, Sendable {
    public let format: ImageFormat
    public var effort: EncodeEffort
    /// The most bytes the file may have, or nil for any size.
    public var maxBytes: Int?
    /// The quality of JPEG and lossy WebP where the budget allows it: 40 to 100.
    public var quality: Int
    /// Pixels per inch to write into the file, 1 to 10,000, or nil for none.
    public let pixelsPerInch: Double?
    public var metadata: PictureMetadata

    /// - Parameter format: one that is written.
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

/// A finished file and how it came out.
public struct EncodedPicture: Hashable, Sendable {
    public let bytes: [UInt8]
    public let format: ImageFormat
    public let coding: Coding

    /// How the pixels were coded.
    public enum Coding: Hashable, Sendable {
        /// A PNG; `isReduced` where colours were merged to meet the budget.
        case png(PNGColor, isReduced: Bool)
        /// A JPEG of this quality; `chromaHalved` where colour has half the resolution.
        case jpeg(quality: Int, chromaHalved: Bool)
        case webPLossy(quality: Int)
        /// Without loss, in a format with only one way for it or in WebP.
        case lossless
    }
}

/// The kinds of pixels a PNG holds here, with bits a sample for the palettes.
public enum PNGColor: Hashable, Sendable {
    case gray
    case rgb
    case rgba
    case palette(bits: Int)
}

/// Writes a bitmap as a file.
///
/// The same bitmap and options give the same bytes, whatever `encoder` did before.
///
/// - Parameter encoder: memory to use again; one for each thread that encodes.
public func encode(
    _ bitmap: Bitmap, as options: EncodeOptions, with encoder: PNGEncoder = PNGEncoder()
) throws(EncodeError) -> EncodedPicture {
    try Codec.encoder(of: options.format)(bitmap, options, encoder)
}
