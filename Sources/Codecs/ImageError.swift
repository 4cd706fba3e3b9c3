public import BlueHeartFormats

/// Reason why bytes cannot be decoded as a picture.
public enum ImageError: Error, Hashable, Sendable {
    /// The first bytes are not those of a known picture format.
    case notAnImage
    /// A known format that is not supported, or not the expected one.
    case wrongFormat(expected: [ImageFormat], found: ImageFormat)
    /// The file exceeds the byte limit.
    case tooManyBytes(count: Int, limit: Int)
    /// The picture exceeds the pixel limit.
    case tooLarge(width: Int, height: Int, limit: Int)
    /// A side of the picture exceeds the limit, in px.
    case sideTooLong(width: Int, height: Int, limit: Int)
    /// Decoding exceeds the memory limit, whatever the reduction.
    case takesTooMuch(bytes: Int, limit: Int)
    /// A progressive JPEG with so many scans that decoding would take too long.
    case tooManyScans(count: Int, limit: Int)
    /// The file ends before the picture does.
    case truncated
    /// The file violates its format; the text names the violation.
    case corrupt(String)
    /// A possibly valid file with an unsupported feature, which the text names.
    case unsupported(String)
    /// A library loaded on first use is not installed.
    case missingLibrary(String)
}

extension ImageError: CustomStringConvertible {
    /// One sentence with the values, for logs and for errors without a message of their own.
    public var description: String {
        switch self {
        case .notAnImage: "these bytes are no picture file"
        case .wrongFormat(let expected, let found):
            "expected \(expected.map(\.name).joined(separator: ", ")), found \(found.name)"
        case .tooManyBytes(let count, let limit):
            "the file has \(count) bytes, more than the \(limit) allowed"
        case .tooLarge(let width, let height, let limit):
            "\(width) x \(height) px are more than the \(limit) pixels allowed"
        case .sideTooLong(let width, let height, let limit):
            "a side of \(width) x \(height) px is longer than the \(limit) px allowed"
        case .takesTooMuch(let bytes, let limit):
            "decoding it takes \(bytes) bytes, more than the \(limit) allowed"
        case .tooManyScans(let count, let limit):
            "the JPEG has \(count) scans, more than the \(limit) allowed"
        case .truncated: "the file ends before the picture does"
        case .corrupt(let what): "the file is damaged: \(what)"
        case .unsupported(let what): "the file uses what is not read here: \(what)"
        case .missingLibrary(let name): "the library \(name) is not installed"
        }
    }
}
