public import BlueHeartDiagnostics
import Glibc

/// A file that is replaced only if its content changes.
///
/// Nothing is opened for writing before the first byte that differs from the earlier content; from
/// then on a `PendingFile` is written. Owned by one thread.
public final class ChangedFile {
    private let path: String
    private let earlier: ReadableFile?
    /// Number of bytes that were equal so far.
    private var equalCount = 0
    private var pending: PendingFile?

    /// Opens the earlier content.
    ///
    /// - Parameter earlier: the path of the earlier content; nil for that of `path`. It may be
    ///   renamed meanwhile.
    public init(_ path: String, earlier: String? = nil) {
        self.path = path
        self.earlier = ReadableFile(earlier ?? path)
    }

    public func write(_ bytes: [UInt8]) throws(CardError) {
        if pending == nil, isEqual(bytes) {
            equalCount += bytes.count
        } else {
            try open().write(bytes)
        }
    }

    /// Replaces the file, if its content changed.
    ///
    /// - Returns: true if it was replaced.
    public func commit() throws(CardError) -> Bool {
        if pending == nil, let earlier, earlier.byteCount == equalCount { return false }
        try open().commit()
        return true
    }

    private func isEqual(_ bytes: [UInt8]) -> Bool {
        guard let earlier, equalCount + bytes.count <= earlier.byteCount else { return false }
        return earlier.bytes(at: equalCount, count: bytes.count) == bytes
    }

    private func open() throws(CardError) -> PendingFile {
        if let pending { return pending }
        let file = try PendingFile(path)
        var offset = 0
        while offset < equalCount, let earlier {
            let piece = earlier.bytes(at: offset, count: min(1 << 16, equalCount - offset))
            guard !piece.isEmpty else {
                throw writingError(FileFault(path, errno: EIO), path)
            }
            try file.write(piece)
            offset += piece.count
        }
        pending = file
        return file
    }
}
