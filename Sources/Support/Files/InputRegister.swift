import BlueHeartDiagnostics

/// The files that this process has read as its input, over which it never writes.
///
/// One for the process, because files belong to the process and not to a task of it. Files are
/// known by their identity, so that another path, a link or another case does not matter; a file
/// that is gone from its path is no input, because systems give its identity to new files.
public enum InputRegister {
    private static let paths = Monitor([FileIdentity: String]())

    /// Records a file that is read.
    public static func add(_ path: String) {
        guard let identity = FileIdentity(path: path) else { return }
        paths.change { $0[identity] = path }
    }

    /// - Throws: `file-is-input` of kind `output` for a file that was read.
    static func check(_ path: String) throws(CardError) {
        guard let identity = FileIdentity(path: path),
            let input = paths.look({ $0[identity] }), FileIdentity(path: input) == identity,
            fileKind(at: path) == .file
        else { return }
        throw CardError(
            .output,
            Diagnostic(
                code: "file-is-input",
                "the file \(quoted(path, limit: 300)) is read by this command, which would write over it",
                hint: "write to another folder or name with -o, or rename the input"))
    }
}
