import ArgumentParser
import BlueHeartDiagnostics
import BlueHeartSupport
import Glibc

struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve cards and the supporters' page over HTTP.",
        discussion: """
            Starts blueheart-server, which is installed beside this program, with the same flags; \
            blueheart serve --help lists them. `make serve` builds both and starts the server.

            Examples:
              blueheart serve --port 8080
              blueheart serve --config server.json --keys keys.json --signatures required
            """)

    @Argument(
        parsing: .captureForPassthrough,
        help: ArgumentHelp("Flags of blueheart-server.", valueName: "flag"))
    var flags: [String] = []

    func run() throws {
        let server = programFolder() + "/blueheart-server"
        // This process becomes the server, with its signals and exit codes.
        let number = replaceProcess(by: server, [server] + flags)
        try reporting { () throws(CardError) in throw missing(server, number) }
    }

    private func missing(_ server: String, _ number: Int32) -> CardError {
        let reason =
            number == ENOENT ? "does not exist" : "cannot be started (system error \(number))"
        return CardError(
            .asset,
            Diagnostic(
                code: "no-server", "\(quoted(server, limit: 300)) \(reason)",
                hint: "build it beside this program: make serve"))
    }
}

/// Replaces this process by another program; returns the system's error number on failure.
private func replaceProcess(by program: String, _ arguments: [String]) -> Int32 {
    var pointers: [UnsafeMutablePointer<CChar>?] = unsafe []
    for argument in arguments { unsafe pointers.append(strdup(argument)) }
    unsafe pointers.append(nil)
    // SAFETY: the array ends with a null pointer, each text with a zero byte. The texts are not
    // freed: after a failure the process ends.
    _ = unsafe execv(program, &pointers)
    return errno
}
