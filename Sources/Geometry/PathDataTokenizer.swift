/// Tokenizer of path data.
struct PathDataTokenizer {
    private let bytes: [UInt8]
    private(set) var offset = 0
    /// Largest absolute value of a coordinate.
    private static let largest = 1e6

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { offset == bytes.count }

    private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    /// True if the rest of the text is the word `none`.
    var isNone: Bool {
        var rest = self
        guard bytes[offset...].starts(with: "none".utf8) else { return false }
        rest.offset += 4
        rest.skipBlanks()
        return rest.isAtEnd
    }

    /// The next command letter, in lower case.
    var command: UInt8? {
        guard let letter = next.map({ $0 | 0x20 }), "mlhvcsqtaz".utf8.contains(letter) else {
            return nil
        }
        // The bit of lower case is also set in digits and signs.
        return isLetter ? letter : nil
    }

    private var isLetter: Bool { next.map { $0 & 0x40 != 0 } ?? false }

    var isLowercase: Bool { next.map { $0 & 0x20 != 0 } ?? false }

    mutating func step() { offset += 1 }

    mutating func skipBlanks() {
        while let byte = next, [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(byte) { offset += 1 }
    }

    /// Skips white space with at most one comma.
    private mutating func skipSeparator() {
        skipBlanks()
        guard next == UInt8(ascii: ",") else { return }
        offset += 1
        skipBlanks()
    }

    /// True if another set of numbers follows; a comma requires one.
    var hasNumber: Bool {
        var rest = self
        rest.skipBlanks()
        switch rest.next {
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ","): return true
        default: return rest.isAtDigit
        }
    }

    private var isAtDigit: Bool {
        next.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
    }

    /// Reads a number and the separator before it.
    mutating func number() throws(PathDataError) -> Double {
        skipSeparator()
        let start = offset
        if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { offset += 1 }
        let whole = skipDigits()
        var fraction = 0
        if next == UInt8(ascii: ".") {
            offset += 1
            fraction = skipDigits()
        }
        guard whole + fraction > 0 else { throw .expectedNumber(offset: start) }
        try skipExponent()
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        guard let value = Double(text), abs(value) <= Self.largest else {
            throw .numberTooLarge(offset: start)
        }
        return value
    }

    private mutating func skipExponent() throws(PathDataError) {
        guard next.map({ $0 | 0x20 }) == UInt8(ascii: "e") else { return }
        offset += 1
        if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { offset += 1 }
        guard skipDigits() > 0 else { throw .expectedNumber(offset: offset) }
    }

    private mutating func skipDigits() -> Int {
        let start = offset
        while isAtDigit { offset += 1 }
        return offset - start
    }

    /// Reads a single `0` or `1`, which needs no separator after it.
    mutating func flag() throws(PathDataError) -> Bool {
        skipSeparator()
        guard next == UInt8(ascii: "0") || next == UInt8(ascii: "1") else {
            throw .expectedFlag(offset: offset)
        }
        defer { offset += 1 }
        return next == UInt8(ascii: "1")
    }
}
