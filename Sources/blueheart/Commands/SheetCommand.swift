import ArgumentParser
import Diagnostics
import Drops

struct SheetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet",
        abstract: "Write a contact sheet of a drop: sheet.html and sheet.png.",
        discussion: """
            The page shows every card of the folder's manifest.json with its size, its alt text \
            and its caption.

            Examples:
              blueheart sheet out
            """)

    @Argument(help: "A folder with a manifest.json.", completion: .directory)
    var folder: String

    @OptionGroup var home: HomeOptions

    func run() throws {
        try reporting { () throws(CardError) in
            try ContactSheet(folder: folder, engine: try home.engine()).write()
            try Console.tell("\(folder)/sheet.html\n\(folder)/sheet.png")
        }
    }
}
