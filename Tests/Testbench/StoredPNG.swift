import BlueHeartPixels

/// PNG files whose data is stored and not compressed: enough for small goldens that any program
/// shows, and independent of the codecs under test.
///
/// The round trip is exact: straight alpha of 8 bits gives the same premultiplied pixel back, as
/// an error of half a step before the multiplication is one of half a step at most after it.
enum StoredPNG {
    enum Fault: Error {
        case noPNG
        /// Written by another program: compressed, interlaced, of another depth.
        case notStored
        case cutOff
    }

    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    /// Bytes that one stored block of deflate holds.
    private static let blockSize = 65_535

    static func encode(_ bitmap: Bitmap) -> [UInt8] {
        let header =
            bigEndian(UInt32(bitmap.width)) + bigEndian(UInt32(bitmap.height)) + [8, 6, 0, 0, 0]
        return signature + chunk("IHDR", header) + chunk("IDAT", stored(rows(of: bitmap)))
            + chunk("IEND", [])
    }

    static func decode(_ bytes: [UInt8]) throws(Fault) -> Bitmap {
        guard bytes.starts(with: signature) else { throw .noPNG }
        var (offset, header, data): (Int, [UInt8], [UInt8]) = (8, [], [])
        while offset + 12 <= bytes.count {
            let length = Int(readBigEndian(bytes, offset))
            guard offset + 12 + length <= bytes.count else { throw .cutOff }
            let content = bytes[offset + 8..<offset + 8 + length]
            switch String(decoding: bytes[offset + 4..<offset + 8], as: UTF8.self) {
            case "IHDR": header = Array(content)
            case "IDAT": data += content
            default: break
            }
            offset += 12 + length
        }
        guard header.count == 13, header[8...].elementsEqual([8, 6, 0, 0, 0]) else {
            throw .notStored
        }
        return try bitmap(
            width: Int(readBigEndian(header, 0)), height: Int(readBigEndian(header, 4)),
            rows: try unstored(data))
    }
}

// MARK: - Pixels

extension StoredPNG {
    /// Each row behind the number of its filter, 0.
    private static func rows(of bitmap: Bitmap) -> [UInt8] {
        var bytes: [UInt8] = []
        for y in 0..<bitmap.height {
            bytes.append(0)
            for x in 0..<bitmap.width {
                let pixel = bitmap[x, y]
                let alpha = pixel >> 24
                for shift: UInt32 in [0, 8, 16] {
                    let channel = pixel >> shift & 255
                    let straight = alpha == 0 ? 0 : (channel * 255 + alpha / 2) / alpha
                    bytes.append(UInt8(straight))
                }
                bytes.append(UInt8(alpha))
            }
        }
        return bytes
    }

    private static func bitmap(
        width: Int, height: Int, rows: [UInt8]
    ) throws(Fault) -> Bitmap {
        guard width > 0, height > 0, rows.count == height * (1 + 4 * width) else { throw .cutOff }
        var bitmap = Bitmap(width: width, height: height)
        for y in 0..<height {
            let start = y * (1 + 4 * width)
            guard rows[start] == 0 else { throw .notStored }
            for x in 0..<width {
                let place = start + 1 + 4 * x
                let alpha = UInt32(rows[place + 3])
                var pixel = alpha << 24
                for (index, shift) in [UInt32(0), 8, 16].enumerated() {
                    pixel |= ((UInt32(rows[place + index]) * alpha + 127) / 255) << shift
                }
                bitmap[x, y] = pixel
            }
        }
        return bitmap
    }
}

// MARK: - Bytes

extension StoredPNG {
    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + content
        return bigEndian(UInt32(content.count)) + body + bigEndian(checksum(body))
    }

    /// A zlib stream of stored blocks.
    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x78, 0x01]
        for start in stride(from: 0, to: bytes.count, by: blockSize) {
            let block = bytes[start..<min(start + blockSize, bytes.count)]
            let isLast = start + blockSize >= bytes.count
            let size = UInt16(block.count)
            stream += [isLast ? 1 : 0, UInt8(size & 255), UInt8(size >> 8)]
            stream += [UInt8(~size & 255), UInt8(~size >> 8)]
            stream += block
        }
        return stream + bigEndian(adler(bytes))
    }

    private static func unstored(_ stream: [UInt8]) throws(Fault) -> [UInt8] {
        var (bytes, offset, isLast): ([UInt8], Int, Bool) = ([], 2, false)
        while !isLast {
            guard offset + 5 <= stream.count else { throw .cutOff }
            guard stream[offset] & 0b110 == 0 else { throw .notStored }
            isLast = stream[offset] & 1 == 1
            let size = Int(stream[offset + 1]) | Int(stream[offset + 2]) << 8
            guard offset + 5 + size <= stream.count else { throw .cutOff }
            bytes += stream[offset + 5..<offset + 5 + size]
            offset += 5 + size
        }
        return bytes
    }

    private static func bigEndian(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func readBigEndian(_ bytes: [UInt8], _ offset: Int) -> UInt32 {
        bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static let checksumTable: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in
            value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1
        }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { checksumTable[Int(($0 ^ UInt32($1)) & 255)] ^ $0 >> 8 }
    }

    private static func adler(_ bytes: [UInt8]) -> UInt32 {
        var (a, b): (UInt32, UInt32) = (1, 0)
        for byte in bytes {
            a = (a + UInt32(byte)) % 65_521
            b = (b + a) % 65_521
        }
        return b << 16 | a
    }
}
