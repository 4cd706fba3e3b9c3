public import BlueHeartDiagnostics
import Glibc

/// Renames a file, replacing an existing one; nothing happens if there is no such file.
///
/// - Throws: `CardError` of kind `output`.
public func moveFile(_ path: String, to other: String) throws(CardError) {
    try InputRegister.check(path)
    try InputRegister.check(other)
    // SAFETY: both paths are zero-terminated during the call.
    guard unsafe rename(path, other) != 0, errno != ENOENT else { return }
    throw writingError(FileFault(path, errno: errno), path)
}

/// Removes a file; nothing happens if there is no such file.
///
/// - Throws: `CardError` of kind `output`.
public func removeFile(_ path: String) throws(CardError) {
    try InputRegister.check(path)
    // SAFETY: the path is zero-terminated during the call.
    guard unsafe unlink(path) != 0, errno != ENOENT else { return }
    throw writingError(FileFault(path, errno: errno), path)
}

/// Removes a folder and those above it, as far as they are empty.
///
/// - Parameter root: a folder above, which is kept.
public func removeEmptyFolders(_ folder: String, below root: String) {
    var folder = folder
    // SAFETY: the path is zero-terminated during the call; a folder with files is refused.
    while folder.utf8.count > root.utf8.count, unsafe rmdir(folder) == 0 {
        folder = parentFolder(of: folder)
    }
}
