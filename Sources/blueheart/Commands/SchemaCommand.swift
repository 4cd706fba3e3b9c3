import ArgumentParser
import Diagnostics
import Engine
import Support

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Write the JSON Schema of a file, for editors and validators.",
        discussion: """
            Examples:
              blueheart schema template > template.schema.json
              blueheart schema drop > drop.schema.json
            """)

    enum Name: String, ExpressibleByArgument, CaseIterable {
        case kit, template, words, drop, placements, card, manifest
    }

    @Argument(help: "What kind of file.")
    var name: Name

    @OptionGroup var home: HomeOptions

    func run() throws {
        try reporting { () throws(CardError) in
            let path = "\(try home.homeFolder())/schemas/\(name.rawValue).schema.json"
            try Console.tell(try InputFile(path).readAll(limit: 1 << 22))
        }
    }
}
