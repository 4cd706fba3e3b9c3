import Glibc

public enum FileKind: Hashable, Sendable { case file, folder, other }

/// Kind of the file at a path, links followed; nil if nothing can be seen there.
public func fileKind(at path: String) -> FileKind? {
    guard let status = status(of: path) else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
}

/// True if there is a regular file at a path, links followed.
public func isFile(at path: String) -> Bool { fileKind(at: path) == .file }

/// True if there is a folder at a path, links followed.
public func isFolder(at path: String) -> Bool { fileKind(at: path) == .folder }

/// A file as the system knows it, whatever path leads to it.
public struct FileIdentity: Hashable, Sendable {
    private let device: UInt
    private let number: UInt

    /// nil if nothing is at the path.
    public init?(path: String) {
        guard let status = status(of: path) else { return nil }
        device = UInt(status.st_dev)
        number = UInt(status.st_ino)
    }
}

private func status(of path: String) -> stat? {
    var status = stat()
    // SAFETY: the path ends in a zero byte, and `status` outlives the call.
    return unsafe stat(path, &status) == 0 ? status : nil
}
