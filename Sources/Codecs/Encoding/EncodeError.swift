/// Reason why a bitmap cannot be encoded.
public enum EncodeError: Error, Hashable, Sendable {
    /// No encoding meets the byte budget; `smallest` is the best one found.
    case overBudget(smallest: Int, limit: Int)
    /// A side exceeds the format's limit, in px.
    case sideTooLong(width: Int, height: Int, limit: Int)
    /// Metadata that exceed the format's limit; `part` names them.
    case metadataTooLong(part: String, bytes: Int, limit: Int)
    /// A library call failed that should not, usually for lack of memory.
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
