/// Writes bits to memory, least significant bit first, as deflate requires.
///
/// Unsafe because the codes of a photograph's 3.5 million samples pass through it; the caller
/// guarantees 8 writable bytes after everything it writes.
@safe struct BitWriter {
    private var place: UnsafeMutableRawPointer
    private let start: UnsafeMutableRawPointer
    private var bits: UInt64 = 0
    private var bitCount = 0

    init(_ start: UnsafeMutableRawPointer) {
        unsafe self.start = start
        unsafe place = start
    }

    /// Complete bytes written so far.
    var byteCount: Int { unsafe place - start }

    /// Appends the lowest `count` bits of `value`, whose other bits are 0; at most 56 between two
    /// flushes.
    @inline(__always)
    mutating func put(_ value: UInt64, _ count: Int) {
        bits |= value &<< UInt64(truncatingIfNeeded: bitCount)
        bitCount &+= count
    }

    /// Writes complete bytes to memory; at most 7 bits remain.
    @inline(__always)
    mutating func flush() {
        unsafe place.storeBytes(of: bits.littleEndian, as: UInt64.self)
        unsafe place += bitCount &>> 3
        bits &>>= UInt64(truncatingIfNeeded: bitCount & ~7)
        bitCount &= 7
    }

    /// Aligns to a byte boundary with an empty stored block.
    ///
    /// Source: RFC 1951, section 3.2.4.
    mutating func align() {
        put(0, 3)
        flush()
        bitCount = (bitCount + 7) & ~7
        put(0xFFFF_0000, 32)
        flush()
    }

    /// Fills the last byte with zeros.
    mutating func finish() {
        bitCount = (bitCount + 7) & ~7
        flush()
    }
}
