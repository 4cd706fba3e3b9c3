public import BlueHeartDiagnostics
import Glibc

/// Exclusive use of a folder by one process; ends with the value, or with the process.
///
/// A lock on the folder itself (`flock`): no file is written, and no lock outlives its process.
public final class FolderLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock without waiting.
    ///
    /// - Throws: `CardError` of kind `busy` if another process has it, and of kind `output` if the
    ///   folder cannot be opened.
    public init(_ folder: String) throws(CardError) {
        // SAFETY: the path is zero-terminated during the call.
        descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw writingError(FileFault(folder, errno: errno), folder)
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) != 0 else { return }
        let number = errno
        close(descriptor)
        guard number == EWOULDBLOCK else {
            throw writingError(FileFault(folder, errno: number), folder)
        }
        throw CardError(
            .busy,
            Diagnostic(
                code: "folder-in-use",
                "another process is writing to the folder \(quoted(folder, limit: 300))",
                hint: "wait until it ends, or name another folder"))
    }

    deinit { close(descriptor) }
}
