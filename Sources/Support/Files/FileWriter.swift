public import BlueHeartDiagnostics
import Glibc

/// Writes complete files; readers never see a partial one.
public struct FileWriter: Sendable {
    public init() {}

    /// Writes a file, replacing an existing one.
    ///
    /// - Throws: `CardError` of kind `output`; the folder is then unchanged.
    public func write(_ bytes: [UInt8], to path: String) throws(CardError) {
        let file = try PendingFile(path)
        try file.write(bytes)
        try file.commit()
    }

    /// Creates a folder with its missing parents.
    public func makeFolder(_ path: String) throws(CardError) {
        if fileKind(at: path) == .folder { return }
        let parent = parentFolder(of: path)
        if parent != path { try makeFolder(parent) }
        // SAFETY: the path is zero-terminated during the call.
        let isMade = unsafe mkdir(path, 0o777) == 0
        // Another worker may have created it in between.
        guard isMade || fileKind(at: path) == .folder else {
            let fault = FileFault(path, errno: errno == EEXIST ? ENOTDIR : errno)
            throw writingError(fault, path)
        }
    }
}
