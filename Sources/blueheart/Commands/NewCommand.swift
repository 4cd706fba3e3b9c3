import ArgumentParser
import Diagnostics
import Engine
import Support

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Write a template or a kit to start from, in the current folder.",
        discussion: """
            Examples:
              blueheart new template my-card
              blueheart new kit my-campaign
            """)

    enum Thing: String, ExpressibleByArgument, CaseIterable { case template, kit }

    @Argument(help: "What to write.")
    var thing: Thing

    @Argument(help: "Its name: letters, digits, - and _.")
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
        let schema = try schemaFolder(depth: 0) + "/template.schema.json"
        let starter: TemplateStarter = home.kit == nil ? .house : .plain
        let text = starter.text(name: name, schema: schema)
        try FileWriter().write(Array(text.utf8), to: file)
        let kit = home.kit.map { " --kit \($0)" } ?? ""
        try Console.tell(
            """
            \(file) is a template of its own; see it with

                blueheart render ./\(file)\(kit) --placement square -o card.png

            Then open \(file), write another colour for "fill"\(starter.colors) and other words
            for "default", and run the same command again. For all its sizes at once:

                blueheart render ./\(file)\(kit) --placement all -o \(name)
            """)
    }

    private func writeKit() throws(CardError) {
        try checkIsFree(name)
        let title = name.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
        let writer = FileWriter()
        for folder in ["words", "assets"] { try writer.makeFolder("\(name)/\(folder)") }
        let schemas = try schemaFolder(depth: 1)
        for (path, text) in KitStarter.files(name: name, title: title, schemas: schemas) {
            try writer.write(Array(text.utf8), to: "\(name)/\(path)")
        }
        try Console.tell(
            """
            \(name)/ is a kit with one template; see it with

                blueheart render \(name)/hello.json --placement square -o hello.png

            Colours and type are in \(name)/kit.json, the words in \(name)/words/en.json, your symbol
            goes to \(name)/assets/symbol.svg, and the picture is \(name)/hello.json. All cards of
            the kit, with a page that shows them:

                blueheart drop --kit ./\(name) --out \(name)-cards --sheet
            """)
    }

    private func checkIsFree(_ path: String) throws(CardError) {
        guard fileKind(at: path) != nil else { return }
        throw CardError(
            .output,
            Diagnostic(
                code: "file-exists", "\(quoted(path)) is there already",
                hint: "choose another name, or move it away"))
    }

    /// The folder of schemas relative to a folder `depth` steps below the current one.
    private func schemaFolder(depth: Int) throws(CardError) -> String {
        let home = try home.homeFolder()
        guard let current = realPath(of: "."), let there = realPath(of: home) else {
            return "schemas"
        }
        guard current == there || current.utf8.starts(with: (there + "/").utf8) else {
            return "file://\(there)/schemas"
        }
        let steps = current.utf8.dropFirst(there.utf8.count).count { $0 == UInt8(ascii: "/") }
        let up = Array(repeating: "..", count: steps + depth)
        return ((up.isEmpty ? ["."] : up) + ["schemas"]).joined(separator: "/")
    }
}
