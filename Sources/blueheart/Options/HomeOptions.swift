import ArgumentParser
import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartProduct
import BlueHeartSupport

/// The home folder and the kit.
struct HomeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Folder with templates/, assets/ and fonts/.",
            discussion: """
                Default: the variable BLUEHEART_HOME, else the nearest such folder at or above the \
                current folder, else at or above the program.
                """, valueName: "folder"),
        completion: .directory)
    var home: String?

    @Option(help: ArgumentHelp("Kit: a name, or a folder with a kit.json.", valueName: "kit"))
    var kit: String?

    /// The home folder.
    func homeFolder() throws(CardError) -> String {
        if let named = home ?? Console.environment("BLUEHEART_HOME") {
            if let found = EngineOptions.home(above: [named]), isSameFolder(found, named) {
                return named
            }
            throw missing("expected templates/ and assets/placements.json in \(quoted(named))")
        }
        guard let found = EngineOptions.home(above: [".", programFolder()]) else {
            throw missing("found no folder with templates/ and assets/placements.json")
        }
        return found
    }

    func engine() throws(CardError) -> CardEngine {
        CardEngine(EngineOptions(home: try homeFolder(), defaultKit: Product.kit))
    }

    private func missing(_ message: String) -> CardError {
        CardError(
            .asset,
            Diagnostic(
                code: "no-home", message,
                hint: "name the project's folder with --home or BLUEHEART_HOME"))
    }

    private func isSameFolder(_ left: String, _ right: String) -> Bool {
        guard let folder = FileIdentity(path: left) else { return false }
        return folder == FileIdentity(path: right)
    }
}
