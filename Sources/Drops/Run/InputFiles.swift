import BlueHeartDiagnostics
import BlueHeartSupport

/// The source files of a drop, identified by device and inode, not by name.
///
/// Otherwise a card's record `my-card.json` would overwrite the template `my-card.json`.
struct InputFiles: Sendable {
    private let identities: Set<FileIdentity>

    /// Missing files need no protection.
    init(_ paths: [String]) {
        identities = Set(paths.compactMap { FileIdentity(path: $0) })
    }

    /// Refuses to overwrite a source file.
    ///
    /// - Throws: `would-replace-input` of kind `output` if the file to write is one of these.
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
