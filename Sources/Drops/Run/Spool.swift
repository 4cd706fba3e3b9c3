import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartSupport
import Glibc

/// A temporary file for bytes that are written later; deleted with the value.
///
/// Owned by one thread.
final class Spool {
    private let path: String
    private let descriptor: Int32
    private(set) var byteCount = 0

    /// Creates an unnamed file in `folder`.
    init(folder: String) throws(CardError) {
        path = "\(folder)/.blueheart-\(getpid()).spool"
        // SAFETY: the path is zero-terminated during the calls.
        descriptor = unsafe open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw spoolError(path, errno) }
        _ = unsafe unlink(path)
    }

    deinit { close(descriptor) }

    func append(_ bytes: [UInt8]) throws(CardError) {
        let refusal = writeAll(bytes, to: descriptor)
        guard refusal == 0 else { throw spoolError(path, refusal) }
        byteCount += bytes.count
    }

    /// Calls `body` with all bytes, in pieces.
    func forEachPiece(_ body: ([UInt8]) throws(CardError) -> Void) throws(CardError) {
        var offset = 0
        while offset < byteCount {
            var count = 0
            let piece = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
                // SAFETY: at most the size of the buffer is read.
                count = unsafe pread(descriptor, buffer.baseAddress, buffer.count, offset)
                filled = max(0, count)
            }
            guard count > 0 else { throw spoolError(path, errno) }
            try body(piece)
            offset += count
        }
    }
}

private func spoolError(_ path: String, _ number: Int32) -> CardError {
    let isFull = number == ENOSPC || number == EDQUOT
    return CardError(
        .output,
        Diagnostic(
            code: isFull ? "file-disk-full" : "file-system",
            isFull
                ? "\(quoted(path, limit: 300)) does not fit: the disk is full"
                : "\(quoted(path, limit: 300)) is refused by the system with number \(number)",
            hint: isFull ? "free some space, or choose a folder on another disk" : nil))
}
