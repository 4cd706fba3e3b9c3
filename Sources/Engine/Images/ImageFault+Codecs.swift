import BlueHeartCodecs
import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartFormats
import BlueHeartSupport

extension ImageFault {
    /// The fault of a picture, from a decoder's error.
    init(_ error: ImageError, name: String) {
        let (code, hint) = cure(for: error)
        self.init(
            code: code,
            message: "the picture \(quoted(name, limit: 300)) cannot be shown: \(error)",
            hint: hint)
    }

    /// The fault of a picture, from a system error on its file.
    init(_ fault: FileFault) {
        if fault.reason != .denied, let address = ImageFault(address: fault.path) {
            self = address
            return
        }
        let message = "the picture \(quoted(fault.path, limit: 300)) \(fault.reason.sentence)"
        let isMissing = fault.reason == .missing
        self.init(
            code: isMissing ? "image-missing" : "image-unreadable", message: message,
            hint: isMissing
                ? "look for a slip in the path, or name a picture of the kit's artwork" : nil)
    }
}

extension ImageFault {
    /// The fault of an address in place of a picture's path; nil for a path.
    ///
    /// - Parameter text: an address, or one that was joined to a folder.
    init?(address text: String) {
        let lower = text.lowercased()
        let isAddress = ["http:/", "https:/", "ftp:/", "data:", "file:/", "//www.", "./www."]
            .contains { lower.contains($0) }
        guard isAddress || lower.hasPrefix("www.") else { return nil }
        self.init(
            code: "image-address",
            message: "expected the path of a picture, found the address "
                + "\(quoted(text, limit: 300)); nothing is fetched from the network",
            hint: "download the picture, and write the path of its file")
    }
}

private func cure(for error: ImageError) -> (code: String, hint: String?) {
    switch error {
    case .wrongFormat(let expected, _) where !expected.contains(.svg):
        ("image-format", "save it as \(alternatives(expected.map(\.name)))")
    case .notAnImage, .wrongFormat:
        ("image-format", "save it as \(alternatives(ImageFormat.read.map(\.name)))")
    case .tooManyBytes, .tooLarge, .sideTooLong: ("image-too-large", "make it smaller first")
    case .takesTooMuch, .tooManyScans: ("image-too-large", "save it anew, as a baseline JPEG")
    case .truncated: ("image-truncated", "copy it once more from where it came from")
    case .corrupt: ("image-damaged", "open it in a picture editor and save it anew")
    case .unsupported: ("image-unsupported", "open it in a picture editor and save it as PNG")
    case .missingLibrary: ("image-library-missing", "run scripts/setup")
    }
}

/// Checks a file name extension: one of another format is a mistake.
///
/// - Throws: `image-misnamed`; names without an extension are accepted.
func checkName(_ name: String, is format: ImageFormat) throws(ImageFault) {
    guard let named = ImageFormat(path: name), named.isRead, named != format else { return }
    throw ImageFault(
        code: "image-misnamed",
        message: "expected \(named.name) in \(quoted(name, limit: 300)), as its name says, "
            + "and found \(format.name)",
        hint: "rename the file, or save it anew as what its name says")
}
