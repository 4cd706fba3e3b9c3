import CDeflate
import CISAL

/// ISA-L's compressor of one level, with its memory.
@safe final class FastDeflater {
    private let stream: UnsafeMutablePointer<DeflateStream>?

    /// - Parameter level: 1 or 2.
    init(level: Int) {
        unsafe stream = deflate_stream_create(UInt32(level))
    }

    deinit { if let stream = unsafe stream { unsafe deflate_stream_destroy(stream) } }

    /// Compresses to raw deflate blocks that end on a whole byte; nil where there is no room.
    func compress(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer, isLast: Bool
    ) -> Int? {
        guard let stream = unsafe stream else { return nil }
        // SAFETY: both counts are those of the buffers.
        let written = unsafe deflate_stream_compress(
            stream, input.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt32(input.count),
            output.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt32(output.count),
            isLast ? 1 : 0)
        return written > 0 ? written : nil
    }

    /// Bytes that are always enough: stored blocks, and what a flush adds.
    static func bound(_ count: Int) -> Int { count + count / 8 + 4_096 }
}

/// libdeflate's compressor of one level.
@safe final class ThoroughDeflater {
    private let compressor: OpaquePointer?

    /// - Parameter level: 1 to 12.
    init(level: Int) {
        unsafe compressor = libdeflate_alloc_compressor(Int32(level))
    }

    deinit { unsafe libdeflate_free_compressor(compressor) }

    /// Compresses to raw deflate data; nil where there is no room.
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

/// The checksum at the end of a PNG chunk.
func crc32(_ bytes: UnsafeRawBufferPointer, continuing crc: UInt32 = 0) -> UInt32 {
    // Without bytes libdeflate would begin anew.
    unsafe bytes.isEmpty ? crc : unsafe libdeflate_crc32(crc, bytes.baseAddress, bytes.count)
}
