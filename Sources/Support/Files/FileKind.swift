import Glibc

public enum FileKind: Hashable, Sendable { case file, folder, other }

/// Kind of the file at a path, with links followed; nil if it cannot be read.
public func fileKind(at path: String) -> FileKind? {
    guard let status = status(of: path) else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
}

/// True if there is a regular file at a path, with links followed.
public func isFile(at path: String) -> Bool { fileKind(at: path) == .file }

/// True if there is a folder at a path, with links followed.
public func isFolder(at path: String) -> Bool { fileKind(at: path) == .folder }

/// The identity of a file, independent of its path: device and inode.
public struct FileIdentity: Hashable, Sendable {
    private let device: UInt
    private let number: UInt

    /// nil if nothing exists at the path.
    public init?(path: String) {
        guard let status = status(of: path) else { return nil }
        device = UInt(status.st_dev)
        number = UInt(status.st_ino)
    }
}

private func status(of path: String) -> stat? {
    var status = stat()
    // SAFETY: the path is zero-terminated, and `status` outlives the call.
    return unsafe stat(path, &status) == 0 ? status : nil
}
