import Engine
import Formats
import Glibc

/// Where rendered cards go.
enum RenderTarget: Equatable {
    case standardOutput
    case file(String)
    case folder(String)
    /// One file, or standard output, is named for several cards.
    case tooMany(String)

    init(_ output: String?, count: Int) {
        guard let output else {
            self = .folder(".")
            return
        }
        let isFile = output == "-" || Self.format(ofFile: output) != nil && !isFolder(output)
        if isFile, count != 1 {
            self = .tooMany(output)
        } else if output == "-" {
            self = .standardOutput
        } else {
            self = isFile ? .file(output) : .folder(output)
        }
    }

    /// What a file's name says it holds; nil where that is no picture.
    static func format(ofFile path: String) -> ImageFormat? {
        ImageFormat(path: path).flatMap { $0.isWritten ? $0 : nil }
    }
}

/// Whether a folder is at a path.
func isFolder(_ path: String) -> Bool {
    var status = stat()
    // SAFETY: the path ends in a zero byte, and `status` outlives the call.
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// Whether anything is at a path.
func isThere(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

/// The absolute path without links and dots; nil where it leads nowhere.
func realPath(_ path: String) -> String? {
    // SAFETY: with a null buffer realpath allocates one, which is freed here.
    guard let text = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(text) }
    return unsafe String(cString: text)
}
