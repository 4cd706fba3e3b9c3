import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartSupport

/// A folder of pictures to which names are confined.
struct ArtworkFolder: Hashable {
    /// Path in messages.
    let path: String

    /// The real path of a picture.
    ///
    /// - Throws: `path-leaves-kit` for a name that leads out of the folder, by dots or by a link;
    ///   `image-missing`, with the most similar existing name.
    func file(_ name: String) throws(ImageFault) -> String {
        if let fault = ImageFault(address: name) { throw fault }
        guard isInside(name) else { throw outside(name) }
        guard let folder = realPath(of: path),
            let file = realPath(of: spelledPath(path + "/" + name))
        else {
            throw missing(name)
        }
        guard file.utf8.starts(with: (folder + "/").utf8) else { throw outside(name) }
        guard fileKind(at: file) == .file else { throw missing(name) }
        return file
    }

    func has(_ name: String) -> Bool {
        isInside(name) && fileKind(at: spelledPath(path + "/" + name)) == .file
    }

    /// True for a relative path without dots, zero bytes or empty parts.
    private func isInside(_ name: String) -> Bool {
        let steps = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return !name.utf8.contains(0)
            && steps.allSatisfy { !$0.isEmpty && !$0.elementsEqual("..".utf8) }
    }

    private func outside(_ name: String) -> ImageFault {
        ImageFault(
            code: "path-leaves-kit",
            message: "expected a picture inside of \(quoted(path, limit: 300)) and found the path "
                + quoted(name, limit: 300),
            hint: "copy the picture into that folder and name it from there")
    }

    private func missing(_ name: String) -> ImageFault {
        return ImageFault(
            code: "image-missing",
            message: "\(quoted(path, limit: 300)) has no picture \(quoted(name, limit: 300))",
            hint: didYouMean(name, among: pictures())
                ?? "put the picture into that folder, or name another")
    }

    /// The names of all files, at most 2,000, and at most 8 folders deep.
    private func pictures() -> [String] {
        var names: [String] = []
        collect("", depth: 0, into: &names)
        return names
    }

    private func collect(_ prefix: String, depth: Int, into names: inout [String]) {
        guard depth < 8, let found = namesOrNone(path + "/" + prefix) else { return }
        for name in found where names.count < 2_000 {
            switch fileKind(at: path + "/" + prefix + name) {
            case .folder: collect(prefix + name + "/", depth: depth + 1, into: &names)
            case .file: names.append(prefix + name)
            case .other, nil: continue
            }
        }
    }

    /// A folder that cannot be listed gives no suggestions; its fault is reported elsewhere.
    private func namesOrNone(_ folder: String) -> [String]? {
        do {
            return try namesInFolder(folder)
        } catch {
            return nil
        }
    }
}
