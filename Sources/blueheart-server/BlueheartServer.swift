import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartServer
import BlueHeartSupport
import Glibc

/// `blueheart-server`: cards over HTTP.
@main
struct BlueheartServer {
    static func main() async {
        // The server starts itself with this argument to decode a photo.
        if CommandLine.arguments.dropFirst().first == DecoderProgram.argument {
            exit(DecoderProgram.run(Array(CommandLine.arguments.dropFirst(2))))
        }
        _ = signal(SIGPIPE, SIG_IGN)
        FreedMemory.returned.choose()
        do {
            let command = try ServerCommand(Array(CommandLine.arguments.dropFirst()))
            try await command.run()
        } catch let fault as UsageFault {
            fail("error: \(fault.message)\nSee blueheart-server --help.", status: 64)
        } catch let error as CardError {
            fail(error.description, status: error.exitStatus)
        } catch {
            fail("error: the server cannot run: \(error)", status: 73)
        }
    }

    private static func fail(_ message: String, status: Int32) -> Never {
        tell(message, to: STDERR_FILENO)
        exit(status)
    }
}

/// Writes a line; a write error has no better place to be reported.
func tell(_ line: String, to descriptor: Int32 = STDOUT_FILENO) {
    _ = writeAll(Array((line + "\n").utf8), to: descriptor)
}

extension CardError {
    /// Source: sysexits.h of 4.3BSD.
    fileprivate var exitStatus: Int32 {
        if diagnostics.contains(where: { $0.code == "bad-setting" }) { return 64 }
        return switch kind {
        case .template, .data: 65
        case .asset: 66
        case .output: 73
        case .busy: 75
        }
    }
}
