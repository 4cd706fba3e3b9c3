/// Writes JSON incrementally.
///
/// Call `begin`, `write` and `end` in the order of the document; misuse traps.
public struct JSONWriter: Sendable {
    public enum Style: Hashable, Sendable {
        /// No white space and no line breaks.
        case compact
        /// Two spaces per level, one line per element, a line feed at the end.
        case pretty
    }

    private struct Container {
        let end: UInt8
        var isEmpty = true
    }

    private let style: Style
    private var bytes: [UInt8] = []
    private var open: [Container] = []
    private var awaitsValue = false

    public init(_ style: Style) {
        self.style = style
    }

    public mutating func beginObject() { begin("{", end: "}") }
    public mutating func beginArray() { begin("[", end: "]") }

    /// Ends the innermost object or array.
    public mutating func end() {
        precondition(!open.isEmpty && !awaitsValue, "nothing to end here")
        let container = open.removeLast()
        if !container.isEmpty { newLine() }
        bytes.append(container.end)
    }

    /// Writes the name of the next value, in an object.
    public mutating func name(_ name: String) {
        precondition(open.last?.end == UInt8(ascii: "}") && !awaitsValue, "no place for a name")
        separate()
        append(name)
        bytes += style == .pretty ? ": ".utf8 : ":".utf8
        awaitsValue = true
    }

    /// Writes a complete value, after `name` in an object, anywhere in an array.
    public mutating func write(_ value: JSONValue) {
        switch value {
        case .object(let fields):
            beginObject()
            for field in fields { write(field.name, field.value) }
            end()
        case .array(let elements):
            beginArray()
            for element in elements { write(element) }
            end()
        default:
            place()
            appendScalar(value)
        }
    }

    public mutating func write(_ name: String, _ value: JSONValue) {
        self.name(name)
        write(value)
    }

    /// The bytes written; every container must be ended.
    public consuming func finish() -> [UInt8] {
        precondition(open.isEmpty && !awaitsValue, "\(open.count) containers are not ended")
        return style == .pretty ? bytes + [UInt8(ascii: "\n")] : bytes
    }
}

extension JSONWriter {
    private mutating func begin(_ start: Unicode.Scalar, end: Unicode.Scalar) {
        place()
        bytes.append(UInt8(ascii: start))
        open.append(Container(end: UInt8(ascii: end)))
    }

    /// Writes the separator before a value.
    private mutating func place() {
        guard !awaitsValue else {
            awaitsValue = false
            return
        }
        precondition(open.last?.end != UInt8(ascii: "}"), "a value in an object needs a name")
        if !open.isEmpty { separate() }
    }

    private mutating func separate() {
        if !open[open.count - 1].isEmpty { bytes.append(UInt8(ascii: ",")) }
        open[open.count - 1].isEmpty = false
        newLine()
    }

    private mutating func newLine() {
        guard style == .pretty else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes += repeatElement(UInt8(ascii: " "), count: open.count * 2)
    }

    private mutating func appendScalar(_ value: JSONValue) {
        switch value {
        case .string(let text): append(text)
        case .number(let number): bytes += JSONValue.text(of: number).utf8
        case .integer(let number): bytes += String(number).utf8
        case .bool(let flag): bytes += (flag ? "true" : "false").utf8
        case .null: bytes += "null".utf8
        case .object, .array: preconditionFailure("not a scalar")
        }
    }
}

extension JSONWriter {
    /// Appends the text in quotes, escaped byte by byte: a `Character` filter would miss a quote
    /// followed by a combining mark.
    ///
    /// U+2028 and U+2029 are escaped too, because JavaScript once treated them as line ends.
    private mutating func append(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        defer { bytes.append(UInt8(ascii: "\"")) }
        guard text.utf8.contains(where: isEscaped) else { return bytes += text.utf8 }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes += #"\""#.utf8
            case UInt8(ascii: "\\"): bytes += #"\\"#.utf8
            case UInt8(ascii: "\n"): bytes += #"\n"#.utf8
            case UInt8(ascii: "\r"): bytes += #"\r"#.utf8
            case UInt8(ascii: "\t"): bytes += #"\t"#.utf8
            case 0...0x1F, 0x7F: appendEscape(of: UInt16(byte))
            case 0xA8, 0xA9: appendLast(byte)
            default: bytes.append(byte)
            }
        }
    }

    /// True if a byte must be escaped, alone or as the last byte of a character.
    private func isEscaped(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x1F, 0x7F, 0xA8, 0xA9, UInt8(ascii: "\""), UInt8(ascii: "\\"): true
        default: false
        }
    }

    /// Appends a byte that may be the last of U+2028 (E2 80 A8) or U+2029 (E2 80 A9).
    private mutating func appendLast(_ byte: UInt8) {
        guard bytes.suffix(2).elementsEqual([0xE2, 0x80]) else {
            bytes.append(byte)
            return
        }
        bytes.removeLast(2)
        appendEscape(of: 0x2000 + UInt16(byte) - 0x80)
    }

    private mutating func appendEscape(of unit: UInt16) {
        let digits = String(unit, radix: 16)
        bytes += "\\u".utf8
        bytes += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
        bytes += digits.utf8
    }
}
