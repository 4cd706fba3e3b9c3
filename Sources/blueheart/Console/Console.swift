import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartSupport
import Glibc

/// Standard output and standard error.
enum Console {
    /// True if standard output is a terminal.
    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    /// True if standard error is a terminal.
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Writes a line of results to standard output; to a terminal without control characters.
    ///
    /// - Throws: `CardError` of kind `output` if it is closed or the disk is full.
    static func tell(_ text: String) throws(CardError) {
        try tell(Array(((outputIsTerminal ? tame(text) : text) + "\n").utf8))
    }

    /// Writes bytes to standard output unchanged.
    static func tell(_ bytes: [UInt8]) throws(CardError) {
        let number = writeAll(bytes, to: STDOUT_FILENO)
        guard number != 0 else { return }
        let reason =
            switch number {
            case EPIPE: "its reader has closed it"
            case ENOSPC: "the disk is full"
            default: "system error \(number)"
            }
        throw CardError(
            .output,
            Diagnostic(code: "output-refused", "cannot write to standard output: \(reason)"))
    }

    /// Writes a line to standard error as it is.
    ///
    /// A failure is ignored: it cannot be reported.
    static func warn(_ text: String) { draw(text + "\n") }

    /// The text with line breaks as they are, and other control characters escaped.
    static func tame(_ text: String) -> String {
        text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            .map { printable(String($0)) }.joined(separator: "\n")
    }

    /// Writes to standard error as it is, without a line break.
    static func draw(_ text: String) { _ = writeAll(Array(text.utf8), to: STDERR_FILENO) }

    /// The value of an environment variable; nil if it is not set or empty.
    static func environment(_ name: String) -> String? {
        // SAFETY: the value is copied immediately; nothing here changes the environment.
        guard let value = unsafe getenv(name) else { return nil }
        let text = unsafe String(cString: value)
        return text.isEmpty ? nil : text
    }
}
