import Engine
import Glibc

/// A folder that is removed when the value goes.
final class TemporaryFolder {
    let path: String

    init() throws {
        var name = Array("/tmp/blueheart-XXXXXX".utf8CString)
        // SAFETY: the template is writable and ends in a zero byte.
        guard unsafe mkdtemp(&name) != nil else { throw Unexpected() }
        path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { removeAll(in: path) }

    func write(_ text: String, to name: String) throws {
        try FileWriter().write(Array(text.utf8), to: "\(path)/\(name)")
    }

    func read(_ name: String) throws -> [UInt8] {
        try InputFile("\(path)/\(name)").readAll(limit: 1 << 26)
    }

    /// The paths of all files, hidden ones too, with their content.
    func files() throws -> [String: String] {
        var files: [String: String] = [:]
        for name in filesBelow(path) {
            files[name] = String(decoding: try read(name), as: UTF8.self)
        }
        return files
    }
}

/// The names in a folder, hidden ones too, with whether each is a folder.
private func entries(of folder: String) -> [(name: String, isFolder: Bool)] {
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var entries: [(String, Bool)] = []
    while let entry = unsafe readdir(stream) {
        let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            // SAFETY: the name ends in a zero byte within the entry.
            unsafe String(cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
        }
        let isFolder = unsafe entry.pointee.d_type == UInt8(DT_DIR)
        if name != ".", name != ".." { entries.append((name, isFolder)) }
    }
    return entries
}

private func filesBelow(_ folder: String) -> [String] {
    entries(of: folder).flatMap { name, isFolder in
        isFolder ? filesBelow("\(folder)/\(name)").map { "\(name)/\($0)" } : [name]
    }
}

private func removeAll(in folder: String) {
    for (name, isFolder) in entries(of: folder) {
        let path = "\(folder)/\(name)"
        if isFolder { removeAll(in: path) } else { _ = unsafe unlink(path) }
    }
    _ = unsafe rmdir(folder)
}
