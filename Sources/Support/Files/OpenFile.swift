import Glibc

/// A file open for reading; closed with the value.
public struct OpenFile: ~Copyable {
    public let path: String
    private let descriptor: Int32
    private let status: stat

    /// Opens a regular file; does not block on a pipe.
    public init(_ path: String) throws(FileFault) {
        // SAFETY: the path is zero-terminated during the call.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileFault(path, errno: errno) }
        var status = stat()
        let isKnown = unsafe fstat(descriptor, &status) == 0
        guard isKnown, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw FileFault(path, .notAFile)
        }
        self.path = path
        self.descriptor = descriptor
        self.status = status
    }

    deinit { close(descriptor) }

    public var byteCount: Int { Int(status.st_size) }

    /// Identifies the state of the file; changes when it is written or replaced.
    public var stamp: String {
        let time = status.st_mtim
        return "\(status.st_dev).\(status.st_ino).\(status.st_size).\(time.tv_sec).\(time.tv_nsec)"
    }

    public var state: FileState { FileState(status) }

    /// The whole content.
    ///
    /// - Throws: `.tooLarge` before memory is allocated.
    public func bytes(limit: Int) throws(FileFault) -> [UInt8] {
        guard byteCount <= limit else { throw FileFault(path, .tooLarge(limit: limit)) }
        var number: Int32 = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
            (count, number) = unsafe fill(UnsafeMutableRawBufferPointer(buffer))
        }
        guard number == 0 else { throw FileFault(path, errno: number) }
        return bytes
    }

    /// A private mapping of the whole file; `MAP_FAILED` on failure.
    public func map() -> UnsafeMutableRawPointer? {
        unsafe mmap(nil, byteCount, PROT_READ, MAP_PRIVATE, descriptor, 0)
    }

    /// Reads until the buffer is full or the file ends.
    ///
    /// - Returns: the bytes read, and the system's error number (0 for success).
    private func fill(_ buffer: UnsafeMutableRawBufferPointer) -> (Int, Int32) {
        var count = 0
        while count < buffer.count {
            // SAFETY: count < buffer.count, and at most the rest of the buffer is read.
            let step = unsafe read(
                descriptor, buffer.baseAddress.map { unsafe $0 + count }, buffer.count - count)
            if step < 0, errno == EINTR { continue }
            guard step >= 0 else { return (count, errno) }
            guard step > 0 else { break }
            count += step
        }
        return (count, 0)
    }
}

/// The content of a regular file.
public func readFile(_ path: String, limit: Int) throws(FileFault) -> [UInt8] {
    try OpenFile(path).bytes(limit: limit)
}
