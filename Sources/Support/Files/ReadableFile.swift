import Glibc

/// A regular file of which any part can be read, by any thread; closed with the value.
public final class ReadableFile: Sendable {
    private let descriptor: Int32
    /// Size when it was opened.
    public let byteCount: Int

    /// nil if there is no regular file, or it cannot be opened.
    public init?(_ path: String) {
        // SAFETY: the path is zero-terminated during the call.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            return nil
        }
        self.descriptor = descriptor
        byteCount = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// The bytes at an offset; fewer at the end of the file, or if it cannot be read.
    public func bytes(at offset: Int, count: Int) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = 0
            while filled < count {
                // SAFETY: filled < count, and at most the rest of the buffer is read.
                let step = unsafe pread(
                    descriptor, buffer.baseAddress.map { unsafe $0 + filled }, count - filled,
                    off_t(offset + filled))
                if step < 0, errno == EINTR { continue }
                guard step > 0 else { return }
                filled += step
            }
        }
    }
}
