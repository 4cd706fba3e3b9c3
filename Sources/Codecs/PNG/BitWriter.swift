/// Writes bits into memory, the first into the lowest of each byte, as deflate wants them.
///
/// Unsafe because the codes of a photograph's 3.5 million samples go through it; the caller
/// promises 8 writable bytes behind all that it writes.
@safe struct BitWriter {
    private var place: UnsafeMutableRawPointer
    private let start: UnsafeMutableRawPointer
    private var bits: UInt64 = 0
    private var bitCount = 0

    init(_ start: UnsafeMutableRawPointer) {
        unsafe self.start = start
        unsafe place = start
    }

    /// Whole bytes written so far.
    var byteCount: Int { unsafe place - start }

    /// Adds the lowest `count` bits of `value`, the others being 0; at most 56 between two flushes.
    @inline(__always)
    mutating func put(_ value: UInt64, _ count: Int) {
        bits |= value &<< UInt64(truncatingIfNeeded: bitCount)
        bitCount &+= count
    }

    /// Moves whole bytes to memory; at most 7 bits stay behind.
    @inline(__always)
    mutating func flush() {
        unsafe place.storeBytes(of: bits.littleEndian, as: UInt64.self)
        unsafe place += bitCount &>> 3
        bits &>>= UInt64(truncatingIfNeeded: bitCount & ~7)
        bitCount &= 7
    }

    /// Ends on a whole byte by an empty stored block.
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
