import Diagnostics
import Support

/// The files that a drop is made from, known by what they are and not by how they are named.
///
/// A card's record `my-card.json` would else take the place of the template `my-card.json`.
struct InputFiles: Sendable {
    private let identities: Set<FileIdentity>

    /// What is not there needs no protection.
    init(_ paths: [String]) {
        identities = Set(paths.compactMap { FileIdentity(path: $0) })
    }

    /// - Throws: `would-replace-input` of kind `output` where the file to write is one of these.
    func protect(from path: String) throws(CardError) {
        guard !identities.isEmpty, let identity = FileIdentity(path: path),
            identities.contains(identity)
        else { return }
        throw CardError(
            .output,
            Diagnostic(
                code: "would-replace-input",
                "\(quoted(path, limit: 300)) is what the card is made from, and would be written over",
                hint: "choose another name or folder for the picture"))
    }
}
