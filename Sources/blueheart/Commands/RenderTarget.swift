import BlueHeartFormats
import BlueHeartSupport

/// The destination of rendered cards.
enum RenderTarget: Equatable {
    case standardOutput
    case file(String)
    case folder(String)
    /// One file, or standard output, for several cards.
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

    /// The format of a file name extension; nil for anything but a picture.
    static func format(ofFile path: String) -> ImageFormat? {
        ImageFormat(path: path).flatMap { $0.isWritten ? $0 : nil }
    }
}
