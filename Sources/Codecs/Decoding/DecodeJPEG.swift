import BlueHeartGeometry
import BlueHeartPixels
import CBlueHeartJPEGCodec

func decodeJPEG(
    _ bytes: [UInt8], limits: ImageLimits, covering: Size?, showing part: Rect?
) throws(ImageError) -> DecodedImage {
    let header = try JPEGHeader.read(bytes, limits: limits)
    var notes: [ImageNote] = []
    let decoder = JPEGDecoder(
        bytes: bytes, header: header,
        shrinking: shrinking(header.summary, covering: covering, limits: limits), part: part)
    var pixels = try decoder.decode(notes: &notes)
    let space = header.colorSpace(notes: &notes)
    if header.components == 4 {
        convertCMYKToSRGB(&pixels, from: space, isInverted: header.isAdobe, notes: &notes)
    } else {
        convertToSRGB(&pixels, from: space, notes: &notes)
    }
    return DecodedImage(
        header: header.summary, decoder.part.crop(pixels), notes: notes)
}

/// A decoding with libjpeg.
private struct JPEGDecoder {
    let bytes: [UInt8]
    let header: JPEGHeader
    let shrinking: Int
    let part: StoredPart

    init(bytes: [UInt8], header: JPEGHeader, shrinking: Int, part: Rect?) {
        self.bytes = bytes
        self.header = header
        self.shrinking = shrinking
        self.part = StoredPart(part, of: header, shrinking: shrinking)
    }

    /// The pixels as stored: R, G, B, 255, or C, M, Y, K.
    func decode(notes: inout [ImageNote]) throws(ImageError) -> [UInt32] {
        let strict = run(isStrict: true)
        if case .decoded(let pixels) = strict { return pixels }
        guard case .failed(let message) = strict, Self.isHarmless(message) else {
            throw Self.error(strict)
        }
        // Bytes that every decoder ignores; decoded again because the strict run stopped at them.
        notes.append(.strayBytes)
        switch run(isStrict: false) {
        case .decoded(let pixels): return pixels
        case .warned(let pixels, let message) where Self.isHarmless(message): return pixels
        case let failure: throw Self.error(failure)
        }
    }

    private enum Outcome {
        case decoded([UInt32])
        case warned([UInt32], String)
        case failed(String)
    }

    private static func isHarmless(_ message: String) -> Bool {
        message.contains("extraneous bytes")
    }

    private static func error(_ outcome: Outcome) -> ImageError {
        switch outcome {
        case .decoded: .corrupt("unknown")
        case .warned(_, let message), .failed(let message):
            message.contains("remature end") ? .truncated : .corrupt(message)
        }
    }

    private func run(isStrict: Bool) -> Outcome {
        var message = [CChar](repeating: 0, count: 256)
        var result = JPEG_FAILED
        let decoded = unsafe PixelMemory.filled(count: part.bounds.area) { memory in
            unsafe bytes.withUnsafeBufferPointer { file in
                // SAFETY: memory holds the pixels of the part, and the decoder writes exactly
                // those.
                var decoding = unsafe decoding(file, into: memory, isStrict: isStrict)
                result = unsafe jpeg_decode_part(&decoding, &message, message.count)
                return result != JPEG_FAILED
            }
        }
        guard let decoded else { return .failed(text(of: message)) }
        return result == JPEG_WARNED ? .warned(decoded, text(of: message)) : .decoded(decoded)
    }

    private func decoding(
        _ file: UnsafeBufferPointer<UInt8>, into memory: UnsafeMutableRawBufferPointer,
        isStrict: Bool
    ) -> JPEGDecoding {
        let (whole, part) = (part.whole, part.bounds)
        return unsafe JPEGDecoding(
            bytes: file.baseAddress, count: file.count, width: UInt32(whole.width),
            height: UInt32(whole.height), shrinking: UInt32(shrinking),
            is_cmyk: header.components == 4, is_strict: isStrict, x: UInt32(part.x),
            y: UInt32(part.y), part_width: UInt32(part.width), part_height: UInt32(part.height),
            pixels: memory.baseAddress?.assumingMemoryBound(to: UInt8.self))
    }
}
