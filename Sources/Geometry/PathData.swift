/// Reads the path data of SVG: the `d` of a `path` element.
///
/// Source: W3C, Scalable Vector Graphics (SVG) 2, section 9.3 "Path data". A browser draws the part
/// before an error; this reader refuses the whole text.
public enum PathData {
    /// Largest number of segments of a text; an arc counts as one.
    public static let segmentLimit = 100_000

    /// Reads path data.
    ///
    /// - Returns: the path in the units of the text; an empty one for white space or `none`.
    /// - Cost: linear in the bytes.
    public static func read(_ text: String) throws(PathDataError) -> Path {
        var reader = PathDataReader(bytes: Array(text.utf8))
        try reader.read()
        return reader.path
    }

    /// The path up to the first error, as a browser draws it, with that error.
    ///
    /// - Cost: linear in the bytes.
    public static func readPrefix(_ text: String) -> (path: Path, fault: PathDataError?) {
        var reader = PathDataReader(bytes: Array(text.utf8))
        do throws(PathDataError) {
            try reader.read()
            return (reader.path, nil)
        } catch {
            return (reader.path, error)
        }
    }
}

/// Parses path data in one pass.
private struct PathDataReader {
    private var cursor: PathDataTokenizer
    private(set) var path = Path()
    private var segments = 0
    private var start = Point.zero
    private var current = Point.zero
    /// The last control point, if the last command was a curve of that degree.
    private var lastQuad: Point?
    private var lastCubic: Point?

    init(bytes: [UInt8]) {
        cursor = PathDataTokenizer(bytes: bytes)
    }

    mutating func read() throws(PathDataError) {
        cursor.skipBlanks()
        guard !cursor.isAtEnd, !cursor.isNone else { return }
        guard cursor.command == UInt8(ascii: "m") else {
            throw PathDataError.expectedMove(offset: cursor.offset)
        }
        while !cursor.isAtEnd {
            try command()
            cursor.skipBlanks()
        }
    }

    /// Reads one command letter and all sets of numbers after it.
    private mutating func command() throws(PathDataError) {
        guard let command = cursor.command else {
            throw PathDataError.expectedCommand(offset: cursor.offset)
        }
        let isRelative = cursor.isLowercase
        cursor.step()
        guard command != UInt8(ascii: "z") else {
            path.close()
            moveOn(to: start)
            return
        }
        var letter = command
        repeat {
            segments += 1
            guard segments <= PathData.segmentLimit else {
                throw PathDataError.tooManySegments(
                    offset: cursor.offset, limit: PathData.segmentLimit)
            }
            try segment(letter, from: isRelative ? current : .zero)
            // Further coordinate pairs after a move are lines.
            if letter == UInt8(ascii: "m") { letter = UInt8(ascii: "l") }
        } while cursor.hasNumber
    }

    private mutating func segment(_ letter: UInt8, from base: Point) throws(PathDataError) {
        switch letter {
        case UInt8(ascii: "m"):
            start = try point(base)
            path.move(to: start)
            moveOn(to: start)
        case UInt8(ascii: "l"): line(to: try point(base))
        case UInt8(ascii: "h"): line(to: Point(x: base.x + (try cursor.number()), y: current.y))
        case UInt8(ascii: "v"): line(to: Point(x: current.x, y: base.y + (try cursor.number())))
        case UInt8(ascii: "q"): quad(try point(base), to: try point(base))
        case UInt8(ascii: "t"): quad(mirrored(lastQuad), to: try point(base))
        case UInt8(ascii: "c"): cubic(try point(base), try point(base), to: try point(base))
        case UInt8(ascii: "s"):
            cubic(mirrored(lastCubic), try point(base), to: try point(base))
        default: try arc(from: base)
        }
    }

    private mutating func point(_ base: Point) throws(PathDataError) -> Point {
        Point(x: base.x + (try cursor.number()), y: base.y + (try cursor.number()))
    }

    /// The last control point reflected at the current point.
    private func mirrored(_ control: Point?) -> Point {
        control.map { current * 2 - $0 } ?? current
    }

    private mutating func moveOn(to point: Point) {
        current = point
        lastQuad = nil
        lastCubic = nil
    }

    private mutating func line(to end: Point) {
        path.line(to: end)
        moveOn(to: end)
    }

    private mutating func quad(_ control: Point, to end: Point) {
        path.quad(control, to: end)
        moveOn(to: end)
        lastQuad = control
    }

    private mutating func cubic(_ first: Point, _ second: Point, to end: Point) {
        path.cubic(first, second, to: end)
        moveOn(to: end)
        lastCubic = second
    }

    private mutating func arc(from base: Point) throws(PathDataError) {
        let radii = Size(width: abs(try cursor.number()), height: abs(try cursor.number()))
        let turn = Angle(degrees: try cursor.number())
        let isLarge = try cursor.flag()
        let isClockwise = try cursor.flag()
        let end = try point(base)
        let arc = EndpointArc(
            start: current, end: end, radii: radii, turn: turn, isLarge: isLarge,
            isClockwise: isClockwise)
        path.append(arc)
        moveOn(to: end)
    }
}
