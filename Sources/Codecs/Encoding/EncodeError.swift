/// Why a bitmap does not become a file.
public enum EncodeError: Error, Hashable, Sendable {
    /// No way of coding gets below the byte budget; `smallest` is the best that was found.
    case overBudget(smallest: Int, limit: Int)
    /// A side is longer than the format can hold, in px.
    case sideTooLong(width: Int, height: Int, limit: Int)
    /// Metadata that do not fit the format; the text says which part.
    case metadataTooLong(part: String, bytes: Int, limit: Int)
    /// A library fails at what it must be able to do, mostly for want of memory.
    case failed(String)
}

extension EncodeError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .overBudget(let smallest, let limit):
            "the smallest file has \(smallest) bytes, \(smallest - limit) more than the \(limit) allowed"
        case .sideTooLong(let width, let height, let limit):
            "a side of \(width) x \(height) px is longer than the \(limit) px the format holds"
        case .metadataTooLong(let part, let bytes, let limit):
            "\(part) has \(bytes) bytes, more than the \(limit) the format holds"
        case .failed(let what): "the encoder failed: \(what)"
        }
    }
}
