import ArgumentParser
import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartJSON
import BlueHeartLanguages
import BlueHeartPlacements

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract:
            "List templates, placements, networks, languages, fonts, formats, kits or checks.",
        discussion: """
            Examples:
              blueheart list templates
              blueheart list placements --json
              blueheart list languages --kit blue-heart
              blueheart list checks --kit ./my-kit
              blueheart list fonts --kit ./my-kit
            """)

    enum Thing: String, ExpressibleByArgument, CaseIterable {
        case templates, placements, networks, languages, fonts, formats, kits, checks
    }

    @Argument(help: "Kind of things to list.")
    var thing: Thing

    @OptionGroup var home: HomeOptions

    @Flag(help: "Write JSON.")
    var json = false

    func run() throws {
        try reporting { () throws(CardError) in
            let table = try table(home.engine())
            try Console.tell(
                json ? Array(table.json.written().utf8) : Array(table.text.utf8))
        }
    }

    private func table(_ engine: CardEngine) throws(CardError) -> Table {
        switch thing {
        case .templates: try templates(engine)
        case .placements: try placements(engine)
        case .networks: try networks(engine)
        case .languages: try languages(engine)
        case .fonts: try fonts(engine)
        case .formats: formats
        case .checks: try checks(engine)
        case .kits: Table(["kit"], try engine.catalog.kitNames().map { [.string($0)] })
        }
    }
}
