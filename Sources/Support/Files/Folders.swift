import Glibc

/// The absolute path without links and dots; nil if it does not exist.
public func realPath(of path: String) -> String? {
    // SAFETY: with a null buffer realpath allocates one, which is freed here.
    guard let text = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(text) }
    return unsafe String(cString: text)
}

/// The names in a folder except those that begin with a dot, sorted by their bytes.
public func namesInFolder(_ folder: String) throws(FileFault) -> [String] {
    try allNamesInFolder(folder).filter { $0.utf8.first != UInt8(ascii: ".") }
}

/// All names in a folder, sorted by their bytes.
func allNamesInFolder(_ folder: String) throws(FileFault) -> [String] {
    guard let stream = unsafe opendir(folder) else { throw FileFault(folder, errno: errno) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
        // SAFETY: d_name is zero-terminated and at this offset of a valid entry.
        let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name) ?? 19
        let name = unsafe String(
            cString: UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(
                to: CChar.self))
        names.append(name)
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

/// The folder of the running program, with links resolved.
public func programFolder() -> String {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    // SAFETY: at most the size of the array is written.
    let count = unsafe readlink("/proc/self/exe", &path, path.count)
    let bytes = path.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
    return parentFolder(of: String(decoding: bytes, as: UTF8.self))
}
