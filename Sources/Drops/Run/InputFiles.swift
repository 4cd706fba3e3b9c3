import Diagnostics
import Glibc

/// The files that a drop is made from, known by what they are and not by how they are named.
///
/// A card's record `my-card.json` would else take the place of the template `my-card.json`.
struct InputFiles: Sendable {
    private struct Identity: Hashable {
        var device: UInt
        var number: UInt
    }

    private let identities: Set<Identity>

    /// What is not there needs no protection.
    init(_ paths: [String]) {
        identities = Set(paths.compactMap(Self.identity))
    }

    /// - Throws: `would-replace-input` of kind `output` where the file to write is one of these.
    func protect(from path: String) throws(CardError) {
        guard !identities.isEmpty, let identity = Self.identity(of: path),
            identities.contains(identity)
        else { return }
        throw CardError(
            .output,
            Diagnostic(
                code: "would-replace-input",
                "\(quoted(path, limit: 300)) is what the card is made from, and would be written over",
                hint: "choose another name or folder for the picture"))
    }

    private static func identity(of path: String) -> Identity? {
        var status = stat()
        // SAFETY: the path ends in a zero byte, and `status` outlives the call.
        guard unsafe stat(path, &status) == 0 else { return nil }
        return Identity(device: UInt(status.st_dev), number: UInt(status.st_ino))
    }
}
