import Glibc

/// Size and times of a file, by which a change is seen without reading it.
///
/// Without device and inode, so that a copy of a disk image has the same state.
public struct FileState: Hashable, Sendable {
    public let byteCount: Int
    /// Time of the last change of the content, in ns since 1970.
    public let modified: Int
    /// Time of the last change of the content or the inode, in ns since 1970.
    private let changed: Int

    /// The state of a regular file, with links followed; nil if there is none.
    public init?(path: String) {
        var status = stat()
        // SAFETY: the path is zero-terminated, and `status` outlives the call.
        guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return nil
        }
        self.init(status)
    }

    init(_ status: stat) {
        byteCount = Int(status.st_size)
        modified = Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
        changed = Int(status.st_ctim.tv_sec) * 1_000_000_000 + Int(status.st_ctim.tv_nsec)
    }

    /// Size and times as a text, to be compared.
    public var text: String { "\(byteCount).\(modified).\(changed)" }
}

/// The files that this process runs: the program and its libraries, sorted.
///
/// - Source: proc(5), `/proc/pid/maps`: the path is the sixth column.
public func filesOfProgram() throws(FileFault) -> [String] {
    let path = "/proc/self/maps"
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFault(path, errno: errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    while true {
        let piece = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
            // SAFETY: at most the size of the buffer is read.
            count = max(0, unsafe read(descriptor, buffer.baseAddress, buffer.count))
        }
        if piece.isEmpty { break }
        bytes += piece
    }
    let paths = bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
        line.firstIndex(of: UInt8(ascii: "/")).map {
            String(decoding: line[$0...], as: UTF8.self)
        }
    }
    return Set(paths).filter { isCode($0) }.sorted {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
}

/// True for the program and for shared libraries, not for mapped fonts.
private func isCode(_ path: String) -> Bool {
    let name = lastName(of: path)
    return name.hasSuffix(".so") || name.contains(".so.") || path == realPath(of: "/proc/self/exe")
}
