import ArgumentParser
import BlueHeartDiagnostics
import BlueHeartDrops
import BlueHeartEngine
import BlueHeartJSON
import BlueHeartLayout
import BlueHeartRequests
import BlueHeartScenes
import BlueHeartSight
import BlueHeartSupport

/// A stage between a template and its picture.
enum DumpedStage: String, CaseIterable, ExpressibleByArgument {
    case scene
    case displayList = "display-list"
}

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain how the texts of a card are laid out.",
        discussion: """
            Lists for each text: its box, the font size chosen and the sizes tried, its lines, its \
            direction, its fonts, the line break opportunities and the breaks taken (|), and the \
            space left. A text that does not fit is shown at its smallest size.

            Examples:
              blueheart explain statement
              blueheart explain statement --lang ar --placement story
              blueheart explain supporter --set name="Amina K." --overlay boxes.png
              blueheart explain ./my-card.json --json
              blueheart explain statement --dump scene > before.txt
            """)

    @Argument(
        help: "Template of the kit, or path of a template file.",
        completion: .custom(Completions.templates))
    var template: String

    @OptionGroup var home: HomeOptions

    @Option(
        help: ArgumentHelp(
            "Value of a template parameter; can be repeated.", valueName: "name=value"))
    var set: [String] = []

    @Option(
        help: ArgumentHelp("Language. Default: the first language of the kit.", valueName: "tag"),
        completion: .custom(Completions.languages))
    var lang: String?

    @Option(
        help: ArgumentHelp(
            "Placement. Default: the first placement of the template.", valueName: "name"),
        completion: .custom(Completions.placements))
    var placement: String?

    @Option(
        help: ArgumentHelp(
            "Write a PNG of the card with boxes, baselines and the safe zone drawn over it.",
            valueName: "file"), completion: .file())
    var overlay: String?

    @Flag(help: "Write JSON to standard output.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "Write a stage of the card instead: scene, with all names resolved, or display-list.",
            valueName: "stage"))
    var dump: DumpedStage?

    func validate() throws {
        _ = try parameterValues(set)
        if json, dump != nil { throw ValidationError("--json and --dump exclude each other.") }
    }

    func run() throws {
        let values = try parameterValues(set)
        try reporting { () throws(CardError) in
            let engine = try home.engine()
            let named = try namedRequest(engine.catalog, values)
            let worker = engine.worker()
            let card = try worker.explain(named.request)
            if let overlay { try write(card, to: overlay, with: worker) }
            try tell(card, named)
            if let error = card.error { throw error }
        }
    }

    private func tell(_ card: CardExplanation, _ named: NamedRequest) throws(CardError) {
        let explanation = Explanation(card: card, stem: named.stem)
        switch dump {
        case .scene: try Console.tell(ValueDump("scene", card.scene).text)
        case .displayList:
            try Console.tell(ValueDump("display list", card.laidOut.displayList).text)
        case nil: try Console.tell(json ? explanation.json.written() : explanation.text)
        }
        Report.tell(card.warnings)
    }

    /// The request, with the examples of parameters that have no value.
    private func namedRequest(
        _ catalog: Catalog, _ values: ParameterValues
    ) throws(CardError) -> NamedRequest {
        let request = CardRequest(
            kit: home.kit, template: TemplateChoice(template), values: values,
            files: .from(folder: "."), gaps: .examples)
        return try NamedRequest.requests(
            like: request, template: template, languages: lang.map { .named([$0]) } ?? .none,
            placements: placement.map { .named([$0]) } ?? .none, in: catalog)[0]
    }

    private func write(
        _ card: CardExplanation, to path: String, with worker: CardWorker
    ) throws(CardError) {
        let overlay = Overlay(layoutOf: card.laidOut, safeInsets: card.scene.safeInsets)
        try FileWriter().write(try worker.png(of: overlay, over: card.picture), to: path)
    }
}
