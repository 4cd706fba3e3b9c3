import BlueHeartTestbench
import Foundation

/// The command line as a shell runs it: the program that is built beside the tests.
struct Program {
    struct Answer {
        var status: Int32
        var output: [UInt8]
        var errors: String

        var text: String { String(decoding: output, as: UTF8.self) }
    }

    /// Where standard output goes.
    enum Output { case kept, closedPipe, file(String) }

    let folder: ScratchFolder
    var environment: [String: String] = [:]

    init() throws { folder = try ScratchFolder() }

    /// A kit of two languages that every test may use.
    static let kit = projectFolder + "/Tests/blueheartTests/Fixtures/tiny"

    /// Runs the program in its folder, with the project as its home.
    func run(
        _ arguments: String..., in subfolder: String = ".", input: String = "",
        output: Output = .kept
    ) throws -> Answer {
        try run(arguments, in: subfolder, input: input, output: output)
    }

    func run(
        _ arguments: [String], in subfolder: String = ".", input: String = "",
        output: Output = .kept
    ) throws -> Answer {
        let logs = try ScratchFolder()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path + "/" + subfolder)
        // The mutant that scripts/mutants has switched on is on in the program, too.
        let mutant = ProcessInfo.processInfo.environment["BLUEHEART_MUTANT"]
        process.environment = environment.merging([
            "BLUEHEART_HOME": projectFolder, "PATH": "/usr/bin:/bin",
            "SWIFT_BACKTRACE": "enable=no", "BLUEHEART_MUTANT": mutant ?? "0",
        ]) { own, _ in own }
        process.standardInput = try handle(reading: input, in: logs)
        process.standardError = try emptyFile("errors", in: logs)
        switch output {
        case .kept: process.standardOutput = try emptyFile("output", in: logs)
        case .closedPipe:
            let pipe = Pipe()
            try pipe.fileHandleForReading.close()
            process.standardOutput = pipe
        case .file(let path):
            process.standardOutput = FileHandle(forWritingAtPath: path)
        }
        try process.run()
        process.waitUntilExit()
        var kept: [UInt8] = []
        if case .kept = output { kept = try logs.bytes(of: "output") }
        return Answer(
            status: process.terminationStatus, output: kept, errors: try logs.text(of: "errors"))
    }

    private func handle(reading text: String, in logs: ScratchFolder) throws -> FileHandle {
        let path = try logs.write(text, to: "input")
        return try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    }

    private func emptyFile(_ name: String, in logs: ScratchFolder) throws -> FileHandle {
        let path = try logs.write("", to: name)
        return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }

    /// Beside the test bundle.
    private static let path: String = {
        let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let beside = tests.deletingLastPathComponent().appendingPathComponent("blueheart").path
        if FileManager.default.isExecutableFile(atPath: beside) { return beside }
        // A runner of the toolchain has loaded the tests.
        return projectFolder + "/.build/debug/blueheart"
    }()
}
