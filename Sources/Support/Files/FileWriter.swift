public import Diagnostics
import Glibc

/// Writes finished files; none is ever seen half-written.
public struct FileWriter: Sendable {
    public init() {}

    /// Writes a whole file, over one that may be there.
    ///
    /// - Throws: `CardError` of kind `output`; then the folder is as it was.
    public func write(_ bytes: [UInt8], to path: String) throws(CardError) {
        let file = try PendingFile(path)
        try file.write(bytes)
        try file.commit()
    }

    /// Makes a folder and those above it, where they are missing.
    public func makeFolder(_ path: String) throws(CardError) {
        if fileKind(at: path) == .folder { return }
        let parent = parentFolder(of: path)
        if parent != path { try makeFolder(parent) }
        // SAFETY: the path ends in a zero byte for the time of the call.
        let isMade = unsafe mkdir(path, 0o777) == 0
        // Another worker may have made it in between.
        guard isMade || fileKind(at: path) == .folder else {
            let fault = FileFault(path, errno: errno == EEXIST ? ENOTDIR : errno)
            throw writingError(fault, path)
        }
    }
}
