import ArgumentParser
import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartSupport
import BlueHeartTemplates

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Create a template or a kit in the current folder.",
        discussion: """
            Examples:
              blueheart new template my-card
              blueheart new kit my-campaign
            """)

    enum Thing: String, ExpressibleByArgument, CaseIterable { case template, kit }

    @Argument(help: "Kind of file to create.")
    var thing: Thing

    @Argument(help: "Name: letters, digits, - and _.")
    var name: String

    @OptionGroup var home: HomeOptions

    func validate() throws {
        guard isFileName(name), name != "kit" else {
            throw ValidationError(
                "a name has 1 to 64 letters, digits, - and _, and is not \"kit\"; "
                    + "found \(quoted(name))")
        }
    }

    func run() throws {
        try reporting { () throws(CardError) in
            switch thing {
            case .template: try writeTemplate()
            case .kit: try writeKit()
            }
        }
    }

    private func writeTemplate() throws(CardError) {
        let file = "\(name).json"
        try checkIsFree(file)
        let schemas = try SchemaFolder.path(
            from: ".", home: try home.homeFolder(), [.template])
        let isInKit = fileKind(at: "kit.json") == .file
        let starter: TemplateStarter = home.kit == nil && !isInKit ? .house : .plain
        let text = starter.text(name: name, schema: "\(schemas)/template.schema.json")
        try FileWriter().write(Array(text.utf8), to: file)
        let kit = home.kit.map { " --kit \($0)" } ?? ""
        try Console.tell(
            """
            Created the template \(file). Render it with

                blueheart render ./\(file)\(kit) --placement square -o card.png

            Then change \(starter.colors) and the words ("default") in \(file), and run the
            command again. To render all placements at once:

                blueheart render ./\(file)\(kit) --placement all -o \(name)
            """)
    }

    private func writeKit() throws(CardError) {
        try checkIsFree(name)
        let title = name.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
        let writer = FileWriter()
        for folder in ["words", "assets"] { try writer.makeFolder("\(name)/\(folder)") }
        let schemas = try SchemaFolder.path(
            from: name, home: try home.homeFolder(), [.kit, .template, .words])
        for (path, text) in KitStarter.files(name: name, title: title, schemas: schemas) {
            try writer.write(Array(text.utf8), to: "\(name)/\(path)")
        }
        try Console.tell(
            """
            Created the kit \(name)/ with one template. Render it with

                blueheart render \(name)/hello.json --placement square -o hello.png

            The template is \(name)/hello.json, colours and fonts are in \(name)/kit.json, words in
            \(name)/words/en.json, and the symbol in \(name)/assets/symbol.svg. To render all cards
            of the kit, with a contact sheet:

                blueheart drop --kit ./\(name) --out \(name)-cards --sheet
            """)
    }

    private func checkIsFree(_ path: String) throws(CardError) {
        guard fileKind(at: path) != nil else { return }
        throw CardError(
            .output,
            Diagnostic(
                code: "file-exists", "\(quoted(path)) already exists",
                hint: "choose another name, or move that file"))
    }
}
