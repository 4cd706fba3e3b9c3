/// Reason why bytes do not become a drawing.
public enum ArtworkError: Error, Hashable, Sendable {
    /// The file has more bytes than the limits allow.
    case tooManyBytes(limit: Int)
    /// Compressed data that do not unpack.
    case damagedCompression
    /// The document breaks a rule of XML; the text names it.
    case malformed(String, SourcePlace)
    /// The root is not an `svg` element.
    case notSVG
    case tooManyElements(limit: Int, SourcePlace)
    case tooDeep(limit: Int, SourcePlace)
    case tooManyAttributes(limit: Int, SourcePlace)
    case tooManyStyleRules(limit: Int)
    /// More elements are drawn than the limits allow, each counted as often as it is used.
    case tooManyDrawnElements(limit: Int, SourcePlace)
    case tooManySegments(limit: Int, SourcePlace)
    /// Painting would take longer than the limits allow.
    case tooCostly(SourcePlace)
    /// The document has neither width and height nor a viewBox, or a size of 0.
    case noSize
}

extension ArtworkError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooManyBytes(let limit): "the drawing has more than the \(limit) bytes allowed"
        case .damagedCompression: "the drawing's compressed data are damaged"
        case .malformed(let reason, let place): "\(reason) at \(place)"
        case .notSVG: "expected an svg element in the namespace http://www.w3.org/2000/svg"
        case .tooManyElements(let limit, let place):
            "expected at most \(limit) elements, found more at \(place)"
        case .tooDeep(let limit, let place):
            "expected elements at most \(limit) deep, found deeper ones at \(place)"
        case .tooManyAttributes(let limit, let place):
            "expected at most \(limit) attributes, found more at \(place)"
        case .tooManyStyleRules(let limit):
            "expected at most \(limit) style rules, found more"
        case .tooManyDrawnElements(let limit, let place):
            "expected at most \(limit) drawn elements, found more at \(place)"
        case .tooManySegments(let limit, let place):
            "expected at most \(limit) path segments, found more at \(place)"
        case .tooCostly(let place): "the drawing takes too long to paint, from \(place) on"
        case .noSize: "the drawing has neither width and height nor a viewBox of some size"
        }
    }
}

extension SourcePlace: CustomStringConvertible {
    public var description: String { "line \(line), column \(column)" }
}
