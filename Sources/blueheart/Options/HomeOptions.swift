import ArgumentParser
import Diagnostics
import Engine
import Glibc

/// Where templates, artwork and fonts are.
struct HomeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder with templates/, assets/ and fonts/.",
            discussion: """
                Left out: the variable BLUEHEART_HOME, else the nearest such folder at or above \
                the current one, else at or above the program.
                """, valueName: "folder"),
        completion: .directory)
    var home: String?

    @Option(help: ArgumentHelp("The kit: a name, or a folder with a kit.json.", valueName: "kit"))
    var kit: String?

    /// The folder.
    func homeFolder() throws(CardError) -> String {
        if let named = home ?? Console.environment("BLUEHEART_HOME") {
            if let found = EngineOptions.home(above: [named]), isSameFolder(found, named) {
                return named
            }
            throw missing("expected templates/ and assets/placements.json in \(quoted(named))")
        }
        guard let found = EngineOptions.home(above: [".", Self.programFolder]) else {
            throw missing("found no folder with templates/ and assets/placements.json")
        }
        return found
    }

    func engine() throws(CardError) -> CardEngine {
        CardEngine(EngineOptions(home: try homeFolder()))
    }

    private func missing(_ message: String) -> CardError {
        CardError(
            .asset,
            Diagnostic(
                code: "no-home", message,
                hint: "name the project's folder with --home or BLUEHEART_HOME"))
    }

    private func isSameFolder(_ left: String, _ right: String) -> Bool {
        var (one, two) = (stat(), stat())
        // SAFETY: both paths end in a zero byte, and both structures outlive the calls.
        let areKnown = unsafe stat(left, &one) == 0 && stat(right, &two) == 0
        return areKnown && one.st_dev == two.st_dev && one.st_ino == two.st_ino
    }

    /// Where the program lies, links followed.
    static var programFolder: String {
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        // SAFETY: no more than the array holds is written.
        let count = unsafe readlink("/proc/self/exe", &path, path.count)
        let text = String(
            decoding: path.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return text.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(text[..<$0]) } ?? "."
    }
}
