import Glibc

/// LLVM's own loop; it gives `entry` bytes of its making until time is up or the process dies.
@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
    _ argc: UnsafeMutablePointer<Int32>,
    _ argv: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ entry: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

if CommandLine.arguments.contains("--list") {
    for entry in entries { print(([entry.name] + entry.seeds).joined(separator: " ")) }
    exit(0)
}

let wanted = getenv("BLUEHEART_FUZZ").map { String(cString: $0) } ?? ""
guard let chosen = entries.first(where: { $0.name == wanted }) else {
    print("fuzz: set BLUEHEART_FUZZ to one of: \(entries.map(\.name).joined(separator: " "))")
    exit(64)
}
let run = chosen.run

var argc = CommandLine.argc
var argv: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(
    runDriver(&argc, &argv) { start, count in
        do {
            try run(Array(UnsafeBufferPointer(start: start, count: count)))
        } catch {
            // The message must not fail either.
            precondition(!"\(error)".isEmpty)
        }
        return 0
    })
