public import Formats

/// Why bytes do not become a picture.
public enum ImageError: Error, Hashable, Sendable {
    /// The bytes begin like no picture file we know.
    case notAnImage
    /// A known kind of file that is not read here, or not where another kind was asked for.
    case wrongFormat(expected: [ImageFormat], found: ImageFormat)
    /// The file has more bytes than the limits allow.
    case tooManyBytes(count: Int, limit: Int)
    /// The picture has more pixels than the limits allow.
    case tooLarge(width: Int, height: Int, limit: Int)
    /// A side of the picture is longer than the limits allow, in px.
    case sideTooLong(width: Int, height: Int, limit: Int)
    /// Decoding it takes more bytes than the limits allow, however small it becomes.
    case takesTooMuch(bytes: Int, limit: Int)
    /// A progressive JPEG with so many scans that decoding it would take unfairly long.
    case tooManyScans(count: Int, limit: Int)
    /// The file ends before the picture does.
    case truncated
    /// The file breaks the rules of its format; the text says which.
    case corrupt(String)
    /// The file may be right, but uses what is not read here; the text says what.
    case unsupported(String)
    /// A library that is loaded when first needed is not installed.
    case missingLibrary(String)
}

extension ImageError: CustomStringConvertible {
    /// One sentence with the values, for logs and for errors that have no words of their own.
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
