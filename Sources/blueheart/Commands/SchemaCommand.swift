import ArgumentParser
import BlueHeartDiagnostics
import BlueHeartDrops
import BlueHeartEngine
import BlueHeartPlacements
import BlueHeartSupport
import BlueHeartTemplates

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Write a JSON Schema for editors and validators.",
        discussion: """
            Examples:
              blueheart schema template > template.schema.json
              blueheart schema drop > drop.schema.json
              blueheart schema template --kit ./my-kit > my-kit/template.schema.json

            With --kit, the schema of a template, a kit or a drop also lists the kit's colours, spacing,
            styles, fonts, links, families, languages, templates, word keys and artwork, so that editors
            complete them and mark typos.
            """)

    enum Name: String, ExpressibleByArgument, CaseIterable {
        case kit, template, words, drop, placements, card, manifest
    }

    @Argument(help: "Kind of file.")
    var name: Name

    @OptionGroup var home: HomeOptions

    func validate() throws {
        guard home.kit == nil || declared?.listsNames == true else {
            throw ValidationError("--kit needs the schema of a kit, a template or a drop")
        }
    }

    /// The schema by its declared fields; nil for a file that is written by hand.
    private var declared: FileSchema? {
        FileSchema.all.first { $0.name == name.rawValue }
    }

    func run() throws {
        try reporting { () throws(CardError) in
            if let schema = declared {
                let text = schema.text(checks: CheckRule.all, names: try kitNames())
                try Console.tell(Array(text.utf8))
                return
            }
            let path = "\(try home.homeFolder())/schemas/\(name.rawValue).schema.json"
            try Console.tell(try InputFile(path).readAll(limit: 1 << 22))
        }
    }

    private func kitNames() throws(CardError) -> SchemaNames? {
        guard let kit = home.kit else { return nil }
        let engine = CardEngine(EngineOptions(home: try home.homeFolder()))
        return try engine.catalog.kit(kit).schemaNames(
            placements: try engine.catalog.placements().placements)
    }
}
