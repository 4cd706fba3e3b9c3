public import BlueHeartDiagnostics
import Glibc

/// A file to which lines are appended, each in one system call if the system takes it whole.
///
/// A process that is killed leaves every line complete but perhaps the last. Owned by one thread.
public final class AppendedFile {
    private let path: String
    private let descriptor: Int32
    /// Size of the file.
    public private(set) var byteCount: Int

    /// Opens a file, and creates it if it is missing.
    ///
    /// - Throws: `CardError` of kind `output`.
    public init(_ path: String) throws(CardError) {
        self.path = path
        // SAFETY: the path is zero-terminated during the call.
        descriptor = unsafe open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw writingError(FileFault(path, errno: errno), path) }
        var status = stat()
        let isKnown = unsafe fstat(descriptor, &status) == 0
        guard isKnown, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw writingError(FileFault(path, .notAFile), path)
        }
        byteCount = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// Appends bytes.
    ///
    /// - Returns: the offset of the first.
    @discardableResult
    public func append(_ bytes: [UInt8]) throws(CardError) -> Int {
        let refusal = writeAll(bytes, to: descriptor)
        guard refusal == 0 else { throw writingError(FileFault(path, errno: refusal), path) }
        defer { byteCount += bytes.count }
        return byteCount
    }
}
