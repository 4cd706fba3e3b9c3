/// Text in the code page of Western Europe that spreadsheets on Windows write.
///
/// - Source: WHATWG, "Encoding", index windows-1252.
enum Windows1252 {
    /// The scalars of the bytes 0x80 to 0x9F; 0 where the code page has none.
    private static let upper: [UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
        0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
        0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]

    /// The text in UTF-8; a byte without a character stays as it is, and so is a fault of its row.
    static func utf8(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            guard byte >= 0x80 else {
                text.append(byte)
                continue
            }
            let value = byte < 0xA0 ? upper[Int(byte) - 0x80] : UInt32(byte)
            if value != 0, let scalar = Unicode.Scalar(value) {
                text += UTF8.encode(scalar).map { Array($0) } ?? []
            } else {
                text.append(byte)
            }
        }
        return text
    }

    /// True if the bytes are certainly not UTF-8 with single faults in it.
    static func isLikely(_ bytes: some Collection<UInt8>) -> Bool {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var (letters, faults) = (0, 0)
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): if scalar.value >= 0x80 { letters += 1 }
            case .error: faults += 1
            case .emptyInput: return faults > 2 * letters && !bytes.contains(where: isUndefined)
            }
        }
    }

    private static func isUndefined(_ byte: UInt8) -> Bool {
        (0x80..<0xA0).contains(byte) && upper[Int(byte) - 0x80] == 0
    }
}

/// Text in UTF-16.
enum UTF16Text {
    /// The text in UTF-8, and the number of bytes that it took.
    ///
    /// Half of a surrogate pair becomes the byte 0xFF, which is a fault of its row. A pair that is
    /// cut off is left for the next piece unless this is the last.
    static func utf8(
        _ bytes: [UInt8], isBigEndian: Bool, isLast: Bool
    ) -> (text: [UInt8], used: Int) {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var index = 0
        func unit(_ at: Int) -> UInt16 {
            let (high, low) = isBigEndian ? (bytes[at], bytes[at + 1]) : (bytes[at + 1], bytes[at])
            return UInt16(high) << 8 | UInt16(low)
        }
        while index + 1 < bytes.count {
            let first = unit(index)
            if UTF16.isLeadSurrogate(first) {
                guard index + 3 < bytes.count else { break }
                let second = unit(index + 2)
                if UTF16.isTrailSurrogate(second) {
                    let pair = UTF16.EncodedScalar([first, second])
                    text += UTF8.encode(UTF16.decode(pair)).map { Array($0) } ?? []
                    index += 4
                    continue
                }
            }
            if let scalar = Unicode.Scalar(UInt32(first)) {
                text += UTF8.encode(scalar).map { Array($0) } ?? []
            } else {
                text.append(0xFF)
            }
            index += 2
        }
        if isLast, index < bytes.count {
            text.append(0xFF)
            index = bytes.count
        }
        return (text, index)
    }
}
