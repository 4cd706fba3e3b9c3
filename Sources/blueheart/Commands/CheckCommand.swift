import ArgumentParser
import BlueHeartDiagnostics
import BlueHeartDrops
import BlueHeartEngine
import BlueHeartJSON
import BlueHeartProduct
import BlueHeartRequests

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check templates, kits and drops, without writing pictures.",
        discussion: """
            Each template is laid out for all its placements in all languages, with the examples \
            of its parameters and the values of --set. A drop is checked row by row.

            Examples:
              blueheart check
              blueheart check statement supporter
              blueheart check ./my-card.json --set headline="Words that must fit"
              blueheart check june.json --format json
              blueheart check --format sarif > blueheart.sarif
              blueheart check supporter --overlay findings
            """)

    @Argument(
        help: ArgumentHelp(
            "Templates, template files, kit folders or drop files. Default: the whole kit.",
            valueName: "name"), completion: .custom(Completions.templates))
    var names: [String] = []

    @OptionGroup var home: HomeOptions

    @Option(
        help: ArgumentHelp(
            "Value of a template parameter; can be repeated.", valueName: "name=value"))
    var set: [String] = []

    @Option(help: ArgumentHelp("Check only these languages.", valueName: "tag"))
    var lang: [String] = []

    @Option(help: ArgumentHelp("Check only these placements.", valueName: "name"))
    var placement: [String] = []

    @Option(
        help: ArgumentHelp(
            "Write each card with findings into this folder, with the findings boxed and numbered.",
            valueName: "folder"), completion: .directory)
    var overlay: String?

    @Option(
        help: ArgumentHelp(
            "Format of the report: text, json, sarif (for code hosts and editors), or github "
                + "(annotations of a workflow).", valueName: "format"))
    var format: CheckFormat?

    @Flag(help: "Same as --format json.")
    var json = false

    func validate() throws {
        _ = try parameterValues(set)
        guard !json || format == nil || format == .json else {
            throw ValidationError("--json contradicts --format; give one of them")
        }
    }

    func run() throws {
        let values = try parameterValues(set)
        var findings: [CheckFinding] = []
        try reporting { () throws(CardError) in
            let engine = try home.engine()
            for subject in try CheckSubject.subjects(
                names, kit: home.kit ?? Product.kit)
            {
                findings.append(try check(subject, values, engine))
            }
            try tell(findings)
            if let overlay { Console.warn(sentence(on: findings, in: overlay)) }
        }
        if findings.contains(where: \.isFaulty) { throw ExitCode(65) }
    }

    private func check(
        _ subject: CheckSubject, _ values: ParameterValues, _ engine: CardEngine
    ) throws(CardError) -> CheckFinding {
        var finding = CheckFinding(name: subject.name)
        do throws(CardError) {
            var plan = try subject.plan()
            if case .named(let names) = Choice(lang) { plan.languages = names }
            if case .named(let names) = Choice(placement) { plan.placements = names }
            let runner = DropRunner(engine: engine, workers: WorkerPool.coreCount)
            for part in try subject.parts(of: plan, values, in: engine.catalog) {
                finding.cards += try runner.check(part, overlays: overlay) {
                    finding.add($0, in: $1)
                } wrote: {
                    finding.overlays.insert($0)
                }
            }
            finding.attributing = try subject.attributing(in: plan, engine.catalog)
            for diagnostic in try subject.remarks(on: plan, engine.catalog) {
                finding.add(diagnostic)
            }
        } catch {
            if error.kind == .output { throw error }
            for diagnostic in error.diagnostics { finding.add(diagnostic) }
        }
        return finding
    }

    private func sentence(on findings: [CheckFinding], in folder: String) -> String {
        let count = Set(findings.flatMap(\.overlays)).count
        return "\(count == 1 ? "1 picture" : "\(count) pictures") of findings in \(folder)"
    }

    private func tell(_ findings: [CheckFinding]) throws(CardError) {
        let all = findings.flatMap(\.diagnostics)
        switch format ?? (json ? .json : .text) {
        case .text:
            for finding in findings {
                for summary in finding.summaries { Console.warn(summary) }
                try Console.tell(finding.sentence)
            }
        case .json:
            try tell([
                "good": .bool(!findings.contains(where: \.isFaulty)),
                "checked": .array(findings.map(\.json)),
            ])
        case .sarif:
            try tell(SARIFLog(diagnostics: all).json)
        case .github:
            for diagnostic in all {
                try Console.tell(WorkflowCommand(diagnostic: diagnostic).text)
            }
        }
    }

    private func tell(_ value: JSONValue) throws(CardError) {
        try Console.tell(Array(value.written().utf8))
    }
}
