import Formats
import Support

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
        let isFile = output == "-" || Self.format(ofFile: output) != nil && !isFolder(at: output)
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
