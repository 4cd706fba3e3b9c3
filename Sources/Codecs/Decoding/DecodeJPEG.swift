import CJPEG
import Geometry
import Pixels

func decodeJPEG(
    _ bytes: [UInt8], limits: ImageLimits, covering: Size?
) throws(ImageError) -> DecodedImage {
    let header = try JPEGHeader.read(bytes, limits: limits)
    var notes: [ImageNote] = []
    let decoder = try JPEGDecoder(
        bytes: bytes, header: header,
        shrinking: shrinking(header.summary, covering: covering, limits: limits))
    var pixels = try decoder.decode(notes: &notes)
    let space = header.colorSpace(notes: &notes)
    if header.components == 4 {
        convertCMYKToSRGB(&pixels, from: space, isInverted: header.isAdobe, notes: &notes)
    } else {
        convertToSRGB(&pixels, from: space, notes: &notes)
    }
    let stored = Bitmap(width: decoder.width, height: decoder.height, pixels: pixels)
    return DecodedImage(
        header: header.summary, bitmap: stored.turned(header.orientation), notes: notes)
}

/// One JPEG on its way through TurboJPEG, which catches libjpeg's jumps itself.
private struct JPEGDecoder {
    let bytes: [UInt8]
    let header: JPEGHeader
    let width: Int
    let height: Int

    init(bytes: [UInt8], header: JPEGHeader, shrinking: Int) throws(ImageError) {
        self.bytes = bytes
        self.header = header
        width = (header.width + shrinking - 1) / shrinking
        height = (header.height + shrinking - 1) / shrinking
    }

    /// The pixels as stored: R, G, B, 255, or C, M, Y, K.
    func decode(notes: inout [ImageNote]) throws(ImageError) -> [UInt32] {
        let strict = run(flags: TJFLAG_ACCURATEDCT | TJFLAG_STOPONWARNING)
        if case .decoded(let pixels) = strict { return pixels }
        guard case .failed(let message) = strict, Self.isHarmless(message) else {
            throw Self.error(strict)
        }
        // Bytes that no decoder minds; asked again because the first run stopped at them.
        notes.append(.strayBytes)
        switch run(flags: TJFLAG_ACCURATEDCT) {
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

    private func run(flags: Int32) -> Outcome {
        guard let handle = unsafe tjInitDecompress() else { return .failed("no memory") }
        defer { unsafe tjDestroy(handle) }
        var isWarned = false
        let format = header.components == 4 ? TJPF_CMYK : TJPF_RGBA
        let decoded = unsafe PixelMemory.filled(count: width * height) { memory in
            unsafe bytes.withUnsafeBufferPointer { file in
                // SAFETY: memory holds width * height * 4 bytes, and TurboJPEG writes rows of
                // width * 4 bytes, height of them, or refuses.
                let status = unsafe tjDecompress2(
                    handle, file.baseAddress, UInt(file.count), memory.baseAddress, Int32(width),
                    Int32(width * 4), Int32(height), format.rawValue, flags)
                isWarned = unsafe status != 0 && tjGetErrorCode(handle) == TJERR_WARNING.rawValue
                return status == 0 || (isWarned && flags & TJFLAG_STOPONWARNING == 0)
            }
        }
        let message = unsafe String(cString: tjGetErrorStr2(handle))
        guard let decoded else { return .failed(message) }
        return isWarned ? .warned(decoded, message) : .decoded(decoded)
    }
}
