import CBlueHeartDeflate

/// Decompresses zlib data; nil if they are corrupt or expand to more than `limit` bytes.
func inflateZlib(_ data: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
    guard let decompressor = unsafe libdeflate_alloc_decompressor() else { return nil }
    defer { unsafe libdeflate_free_decompressor(decompressor) }
    var room = min(limit, 64 << 10)
    while room <= limit {
        var output = [UInt8](repeating: 0, count: room)
        var written = 0
        let result = unsafe data.withUnsafeBytes { input in
            // SAFETY: both counts are those of the buffers.
            unsafe libdeflate_zlib_decompress(
                decompressor, input.baseAddress, input.count, &output, room, &written)
        }
        if result == LIBDEFLATE_SUCCESS { return Array(output.prefix(written)) }
        guard result == LIBDEFLATE_INSUFFICIENT_SPACE else { return nil }
        room *= 4
    }
    return nil
}

/// Unpacked content of gzip data, or nil if they are broken or hold more than `limit` bytes.
///
/// A file of several members is read up to the end of the first.
public func inflateGzip(_ data: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
    guard let decompressor = unsafe libdeflate_alloc_decompressor() else { return nil }
    defer { unsafe libdeflate_free_decompressor(decompressor) }
    var room = min(limit, max(64 << 10, data.count * 4))
    while true {
        var output = [UInt8](repeating: 0, count: room)
        var (read, written) = (0, 0)
        let result = unsafe data.withUnsafeBytes { input in
            // SAFETY: both counts are those of the buffers.
            unsafe libdeflate_gzip_decompress_ex(
                decompressor, input.baseAddress, input.count, &output, room, &read, &written)
        }
        if result == LIBDEFLATE_SUCCESS { return Array(output.prefix(written)) }
        guard result == LIBDEFLATE_INSUFFICIENT_SPACE, room < limit else { return nil }
        room = min(limit, room * 4)
    }
}
