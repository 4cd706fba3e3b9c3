import BlueHeartFormats
import BlueHeartGeometry
import BlueHeartPixels

/// Reader and writer of the files of one format.
struct Codec: Sendable {
    typealias ReadHeader = @Sendable ([UInt8], ImageLimits) throws(ImageError) -> ImageHeader
    /// Bytes, limits, the size in px that will be shown, and the part that will be looked at.
    typealias Decode =
        @Sendable ([UInt8], ImageLimits, Size?, Rect?) throws(ImageError) -> DecodedImage
    typealias Encode =
        @Sendable (Bitmap, EncodeOptions, PNGEncoder) throws(EncodeError) -> EncodedPicture

    struct Reader: Sendable {
        let header: ReadHeader
        let decode: Decode
    }

    let format: ImageFormat
    /// nil for formats that are not read.
    let reader: Reader?
    /// nil for formats that are not written.
    let encode: Encode?

    init(_ format: ImageFormat, reader: Reader? = nil, encode: Encode? = nil) {
        self.format = format
        self.reader = reader
        self.encode = encode
    }
}

extension Codec {
    private static let all: [Codec] = [
        Codec(
            .png,
            reader: Reader { (bytes, limits) throws(ImageError) in
                try PNGHeader.read(bytes, limits: limits).summary
            } decode: { (bytes, limits, covering, _) throws(ImageError) in
                try decodePNG(bytes, limits: limits, covering: covering)
            }
        ) { (bitmap, options, encoder) throws(EncodeError) in
            try encoder.encode(bitmap, as: options)
        },
        Codec(
            .jpeg,
            reader: Reader { (bytes, limits) throws(ImageError) in
                try JPEGHeader.read(bytes, limits: limits).summary
            } decode: { (bytes, limits, covering, part) throws(ImageError) in
                try decodeJPEG(bytes, limits: limits, covering: covering, showing: part)
            }
        ) { (bitmap, options, _) throws(EncodeError) in try encodeJPEG(bitmap, as: options) },
        Codec(
            .webP,
            reader: Reader { (bytes, limits) throws(ImageError) in
                try WebPHeader.read(bytes, limits: limits).summary
            } decode: { (bytes, limits, covering, _) throws(ImageError) in
                try decodeWebP(bytes, limits: limits, covering: covering)
            }
        ) { (bitmap, options, _) throws(EncodeError) in try encodeWebP(bitmap, as: options) },
        Codec(
            .svg,
            reader: Reader { (bytes, _) throws(ImageError) in
                try SVGDocument.header(of: bytes)
            } decode: { (bytes, limits, covering, _) throws(ImageError) in
                try decodeSVG(bytes, limits: limits, covering: covering)
            }),
    ]

    /// The reader of the format with whose signature the bytes begin.
    static func reader(of bytes: [UInt8]) throws(ImageError) -> Reader {
        guard let format = ImageFormat(signatureOf: bytes) else { throw .notAnImage }
        guard let reader = all.first(where: { $0.format == format })?.reader else {
            throw .wrongFormat(expected: ImageFormat.read, found: format)
        }
        return reader
    }

    static func encoder(of format: ImageFormat) -> Encode {
        guard let encode = all.first(where: { $0.format == format })?.encode else {
            preconditionFailure("\(format.name) is not written")
        }
        return encode
    }
}
