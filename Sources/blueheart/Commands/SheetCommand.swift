public import ArgumentParser
import BlueHeartDiagnostics
public import BlueHeartDrops
public import BlueHeartSight

struct SheetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet",
        abstract: "Write contact sheets of a drop, as pages and pictures.",
        discussion: """
            The page sheet.html shows every card of the folder's manifest.json with its size, its \
            alt text and its caption; sheet.png is a picture of the page. --by writes a page per \
            template or placement. --simulate and --safe write further pages, on which the cards \
            are changed.

            Examples:
              blueheart sheet out
              blueheart sheet out --by template --safe
              blueheart sheet out --by placement --simulate phone
              blueheart sheet out --simulate deutan
            """)

    @Argument(help: "Folder with a manifest.json.", completion: .directory)
    var folder: String

    @Option(help: "One page per template or placement. Default: one page with all cards.")
    var by: SheetGrouping?

    @Option(
        help: """
            View to simulate: protan, deutan or tritan (colour blindness), grayscale, phone \
            (the size on a phone), crop (as cropped by networks).
            """)
    var simulate: Simulation?

    @Flag(help: "Draw safe zones, and the controls that networks lay over pictures.")
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
