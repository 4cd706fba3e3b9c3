import Glibc

enum FileKind: Hashable { case file, folder, other }

/// What stands at a path, links followed; nil where nothing can be seen there.
func fileKind(at path: String) -> FileKind? {
    var status = stat()
    // SAFETY: `status` is written by the call and lives longer than it.
    guard unsafe stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
}

/// Whether there is a file at a path, links followed.
public func isFile(at path: String) -> Bool { fileKind(at: path) == .file }

/// The absolute path without links and dots; nil where it does not lead anywhere.
func realPath(of path: String) -> String? {
    // SAFETY: with a null buffer realpath allocates one, which is freed here.
    guard let text = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(text) }
    return unsafe String(cString: text)
}

/// The folder that holds a file: `a/b` of `a/b/c`, `.` of `c`, `/` of `/c`.
func parentFolder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The part after the last `/`.
func lastName(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
}

/// A path as seen from a folder; absolute paths stay.
func path(_ path: String, from folder: String) -> String {
    path.utf8.first == UInt8(ascii: "/") ? path : folder + "/" + path
}

/// The names in a folder without those that begin with a dot, sorted by their bytes.
func namesInFolder(_ folder: String) throws(FileFault) -> [String] {
    guard let stream = unsafe opendir(folder) else { throw FileFault(folder, errno: errno) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
        // SAFETY: d_name ends in a zero byte and lies at this offset of a valid entry.
        let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name) ?? 19
        let name = unsafe String(
            cString: UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(
                to: CChar.self))
        if name.utf8.first != UInt8(ascii: ".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}
