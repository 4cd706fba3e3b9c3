import CBlueHeartDeflate
import CBlueHeartISAL

/// ISA-L's compressor at one level, with its memory.
@safe final class FastDeflater {
    private let stream: UnsafeMutablePointer<DeflateStream>?

    /// Allocates a compressor.
    ///
    /// - Parameter level: 1 or 2.
    init(level: Int) {
        unsafe stream = deflate_stream_create(UInt32(level))
    }

    deinit { if let stream = unsafe stream { unsafe deflate_stream_destroy(stream) } }

    /// Compresses to raw deflate blocks that end on a byte boundary; 0 if the output is too small.
    ///
    /// - Parameter input: begins with `history` bytes, at most 32 KiB, that precede in the same
    ///   data and may be repeated.
    func compress(
        _ input: UnsafeRawBufferPointer, history: Int, into output: UnsafeMutableRawBufferPointer,
        isLast: Bool
    ) -> Int {
        guard let stream = unsafe stream, let base = input.baseAddress else { return 0 }
        // SAFETY: history <= input.count, and both counts are those of the buffers.
        return unsafe deflate_stream_compress(
            stream, base.assumingMemoryBound(to: UInt8.self) + history, UInt32(history),
            UInt32(input.count - history), output.baseAddress?.assumingMemoryBound(to: UInt8.self),
            UInt32(output.count), isLast ? 1 : 0)
    }

    /// An upper bound for the output: stored blocks, and the bytes of a flush.
    static func bound(_ count: Int) -> Int { count + count / 8 + 4_096 }
}

/// libdeflate's compressor at one level.
@safe final class ThoroughDeflater {
    private let compressor: OpaquePointer?

    /// Allocates a compressor.
    ///
    /// - Parameter level: 1 to 12.
    init(level: Int) {
        unsafe compressor = libdeflate_alloc_compressor(Int32(level))
    }

    deinit { unsafe libdeflate_free_compressor(compressor) }

    /// Compresses to raw deflate data; nil if the output is too small.
    func compress(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) -> Int? {
        guard let compressor = unsafe compressor else { return nil }
        // SAFETY: both counts are those of the buffers.
        let written = unsafe libdeflate_deflate_compress(
            compressor, input.baseAddress, input.count, output.baseAddress, output.count)
        return written > 0 ? written : nil
    }
}

/// The checksum at the end of zlib data.
func adler32(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    unsafe libdeflate_adler32(1, bytes.baseAddress, bytes.count)
}

/// The checksum of the second part of data, which has `count` bytes, from the checksums of both
/// parts.
///
/// Source: RFC 1950, section 9: the sums are taken modulo 65,521, and the first begins at 1.
func adler32(_ first: UInt32, _ second: UInt32, count: Int) -> UInt32 {
    let modulus: UInt64 = 65_521
    let (low, lowMore) = (UInt64(first & 0xFFFF), UInt64(second & 0xFFFF))
    let (high, highMore) = (UInt64(first >> 16), UInt64(second >> 16))
    let lowSum = (low + lowMore + modulus - 1) % modulus
    let carried = UInt64(count) % modulus * (low + modulus - 1)
    let highSum = (high + highMore + carried) % modulus
    return UInt32(highSum << 16 | lowSum)
}

/// The checksum at the end of a PNG chunk.
func crc32(_ bytes: UnsafeRawBufferPointer, continuing crc: UInt32 = 0) -> UInt32 {
    // Without bytes libdeflate would start again.
    unsafe bytes.isEmpty ? crc : unsafe libdeflate_crc32(crc, bytes.baseAddress, bytes.count)
}
