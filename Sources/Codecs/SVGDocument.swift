import BlueHeartFormats
public import BlueHeartGeometry
public import BlueHeartPixels
import CBlueHeartSVG

/// SVG artwork, drawn by librsvg, which is loaded when the first document is made.
///
/// Nothing outside of the document is read and no script runs.
public struct SVGDocument: Hashable, Sendable {
    /// Width and height in px that the document asks for, both above 0.
    public let intrinsicSize: Size
    private let bytes: [UInt8]

    /// The longest document in bytes; larger artwork belongs into a bitmap.
    static let byteLimit = 4 << 20
    /// The longest side in px that is drawn.
    static let sideLimit = 8_192
    private static let elementLimit = 50_000

    /// Parses the whole document once, to know that it can be drawn.
    public init(_ bytes: [UInt8]) throws(ImageError) {
        guard bytes.count <= Self.byteLimit else {
            throw .tooManyBytes(count: bytes.count, limit: Self.byteLimit)
        }
        let format = ImageFormat(signatureOf: bytes)
        guard format == .svg else {
            if let format { throw .wrongFormat(expected: [.svg], found: format) }
            throw .notAnImage
        }
        // Every element opens with one: this bounds what can be asked of the renderer.
        guard bytes.count(where: { $0 == UInt8(ascii: "<") }) <= Self.elementLimit else {
            throw .unsupported("an SVG with more than \(Self.elementLimit) tags")
        }
        self.bytes = bytes
        intrinsicSize = try ParsedSVG(bytes).size()
    }

    /// The header of a document, with its own size rounded up to whole px.
    static func header(of bytes: [UInt8]) throws(ImageError) -> ImageHeader {
        let size = try SVGDocument(bytes).intrinsicSize
        return ImageHeader(
            format: .svg, width: max(1, Int(size.width.rounded(.up))),
            height: max(1, Int(size.height.rounded(.up))))
    }

    /// Draws the document on transparent ground, fitted into `width` by `height` px and centred.
    ///
    /// - Parameters: both sides in px, 1 to 8,192.
    public func rasterize(width: Int, height: Int) throws(ImageError) -> Bitmap {
        guard width > 0, height > 0 else { throw .unsupported("a side of 0 px") }
        guard max(width, height) <= Self.sideLimit else {
            throw .sideTooLong(width: width, height: height, limit: Self.sideLimit)
        }
        return try ParsedSVG(bytes).draw(width: width, height: height)
    }
}

func decodeSVG(
    _ bytes: [UInt8], limits: ImageLimits, covering: Size?
) throws(ImageError) -> DecodedImage {
    let document = try SVGDocument(bytes)
    let own = document.intrinsicSize
    var scale = 1.0
    if let covering, !covering.isEmpty {
        scale = max(covering.width / own.width, covering.height / own.height)
    }
    let width = max(1, (own.width * scale).rounded(.up))
    let height = max(1, (own.height * scale).rounded(.up))
    guard max(width, height) <= Double(SVGDocument.sideLimit) else {
        throw .sideTooLong(
            width: pixelCount(width), height: pixelCount(height), limit: SVGDocument.sideLimit)
    }
    try limits.check(width: Int(width), height: Int(height))
    let bitmap = try document.rasterize(width: Int(width), height: Int(height))
    let header = ImageHeader(
        format: .svg, width: pixelCount(own.width.rounded(.up)),
        height: pixelCount(own.height.rounded(.up)))
    return DecodedImage(header: header, bitmap: bitmap, notes: [])
}

/// A length as a whole number, whatever an SVG says; at least 1.
private func pixelCount(_ length: Double) -> Int { Int(max(1, min(length, 1e9))) }

/// The functions of the renderer, loaded once for the whole process and never changed.
@safe private struct SVGRenderer: @unchecked Sendable {
    let library: OpaquePointer?
    let missing: String

    // Sendable: a table of functions that is only read, behind a pointer that is never freed.
    static let shared = SVGRenderer()

    private init() {
        var message = [CChar](repeating: 0, count: 256)
        unsafe library = svg_library_open(&message, message.count)
        missing = text(of: message)
    }
}

/// A document inside of librsvg; used by one thread, for one drawing.
@safe private final class ParsedSVG {
    private let library: OpaquePointer
    private let document: UnsafeMutableRawPointer

    init(_ bytes: [UInt8]) throws(ImageError) {
        let renderer = SVGRenderer.shared
        guard let library = unsafe renderer.library else { throw .missingLibrary(renderer.missing) }
        var message = [CChar](repeating: 0, count: 256)
        // SAFETY: the bytes are read during the call only.
        guard
            let document = unsafe svg_document_parse(
                library, bytes, bytes.count, &message, message.count)
        else { throw .corrupt(text(of: message)) }
        unsafe self.library = library
        unsafe self.document = document
    }

    deinit { unsafe svg_document_free(library, document) }

    func size() throws(ImageError) -> Size {
        var width = 0.0
        var height = 0.0
        let isKnown = unsafe svg_document_size(library, document, &width, &height)
        guard isKnown, width > 0, height > 0, width < 1e6, height < 1e6 else {
            throw .unsupported("an SVG with neither width and height nor a viewBox")
        }
        return Size(width: width, height: height)
    }

    func draw(width: Int, height: Int) throws(ImageError) -> Bitmap {
        var pixels = [UInt32](repeating: 0, count: width * height)
        var message = [CChar](repeating: 0, count: 256)
        // SAFETY: pixels holds width * height words, and the call ends before the array moves.
        let isDrawn = unsafe svg_document_draw(
            library, document, &pixels, Int32(width), Int32(height), &message, message.count)
        guard isDrawn else { throw .corrupt(text(of: message)) }
        for index in pixels.indices {
            let pixel = pixels[index]
            // From cairo's blue in the lowest byte to our red.
            pixels[index] = pixel & 0xFF00_FF00 | pixel >> 16 & 0xFF | (pixel & 0xFF) << 16
        }
        return Bitmap(width: width, height: height, pixels: pixels)
    }
}

/// The text in a C buffer, up to its closing zero.
func text(of message: [CChar]) -> String {
    String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
