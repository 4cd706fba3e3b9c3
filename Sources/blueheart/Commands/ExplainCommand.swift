import ArgumentParser
import Diagnostics
import Drops
import Engine
import JSON
import Layout
import Scenes
import Sight

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tell why the texts of a card are set as they are.",
        discussion: """
            For each text: its box, the size found and the sizes tried, its lines, its direction, \
            the fonts of its parts, where lines may end and do (|), and the room that is left. A \
            text that does not fit is told at its smallest size.

            Examples:
              blueheart explain statement
              blueheart explain statement --lang ar --placement story
              blueheart explain supporter --set name="Amina K." --overlay boxes.png
              blueheart explain ./my-card.json --json
            """)

    @Argument(
        help: "A template of the kit, or the path of a template's file.",
        completion: .custom(Completions.templates))
    var template: String

    @OptionGroup var home: HomeOptions

    @Option(
        help: ArgumentHelp(
            "A parameter of the template; may be given many times.", valueName: "name=value"))
    var set: [String] = []

    @Option(
        help: ArgumentHelp("The language. Left out: the kit's first.", valueName: "tag"),
        completion: .custom(Completions.languages))
    var lang: String?

    @Option(
        help: ArgumentHelp("The placement. Left out: the template's first.", valueName: "name"),
        completion: .custom(Completions.placements))
    var placement: String?

    @Option(
        help: ArgumentHelp(
            "Write the picture with boxes, baselines and the safe zone drawn over it, a PNG.",
            valueName: "file"), completion: .file())
    var overlay: String?

    @Flag(help: "Write JSON to standard output.")
    var json = false

    func validate() throws { _ = try cells(of: set) }

    func run() throws {
        let cells = try cells(of: set)
        try reporting { () throws(CardError) in
            let engine = try home.engine()
            let planned = try plannedCard(engine, cells)
            let worker = engine.worker()
            let card = try worker.explain(planned.job)
            if let overlay { try write(card, to: overlay, with: worker) }
            try tell(card, planned)
            if let error = card.error { throw error }
        }
    }

    private func tell(_ card: ExplainedCard, _ planned: PlannedCard) throws(CardError) {
        let explanation = Explanation(card: card, stem: planned.stem)
        try Console.tell(json ? explanation.json.written() : explanation.text)
        Report.tell(card.warnings)
    }

    /// Filled with the examples of the parameters where nothing else is said.
    private func plannedCard(
        _ engine: CardEngine, _ cells: [Row.Cell]
    ) throws(CardError) -> PlannedCard {
        let kit = try KitOutline.read(engine, kit: home.kit, templates: [template])
        let outline = try kit.template(template)
        var plan = DropPlan(
            kit: home.kit ?? CardJob.houseKit, templates: [template], set: cells, name: .flat)
        plan.gaps = .examples
        plan.languages = (lang ?? kit.languages.first).map { [$0] }
        plan.placements = (placement ?? outline.placements.first).map { [$0] }
        guard let card = try plan.cards(of: kit).first else {
            preconditionFailure("a plan of one card had none")
        }
        return card
    }

    private func write(
        _ card: ExplainedCard, to path: String, with worker: CardWorker
    ) throws(CardError) {
        let overlay = Overlay(layoutOf: card.laidOut, safeInsets: card.scene.safeInsets)
        try FileWriter().write(try worker.png(of: overlay, over: card.picture), to: path)
    }
}
