/// Reason for refusing path data, with the byte offset at which reading ended.
public enum PathDataError: Error, Hashable, Sendable {
    /// Path data must begin with `M` or `m`.
    case expectedMove(offset: Int)
    case expectedCommand(offset: Int)
    case expectedNumber(offset: Int)
    /// A flag of an arc must be `0` or `1`.
    case expectedFlag(offset: Int)
    /// Coordinates and radii must be within 1e6 in both directions.
    case numberTooLarge(offset: Int)
    case tooManySegments(offset: Int, limit: Int)

    public var offset: Int {
        switch self {
        case .expectedMove(let offset), .expectedCommand(let offset),
            .expectedNumber(let offset), .expectedFlag(let offset), .numberTooLarge(let offset),
            .tooManySegments(let offset, _):
            offset
        }
    }
}

extension PathDataError: CustomStringConvertible {
    public var description: String {
        let place = "at character \(offset + 1) of the path data"
        return switch self {
        case .expectedMove: "expected M or m \(place)"
        case .expectedCommand: "expected one of M L H V C S Q T A Z, or a number, \(place)"
        case .expectedNumber: "expected a number \(place)"
        case .expectedFlag: "expected the flag 0 or 1 \(place)"
        case .numberTooLarge: "expected a number from -1000000 to 1000000 \(place)"
        case .tooManySegments(_, let limit): "expected at most \(limit) segments, found more"
        }
    }
}
