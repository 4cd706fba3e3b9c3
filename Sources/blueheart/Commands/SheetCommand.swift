public import ArgumentParser
import Diagnostics
public import Drops
public import Sight

struct SheetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet",
        abstract: "Write contact sheets of a drop: pages, and pictures of them.",
        discussion: """
            The page sheet.html shows every card of the folder's manifest.json with its size, its \
            alt text and its caption; sheet.png is its picture. With --by each template, or each \
            placement, has a page of its own. --simulate and --safe show the cards in another way, \
            on pages beside the others.

            Examples:
              blueheart sheet out
              blueheart sheet out --by template --safe
              blueheart sheet out --by placement --simulate phone
              blueheart sheet out --simulate deutan
            """)

    @Argument(help: "A folder with a manifest.json.", completion: .directory)
    var folder: String

    @Option(help: "A page for each: template or placement. Left out: one page of all cards.")
    var by: SheetGrouping?

    @Option(
        help: """
            How people meet the cards: protan, deutan, tritan (without a kind of cone), \
            grayscale, phone (as large as a phone shows them), crop (what networks leave).
            """)
    var simulate: Simulation?

    @Flag(help: "Draw safe zones, and what the networks lay over the pictures.")
    var safe = false

    @OptionGroup var home: HomeOptions

    func run() throws {
        try reporting { () throws(CardError) in
            let view = SheetView(simulation: simulate, zones: safe ? .drawn : .hidden)
            let sheet = ContactSheet(
                folder: folder, engine: try home.engine(), by: by, view: view)
            for name in try sheet.write() { try Console.tell("\(folder)/\(name)") }
        }
    }
}

extension SheetGrouping: ExpressibleByArgument {}
extension Simulation: ExpressibleByArgument {}
