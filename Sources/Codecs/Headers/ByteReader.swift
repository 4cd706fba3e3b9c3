/// Reads untrusted bytes sequentially; missing bytes are the error `truncated`.
struct ByteReader {
    private let bytes: ArraySlice<UInt8>
    /// The index of the next byte in the whole file.
    private(set) var offset: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        self.offset = bytes.startIndex
    }

    init(_ bytes: [UInt8]) {
        self.init(bytes[...])
    }

    var remaining: Int { bytes.endIndex - offset }

    var isAtEnd: Bool { remaining == 0 }

    mutating func take(_ count: Int) throws(ImageError) -> ArraySlice<UInt8> {
        guard count >= 0, count <= remaining else { throw .truncated }
        defer { offset += count }
        return bytes[offset..<offset + count]
    }

    mutating func skip(_ count: Int) throws(ImageError) {
        _ = try take(count)
    }

    mutating func byte() throws(ImageError) -> Int {
        guard !isAtEnd else { throw .truncated }
        defer { offset += 1 }
        return Int(bytes[offset])
    }

    /// The next `count` bytes as one number, the most significant first; `count` is 1 to 4.
    mutating func bigEndian(bytes count: Int) throws(ImageError) -> Int {
        try take(count).reduce(0) { $0 << 8 | Int($1) }
    }

    /// The next `count` bytes as one number, the least significant first; `count` is 1 to 4.
    mutating func littleEndian(bytes count: Int) throws(ImageError) -> Int {
        try take(count).reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// Skips `text` if it is next; returns whether it was.
    mutating func skips(_ text: StaticString) -> Bool {
        let wanted = text.description.utf8
        guard bytes[offset...].starts(with: wanted) else { return false }
        offset += wanted.count
        return true
    }
}
