import ArgumentParser
import BlueHeartDiagnostics

/// Prints errors on standard error.
enum Report {
    /// True if messages are coloured: on a terminal without `NO_COLOR`.
    private static var isColored: Bool {
        Console.errorIsTerminal && Console.environment("NO_COLOR") == nil
            && Console.environment("TERM") != "dumb"
    }

    static func tell(_ diagnostics: some Sequence<Diagnostic>) {
        for diagnostic in diagnostics { Console.warn(text(of: diagnostic)) }
    }

    /// The diagnostic's text without control characters of names, coloured on a terminal.
    static func text(of diagnostic: Diagnostic) -> String {
        isColored ? colored(diagnostic) : Console.tame(diagnostic.description)
    }

    /// The diagnostic's text with its severity in a colour.
    private static func colored(_ diagnostic: Diagnostic) -> String {
        let color =
            switch diagnostic.severity {
            case .error: "\u{1B}[1;31m"
            case .warning: "\u{1B}[1;33m"
            case .note: "\u{1B}[1;36m"
            }
        let plain = Console.tame(diagnostic.description)
        let word = diagnostic.severity.rawValue + ":"
        let place = diagnostic.location.map { "\($0): " } ?? ""
        let rest = plain.dropFirst(place.count + word.count)
        return "\u{1B}[1m\(place)\u{1B}[0m\(color)\(word)\u{1B}[0m\(rest)"
    }
}

extension CardError {
    /// The exit code of the process.
    var exitCode: ExitCode { ExitCode(kind.exitStatus) }
}

extension CardError.Kind {
    /// Exit status by kind.
    ///
    /// Source: sysexits.h of 4.3BSD, as the documentation of the command line lists them.
    var exitStatus: Int32 {
        switch self {
        case .template, .data: 65
        case .asset: 66
        case .output: 73
        case .busy: 75
        }
    }
}

/// Runs a command; its error is printed and becomes the exit code.
func reporting(_ body: () throws(CardError) -> Void) throws {
    do throws(CardError) {
        try body()
    } catch {
        Report.tell(error.diagnostics)
        throw error.exitCode
    }
}
