import Geometry

/// What is wrong with a path's data, and at which byte, from 0.
struct PathFault: Error {
    var offset: Int
    var message: String
    var hint: String?
}

/// Reads the `d` of a path; linear in its bytes.
///
/// Source: W3C, "Scalable Vector Graphics 2", section 9.3, "Path data".
struct PathParser {
    private let bytes: [UInt8]
    private var offset = 0
    private var path = Path()
    private var current = Point.zero
    private var start = Point.zero
    /// The control point that a smooth curve mirrors, and of which kind of curve it was.
    private var lastControl: (point: Point, command: UInt8)?

    /// Bytes of a path, and the largest of its numbers.
    static let limits = (bytes: 200_000, number: 1e6)

    static func read(_ text: String) throws(PathFault) -> Path {
        guard text.utf8.count <= limits.bytes else {
            throw PathFault(
                offset: limits.bytes,
                message: "expected a path of at most \(limits.bytes) bytes", hint: "simplify it")
        }
        var parser = PathParser(bytes: Array(text.utf8))
        try parser.read()
        return parser.path
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}

extension PathParser {
    private mutating func read() throws(PathFault) {
        skipSpace()
        guard offset < bytes.count else {
            throw fault("expected a path, found none", hint: "write \"M0 0H10V10Z\"")
        }
        var isFirst = true
        while offset < bytes.count {
            let letter = bytes[offset]
            guard isFirst ? letter | 0x20 == UInt8(ascii: "m") : isCommand(letter) else {
                throw fault(
                    isFirst ? "expected M to begin the path" : "expected a command",
                    hint: "commands are M L H V C S Q T A Z, small where relative")
            }
            isFirst = false
            offset += 1
            try run(letter)
            skipSpace()
        }
    }

    private func isCommand(_ byte: UInt8) -> Bool {
        "mlhvcsqtaz".utf8.contains(byte | 0x20) && byte >= 0x41
    }

    /// One command with all the sets of numbers that follow it.
    private mutating func run(_ letter: UInt8) throws(PathFault) {
        guard letter | 0x20 != UInt8(ascii: "z") else {
            path.close()
            current = start
            lastControl = nil
            return
        }
        var command = letter
        repeat {
            try step(command)
            // Points after those of a move are lines.
            if command | 0x20 == UInt8(ascii: "m") { command = command &- 1 }
            skipSeparator()
        } while offset < bytes.count && beginsNumber(bytes[offset])
    }

    private mutating func step(_ command: UInt8) throws(PathFault) {
        let origin = command & 0x20 == 0 ? Point.zero : current
        var control: Point?
        switch command | 0x20 {
        case UInt8(ascii: "m"):
            current = try point(from: origin)
            start = current
            path.move(to: current)
        case UInt8(ascii: "l"): lineTo(try point(from: origin))
        case UInt8(ascii: "h"): lineTo(Point(x: try number() + origin.x, y: current.y))
        case UInt8(ascii: "v"): lineTo(Point(x: current.x, y: try number() + origin.y))
        case UInt8(ascii: "c"):
            let first = try point(from: origin)
            control = try cubic(first, from: origin)
        case UInt8(ascii: "s"): control = try cubic(mirrored("cs"), from: origin)
        case UInt8(ascii: "q"): control = try quad(try point(from: origin), from: origin)
        case UInt8(ascii: "t"): control = try quad(mirrored("qt"), from: origin)
        default: try arc(from: origin)
        }
        lastControl = control.map { ($0, command | 0x20) }
    }

    private mutating func lineTo(_ point: Point) {
        current = point
        path.line(to: point)
    }

    private mutating func cubic(_ first: Point, from origin: Point) throws(PathFault) -> Point {
        let second = try point(from: origin)
        current = try point(from: origin)
        path.cubic(first, second, to: current)
        return second
    }

    private mutating func quad(_ control: Point, from origin: Point) throws(PathFault) -> Point {
        current = try point(from: origin)
        path.quad(control, to: current)
        return control
    }

    /// The last control point on the other side of where we are, after a curve of the same kind.
    private func mirrored(_ kinds: String) -> Point {
        guard let last = lastControl, kinds.utf8.contains(last.command) else { return current }
        return current + (current - last.point)
    }

    private mutating func arc(from origin: Point) throws(PathFault) {
        let radii = Point(x: abs(try number()), y: abs(try number()))
        let turn = Angle(degrees: try number())
        let (isLarge, isClockwise) = (try flag(), try flag())
        let end = try point(from: origin)
        let arc = EllipticalArc(
            from: current, to: end, radii: radii, turn: turn, isLarge: isLarge,
            isClockwise: isClockwise)
        arc.append(to: &path)
        current = end
    }
}

// MARK: - Numbers

extension PathParser {
    private mutating func point(from origin: Point) throws(PathFault) -> Point {
        let x = try number()
        return Point(x: x, y: try number()) + origin
    }

    private mutating func flag() throws(PathFault) -> Bool {
        skipSeparator()
        guard offset < bytes.count, bytes[offset] == 0x30 || bytes[offset] == 0x31 else {
            throw fault("expected 0 or 1 for a flag of an arc")
        }
        offset += 1
        return bytes[offset - 1] == 0x31
    }

    private mutating func number() throws(PathFault) -> Double {
        skipSeparator()
        let begin = offset
        if offset < bytes.count, bytes[offset] == 0x2D || bytes[offset] == 0x2B { offset += 1 }
        let whole = digits()
        var fraction = 0
        if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
            offset += 1
            fraction = digits()
        }
        guard whole + fraction > 0, whole + fraction <= 40 else {
            offset = begin
            throw fault("expected a number")
        }
        exponent()
        guard let number = Double(String(decoding: bytes[begin..<offset], as: UTF8.self)),
            abs(number) <= Self.limits.number
        else {
            offset = begin
            throw fault("expected a number up to 1000000")
        }
        return number
    }

    private mutating func exponent() {
        guard offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") else { return }
        let begin = offset
        offset += 1
        if offset < bytes.count, bytes[offset] == 0x2D || bytes[offset] == 0x2B { offset += 1 }
        if !(1...3).contains(digits()) { offset = begin }
    }

    private mutating func digits() -> Int {
        let begin = offset
        while offset < bytes.count, (0x30...0x39).contains(bytes[offset]) { offset += 1 }
        return offset - begin
    }

    private func beginsNumber(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2B || byte == 0x2E
    }

    private mutating func skipSpace() {
        while offset < bytes.count, [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(bytes[offset]) {
            offset += 1
        }
    }

    private mutating func skipSeparator() {
        skipSpace()
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: ",") else { return }
        offset += 1
        skipSpace()
    }

    private func fault(_ message: String, hint: String? = nil) -> PathFault {
        PathFault(offset: offset, message: message, hint: hint)
    }
}
