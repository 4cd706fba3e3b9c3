import ArgumentParser
import BlueHeartDiagnostics
import BlueHeartDrops
import BlueHeartEngine
import BlueHeartFormats
import BlueHeartJSON
import BlueHeartRequests
import BlueHeartSupport

struct DropCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drop",
        abstract: "Render many cards at once: rows x templates x languages x placements.",
        discussion: """
            A drop is described by a drop file, by flags, or by both; flags take precedence. Rows \
            come from CSV, TSV, JSON, JSON Lines or a workbook (XLSX, ODS). Their columns are \
            values of parameters; the columns template, language, placement and file apply to \
            their row only. An error in a row is reported with its line and does not stop the \
            other rows; the exit code is then 65.

            The output folder contains each picture with its sidecars, and manifest.json with the \
            SHA-256 of every file. The pattern for file names can contain {template}, {language}, \
            {placement}, {row} and any parameter or column; a slash starts a folder.

            A second drop into the same folder makes only what has changed, and goes on after one \
            that was killed. Cards that are no longer part of the drop stay and are told; --prune \
            removes them. --key names the column that identifies a row, so that a corrected row \
            keeps its file.

            Examples:
              blueheart drop --examples --sheet
              blueheart drop --template supporter --rows names.csv --out campaign
              blueheart drop --template supporter --rows names.csv --name "{name}"
              blueheart drop june.json --placement square,story --sheet
              blueheart drop --template supporter --rows - < names.jsonl
              blueheart drop --template supporter --rows names.csv --key email --prune
              blueheart drop june.json --dry-run
            """)

    @Argument(help: "Drop file.", completion: .file(extensions: ["json"]))
    var file: String?

    @OptionGroup var home: HomeOptions
    @OptionGroup var card: CardOptions
    @OptionGroup var wish: DropOptions
    @OptionGroup var words: SidecarOptions

    @Option(
        help: ArgumentHelp("Output folder; created if missing.", valueName: "folder"),
        completion: .directory)
    var out = "out"

    @Option(
        help: ArgumentHelp(
            "Number of cards to render at a time. Default: one per core.", valueName: "n"))
    var jobs: Int?

    @Option(
        help: ArgumentHelp(
            "Progress on standard error: auto, bar, plain, json or none.",
            discussion: "auto is a bar on a terminal, and plain lines elsewhere.",
            valueName: "style"))
    var progress: ProgressStyle = .auto

    @Flag(
        help: "Remove cards of earlier drops in the folder that are not part of this one.")
    var prune = false

    @Flag(help: "Keep those cards without a message.")
    var keep = false

    @Flag(
        help: ArgumentHelp(
            "Make only cards that are not there: they failed, or were not reached.",
            discussion: "The others stay as they are, even if their template has changed."))
    var onlyFailed = false

    @Flag(help: "Make all cards, also those that have not changed.")
    var remake = false

    @Flag(help: "Only print which cards would be made, kept and removed, and why.")
    var dryRun = false

    @Flag(help: "Write a contact sheet of all cards: sheet.html and sheet.png.")
    var sheet = false

    @Flag(help: "Write a summary to standard output, as JSON.")
    var json = false

    enum ProgressStyle: String, ExpressibleByArgument, CaseIterable {
        case auto, bar, plain, json, none

        var shown: DropProgress.Style {
            switch self {
            case .auto: Console.errorIsTerminal ? .bar : .plain
            case .bar: .bar
            case .plain: .plain
            case .json: .json
            case .none: .none
            }
        }
    }

    func validate() throws {
        if prune, keep { throw ValidationError("--prune contradicts --keep; give one of them") }
        if onlyFailed, remake {
            throw ValidationError("--only-failed contradicts --remake; give one of them")
        }
        if let jobs, !(1...1_024).contains(jobs) {
            throw ValidationError("--jobs: expected a number from 1 to 1024, found \(jobs)")
        }
    }

    func run() throws {
        let values = try card.values()
        var code: Int32 = 0
        try reporting { () throws(CardError) in
            let engine = try home.engine()
            if dryRun {
                try DropPreview(
                    engine: engine, folder: out, sidecars: words.kinds, choices: choices
                )
                .tell(try plan(values))
                return
            }
            let interruption = Interruption()
            let totals = try make(try plan(values), engine, interruption)
            if let signal = interruption.signal {
                code = 128 + signal
                Console.warn("stopped; manifest.json lists the files written so far")
                return
            }
            if sheet { try ContactSheet(folder: out, engine: engine).write() }
            try tell(totals)
            if totals.made == 0, totals.failed == 0 {
                Console.warn("no card was made: the rows have only a head, or none is left in")
            }
            if totals.failed > 0 || totals.made == 0 { code = 65 }
        }
        if code != 0 { throw ExitCode(code) }
    }

    /// The drop file's plan, overridden by the flags.
    private func plan(_ values: ParameterValues) throws(CardError) -> DropPlan {
        var plan = DropPlan()
        if let file {
            plan = try DropPlan.read(try InputFile(file).readAll(limit: 1 << 20), file: file)
        }
        plan.kit = home.kit ?? plan.kit
        plan.format = card.format ?? plan.format
        if card.effort != .default { plan.effort = card.effort }
        for entry in values.entries { plan.set.set(entry) }
        try wish.apply(to: &plan)
        return plan
    }

    private func make(
        _ plan: DropPlan, _ engine: CardEngine, _ interruption: Interruption
    ) throws(CardError) -> DropTotals {
        var shown = DropProgress(progress.shown)
        defer { shown.end(advice: keep ? nil : advice(for: plan)) }
        return try DropRunner(engine: engine, workers: jobs ?? WorkerPool.coreCount).run(
            plan, into: out, counting: progress.shown == .none ? .never : .before,
            sidecars: words.kinds, choices: choices,
            shouldStop: { interruption.signal != nil }, tell: { shown.tell($0) })
    }

    private var choices: DropChoices {
        DropChoices(
            making: remake ? .all : onlyFailed ? .missing : .changed,
            leaving: prune ? .prune : .keep)
    }

    private func advice(for plan: DropPlan) -> String {
        if prune { return "nothing is removed while rows cannot be read" }
        let advice = "remove them with --prune, or keep them with --keep"
        guard plan.rows != nil, plan.key == nil else { return advice }
        return advice + "; with --key a corrected row keeps its file"
    }

    private func tell(_ totals: DropTotals) throws(CardError) {
        if json {
            try Console.tell(totals.summary.written(.compact))
            return
        }
        let failed = totals.failed > 0 ? ", \(totals.failed) failed" : ""
        let cards = totals.made == 1 ? "1 card" : "\(totals.made) cards"
        let unchanged = totals.unchanged > 0 ? ", \(totals.unchanged) unchanged" : ""
        try Console.tell(
            "\(cards)\(unchanged)\(failed), \(megabytes(totals.bytes)) in \(out)/manifest.json")
        if sheet { try Console.tell("contact sheet in \(out)/sheet.html") }
    }

    private func megabytes(_ bytes: Int) -> String {
        bytes < 1_000_000
            ? "\((bytes + 500) / 1_000) kB" : "\(Double((bytes + 50_000) / 100_000) / 10) MB"
    }
}
