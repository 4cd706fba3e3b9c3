/// Reads the values of attributes and style sheets from left to right.
struct TextCursor {
    let bytes: [UInt8]
    var offset = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { offset >= bytes.count }

    var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    func peek(_ distance: Int) -> UInt8? {
        offset + distance < bytes.count ? bytes[offset + distance] : nil
    }

    mutating func skipBlanks() {
        while let byte = next, byte.isBlank { offset += 1 }
    }

    /// Blanks with at most one comma among them.
    mutating func skipSeparator() {
        skipBlanks()
        if accept(UInt8(ascii: ",")) { skipBlanks() }
    }

    mutating func accept(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        offset += 1
        return true
    }

    /// Consumes a word, ignoring case; nothing if another follows.
    mutating func accept(word: String) -> Bool {
        let wanted = Array(word.utf8)
        guard offset + wanted.count <= bytes.count else { return false }
        for (index, byte) in wanted.enumerated() where bytes[offset + index].lowercase != byte {
            return false
        }
        offset += wanted.count
        return true
    }

    /// The longest run of bytes that fit, possibly empty.
    mutating func take(while fits: (UInt8) -> Bool) -> String {
        let start = offset
        while let byte = next, fits(byte) { offset += 1 }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    /// A CSS name; empty if there is none.
    mutating func name() -> String { take(while: \.isNamePart) }

    /// A finite number without its unit; nothing is consumed if there is none.
    mutating func number() -> Double? {
        let start = offset
        if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { offset += 1 }
        var digits = skipDigits()
        if next == UInt8(ascii: "."), peek(1).map(\.isDigit) ?? false {
            offset += 1
            digits += skipDigits()
        } else if next == UInt8(ascii: "."), digits > 0 {
            offset += 1
        }
        guard digits > 0 else {
            offset = start
            return nil
        }
        skipExponent()
        guard let value = Double(String(decoding: bytes[start..<offset], as: UTF8.self)),
            value.isFinite
        else {
            offset = start
            return nil
        }
        return value
    }

    private mutating func skipDigits() -> Int {
        let start = offset
        while next.map(\.isDigit) ?? false { offset += 1 }
        return offset - start
    }

    /// Skips an exponent, but not the letter of `1em`.
    private mutating func skipExponent() {
        guard next?.lowercase == UInt8(ascii: "e") else { return }
        var ahead = 1
        if peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-") { ahead = 2 }
        guard peek(ahead).map(\.isDigit) ?? false else { return }
        offset += ahead
        _ = skipDigits()
    }

    /// Numbers up to the end or something else; nil if anything but blanks remains.
    mutating func numbers() -> [Double]? {
        var result: [Double] = []
        skipBlanks()
        while let value = number() {
            result.append(value)
            skipSeparator()
        }
        return isAtEnd ? result : nil
    }
}

extension UInt8 {
    var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }

    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    var lowercase: UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
    }

    var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lowercase) }

    var isNamePart: Bool {
        isLetter || isDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
            || self >= 0x80
    }
}

extension String {
    /// The text without blanks at both ends.
    var trimmed: String {
        let bytes = Array(utf8)
        guard let first = bytes.firstIndex(where: { !$0.isBlank }),
            let last = bytes.lastIndex(where: { !$0.isBlank })
        else { return "" }
        return String(decoding: bytes[first...last], as: UTF8.self)
    }

    /// The words between blanks.
    var words: [String] {
        utf8.split(whereSeparator: \.isBlank).map { String(decoding: $0, as: UTF8.self) }
    }

    /// ASCII letters in lower case, everything else as it is.
    var asciiLowercased: String {
        String(decoding: utf8.map(\.lowercase), as: UTF8.self)
    }
}
