import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartProduct
import BlueHeartServer
import BlueHeartSupport
import Glibc

/// Wrong use of the command.
struct UsageFault: Error { var message: String }

/// Parsed command line.
enum ServerCommand {
    case serve(flags: [String: String])
    case help
    case version

    /// Parses `--name value` and `--name=value`.
    init(_ arguments: [String]) throws {
        var flags: [String: String] = [:]
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "--help" || argument == "-h" {
                self = .help
                return
            }
            if argument == "--version" {
                self = .version
                return
            }
            guard argument.hasPrefix("--") else {
                throw UsageFault(message: "expected a flag, found \(quoted(argument))")
            }
            let parts = argument.dropFirst(2).split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(parts[0])
            try Self.check(name, flags)
            guard let value = parts.count > 1 ? String(parts[1]) : rest.popFirst() else {
                throw UsageFault(message: "--\(name) needs a value")
            }
            flags[name] = value
        }
        self = .serve(flags: flags)
    }

    private static let places = ["home", "config"]

    private static func check(_ name: String, _ flags: [String: String]) throws {
        let names = places + Setting.all.map(\.name)
        guard names.contains(name) else {
            let hint = didYouMean(name, among: names) { "--\($0)" }
            throw UsageFault(
                message: "there is no flag --\(name)" + (hint.map { "; " + $0 } ?? ""))
        }
        guard flags[name] == nil else { throw UsageFault(message: "--\(name) is given twice") }
    }
}

extension ServerCommand {
    func run() async throws {
        switch self {
        case .help: tell(Self.helpText)
        case .version: tell("blueheart-server \(Product.version)")
        case .serve(let flags): try await serve(flags)
        }
    }

    private func serve(_ flags: [String: String]) async throws {
        var flags = flags
        let environment = allVariables()
        let file = flags.removeValue(forKey: "config") ?? environment["BLUEHEART_CONFIG"]
        let home = try homeFolder(
            flags.removeValue(forKey: "home") ?? environment["BLUEHEART_HOME"])
        let outcome = try SettingsReader(flags: flags, environment: environment, file: file).read()
        for setting in outcome.shown {
            tell(
                "\(setting.name) = \(setting.value.isEmpty ? "–" : setting.value)"
                    + (setting.origin == .standard ? "" : "  (\(setting.origin))"))
        }
        let decoder = IsolatedPhotoDecoder(
            memory: MemoryBudget(outcome.settings.photoBytes),
            coreSeconds: outcome.settings.photoSeconds)
        let server = try CardServer(
            outcome.settings,
            engine: CardEngine(
                EngineOptions(home: home, defaultKit: Product.kit, limits: .untrusted),
                untrustedDecoder: decoder),
            web: home + "/web", confinement: decoder.confinement())
        try await server.run { port in
            let host =
                outcome.settings.host.contains(":")
                ? "[\(outcome.settings.host)]" : outcome.settings.host
            tell("Serving at http://\(host):\(port)/; stop with Ctrl-C.")
        }
    }

    private func homeFolder(_ named: String?) throws -> String {
        let starts = named.map { [$0] } ?? [".", programFolder()]
        guard let found = EngineOptions.home(above: starts) else {
            throw CardError(
                .asset,
                Diagnostic(
                    code: "no-home", "found no folder with templates/ and assets/placements.json",
                    hint: "name the project's folder with --home or BLUEHEART_HOME"))
        }
        return found
    }

    static var helpText: String {
        var text = """
            Serves cards and the supporters' page over HTTP.

            USAGE: blueheart-server [--home <folder>] [--config <file>] [--<setting> <value> …]

            --home <folder>     Folder with templates/, assets/ and fonts/ (BLUEHEART_HOME).
            --config <file>     JSON file of settings by name (BLUEHEART_CONFIG).

            Flags take precedence over variables, and variables over the file.

            """
        for setting in Setting.all {
            text += "\n--\(setting.name) <\(setting.placeholder)>\n    \(setting.help)"
            text += setting.standardText.isEmpty ? "" : " Default: \(setting.standardText)."
            text += "\n    \(setting.variable)"
        }
        return text
    }
}

/// All variables of the environment.
private func allVariables() -> [String: String] {
    var variables: [String: String] = [:]
    // SAFETY: read before other threads are, and nothing here changes the environment.
    var entry = unsafe environ
    while let text = unsafe entry.pointee {
        let parts = unsafe String(cString: text).split(separator: "=", maxSplits: 1)
        if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
        unsafe entry += 1
    }
    return variables
}
