/// Writes files to a ZIP archive without compression; the same files give the same bytes.
///
/// Pictures are already compressed. Every file has the same date, the earliest possible, and the
/// same permissions.
///
/// - Source: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
public struct ZIPWriter: Sendable {
    /// Largest number of files in an archive without the 64-bit extension.
    static let countLimit = 65_534

    fileprivate struct Entry {
        var name: [UInt8]
        var crc: UInt32
        var size: UInt32
        var offset: UInt32
    }

    private var entries: [Entry] = []
    private var offset: UInt32 = 0

    public init() {}

    /// The local header of the next file, to be followed by its bytes.
    ///
    /// - Precondition: all files together have less than 4 GiB.
    ///
    /// - Parameter name: with `/` between folders, relative, and of at most 65,535 bytes.
    public mutating func head(of bytes: [UInt8], named name: String) -> [UInt8] {
        let entry = Entry(
            name: Array(name.utf8), crc: unsafe bytes.withUnsafeBytes { unsafe crc32($0) },
            size: UInt32(bytes.count), offset: offset)
        precondition(entries.count < Self.countLimit, "\(entries.count) files in a ZIP")
        precondition(!entry.name.isEmpty && entry.name.first != UInt8(ascii: "/"), name)
        entries.append(entry)
        var head = LittleEndianBytes()
        head.append(four: 0x0403_4B50)
        head.append(entry.common)
        head.append(two: 0)
        head.bytes += entry.name
        offset += UInt32(head.bytes.count) + entry.size
        return head.bytes
    }

    /// The central directory, to be written after the last file.
    public func end() -> [UInt8] {
        var end = LittleEndianBytes()
        for entry in entries { end.append(directory: entry) }
        let size = UInt32(end.bytes.count)
        end.append(four: 0x0605_4B50)
        for value in [0, 0, entries.count, entries.count] { end.append(two: UInt16(value)) }
        end.append(four: size)
        end.append(four: offset)
        end.append(two: 0)
        return end.bytes
    }
}

extension ZIPWriter.Entry {
    /// Common part of a local header and a directory entry: version 2.0, names in UTF-8, stored, 1
    /// January 1980; checksum and sizes.
    fileprivate var common: [UInt8] {
        var bytes = LittleEndianBytes()
        for value in [20, 0x0800, 0, 0, 0x0021] as [UInt16] { bytes.append(two: value) }
        for value in [crc, size, size] { bytes.append(four: value) }
        bytes.append(two: UInt16(name.count))
        return bytes.bytes
    }
}

private struct LittleEndianBytes {
    var bytes: [UInt8] = []

    mutating func append(two value: UInt16) {
        bytes += [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
    }

    mutating func append(four value: UInt32) {
        append(two: UInt16(truncatingIfNeeded: value))
        append(two: UInt16(truncatingIfNeeded: value >> 16))
    }

    mutating func append(_ more: [UInt8]) { bytes += more }

    /// Appends a directory entry: a regular Unix file, writable by its owner, readable by all.
    mutating func append(directory entry: ZIPWriter.Entry) {
        append(four: 0x0201_4B50)
        append(two: 3 << 8 | 20)
        append(entry.common)
        // No extra field, no comment, disk 0, no internal attributes.
        for _ in 0..<4 { append(two: 0) }
        append(four: 0o100644 << 16)
        append(four: entry.offset)
        bytes += entry.name
    }
}
