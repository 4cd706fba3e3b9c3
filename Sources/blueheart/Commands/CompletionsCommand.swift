import ArgumentParser
import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartLanguages
import BlueHeartPlacements
import BlueHeartTemplates

struct CompletionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completions",
        abstract: "Write the completion script for your shell.",
        discussion: """
            Examples:
              blueheart completions bash > /etc/bash_completion.d/blueheart
              blueheart completions zsh > ~/.zsh/completions/_blueheart
              blueheart completions fish > ~/.config/fish/completions/blueheart.fish
            """)

    enum Shell: String, ExpressibleByArgument, CaseIterable { case bash, zsh, fish }

    @Argument(help: "The shell.")
    var shell: Shell

    func run() throws {
        let script: String =
            switch shell {
            case .bash: Blueheart.completionScript(for: .bash)
            case .zsh: Blueheart.completionScript(for: .zsh)
            case .fish: Blueheart.completionScript(for: .fish)
            }
        try reporting { () throws(CardError) in try Console.tell(script) }
    }
}

/// Names for shell completion.
///
/// Empty if they cannot be read: a shell has no place for a message.
enum Completions {
    @Sendable static func templates(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
        names { (engine) throws(CardError) in
            try engine.catalog.kit(value(of: "--kit", in: words)).templateNames()
        }
    }

    @Sendable static func placements(
        _ words: [String], _ index: Int, _ prefix: String
    ) -> [String] {
        names { (engine) throws(CardError) in
            try engine.catalog.placements().placements.map(\.name) + ["all"]
        }
    }

    @Sendable static func languages(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
        names { (engine) throws(CardError) in
            try engine.catalog.kit(value(of: "--kit", in: words)).kit.languages.map(\.language.tag)
                + ["all"]
        }
    }

    private static func names(_ body: (CardEngine) throws(CardError) -> [String]) -> [String] {
        do throws(CardError) {
            return try body(try HomeOptions().engine())
        } catch {
            return []
        }
    }

    private static func value(of option: String, in words: [String]) -> String? {
        guard let index = words.firstIndex(of: option), index + 1 < words.count else { return nil }
        return words[index + 1]
    }
}
