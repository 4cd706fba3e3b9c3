/// Appends numbers to bytes, in the byte orders of the file formats.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

    mutating func byte(_ value: Int) { bytes.append(UInt8(truncatingIfNeeded: value)) }

    /// The lowest `count` bytes of `value`, the most significant first.
    mutating func bigEndian(_ value: Int, bytes count: Int) {
        for index in (0..<count).reversed() { byte(value >> (8 * index)) }
    }

    /// The lowest `count` bytes of `value`, the least significant first.
    mutating func littleEndian(_ value: Int, bytes count: Int) {
        for index in 0..<count { byte(value >> (8 * index)) }
    }
}
