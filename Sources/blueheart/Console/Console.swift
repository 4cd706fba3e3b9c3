import Diagnostics
import Engine
import Glibc
import Support

/// Standard output and standard error.
enum Console {
    /// Whether a person sees standard output.
    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    /// Whether a person sees standard error.
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Writes results to standard output, and a line end.
    ///
    /// - Throws: `CardError` of kind `output` where nobody reads it, or it goes to a full disk.
    static func tell(_ text: String) throws(CardError) { try tell(Array((text + "\n").utf8)) }

    /// Writes bytes to standard output as they are.
    static func tell(_ bytes: [UInt8]) throws(CardError) {
        let number = writeAll(bytes, to: STDOUT_FILENO)
        guard number != 0 else { return }
        let reason =
            switch number {
            case EPIPE: "nobody reads it any more"
            case ENOSPC: "the disk is full"
            default: "the system refuses with number \(number)"
            }
        throw CardError(
            .output,
            Diagnostic(code: "output-refused", "cannot write to standard output: \(reason)"))
    }

    /// Writes a message to standard error, and a line end.
    ///
    /// Where standard error is gone there is nobody left to tell.
    static func warn(_ text: String) { _ = writeAll(Array((text + "\n").utf8), to: STDERR_FILENO) }

    /// Writes to standard error without a line end.
    static func draw(_ text: String) { _ = writeAll(Array(text.utf8), to: STDERR_FILENO) }

    /// The value of a variable of the environment; nil where it is not set or empty.
    static func environment(_ name: String) -> String? {
        // SAFETY: the value is copied at once; nothing here changes the environment.
        guard let value = unsafe getenv(name) else { return nil }
        let text = unsafe String(cString: value)
        return text.isEmpty ? nil : text
    }
}
