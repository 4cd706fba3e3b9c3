import Glibc

/// Writes all bytes to an open file, in as many calls as needed.
///
/// - Returns: 0, or the system's error number.
public func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    unsafe bytes.withUnsafeBytes { unsafe writeAll($0, to: descriptor) }
}

/// Writes all bytes of a buffer.
public func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var offset = 0
    while offset < bytes.count {
        // SAFETY: offset < count, and at most the rest of the buffer is written.
        let step = unsafe write(
            descriptor, bytes.baseAddress.map { unsafe $0 + offset }, bytes.count - offset)
        if step < 0, errno == EINTR { continue }
        guard step > 0 else { return step < 0 ? errno : ENOSPC }
        offset += step
    }
    return 0
}
