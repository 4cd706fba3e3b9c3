import BlueHeartLanguages
import Foundation

/// A test file of the Unicode Character Database, as Debian's package unicode-data has it.
func unicodeFile(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "/usr/share/unicode/" + name)))
}

/// Reads a file of the Unicode Character Database field by field.
///
/// Works on bytes: the files have up to half a million lines, and tests run unoptimized.
struct UnicodeFileCursor {
    let bytes: [UInt8]
    private(set) var offset = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { offset >= bytes.count }
    var byte: UInt8 { bytes[offset] }

    mutating func skipLine() {
        while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
        offset += 1
    }

    mutating func skip(_ count: Int) { offset += count }

    mutating func skipSpaces() {
        while bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
    }

    /// The bytes up to a space or the end of the field, packed into one number.
    mutating func word() -> UInt32 {
        var word: UInt32 = 0
        while bytes[offset] > 0x20, bytes[offset] != 0x3B {
            word = word &<< 8 | UInt32(bytes[offset])
            offset += 1
        }
        return word
    }

    mutating func hexadecimal() -> UInt32 {
        var value: UInt32 = 0
        while true {
            switch bytes[offset] {
            case 0x30...0x39: value = value &<< 4 | UInt32(bytes[offset] &- 0x30)
            case 0x41...0x46: value = value &<< 4 | UInt32(bytes[offset] &- 0x37)
            default: return value
            }
            offset += 1
        }
    }

    mutating func decimal() -> Int {
        var value = 0
        while (0x30...0x39).contains(bytes[offset]) {
            value = value &* 10 &+ Int(bytes[offset] &- 0x30)
            offset += 1
        }
        return value
    }

    /// Numbers parted by spaces up to the end of the field; `x` becomes `unleveled`.
    mutating func numbers() -> [UInt8] {
        var numbers: [UInt8] = []
        skipSpaces()
        while bytes[offset] != 0x0A, bytes[offset] != 0x3B {
            if bytes[offset] == 0x78 {
                numbers.append(unleveled)
                offset += 1
            } else {
                numbers.append(UInt8(decimal()))
            }
            skipSpaces()
        }
        return numbers
    }
}

/// Stands for a character that the algorithm removes.
let unleveled: UInt8 = 255

func appendUnits(of scalar: UInt32, to units: inout [UInt16]) {
    if scalar < 0x10000 {
        units.append(UInt16(scalar))
    } else {
        units.append(UInt16(0xD800 + (scalar - 0x10000) >> 10))
        units.append(UInt16(0xDC00 + (scalar - 0x10000) & 0x3FF))
    }
}
