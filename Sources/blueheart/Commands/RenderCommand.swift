import ArgumentParser
import BlueHeartDiagnostics
import BlueHeartDrops
import BlueHeartEngine
import BlueHeartFormats
import BlueHeartPlacements
import BlueHeartRequests

struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Render one template as cards, in one or more placements and languages.",
        discussion: """
            Writes each picture with its sidecars: the alt text (.alt.txt), a caption for each \
            network that shows the placement (.caption.x.txt), a JSON record (.json) and HTML to \
            paste (.html); --sidecars chooses among them. Several placements of one card also get \
            an HTML page. The paths of the pictures go to standard output.

            Examples:
              blueheart render statement
              blueheart render supporter --set name="Amina K." -o card.png
              blueheart render supporter --set name=Sara --lang ar --placement all -o ar
              blueheart render photo --set photo=march.jpg --set credit="Photo: Sam Reed" \\
                --set picture="People with candles on a bridge" --placement og,story
              blueheart render ./my-card.json -o - > card.png
            """)

    @Argument(
        help: "Template of the kit, or path of a template file.",
        completion: .custom(Completions.templates))
    var template: String

    @OptionGroup var home: HomeOptions
    @OptionGroup var card: CardOptions

    @Option(
        help: ArgumentHelp(
            "Languages, separated by commas or repeated, or all. Default: the kit's first.",
            valueName: "tag"), completion: .custom(Completions.languages))
    var lang: [String] = []

    @Option(
        help: ArgumentHelp(
            "Placements, separated by commas or repeated, or all. Default: the template's first.",
            valueName: "name"), completion: .custom(Completions.placements))
    var placement: [String] = []

    @Option(
        name: [.short, .customLong("out")],
        help: ArgumentHelp(
            "File, folder, or - for standard output. Default: the current folder.",
            valueName: "path"), completion: .file())
    var output: String?

    @OptionGroup var words: SidecarOptions

    @Flag(help: "Write no sidecars; same as --sidecars none.")
    var noSidecars = false

    @Flag(help: "Write a summary to standard output, as JSON.")
    var json = false

    func validate() throws {
        if output == "-", Console.outputIsTerminal {
            throw ValidationError(
                "cannot write a picture to a terminal; name a file with -o, or redirect "
                    + "standard output")
        }
        if output == "-", json {
            throw ValidationError("-o - contradicts --json: both write to standard output")
        }
        try checkFormat()
    }

    func run() throws {
        let values = try card.values()
        var failed: [CardError] = []
        try reporting { () throws(CardError) in
            let engine = try home.engine()
            let cards = try namedRequests(engine.catalog, values)
            let target = RenderTarget(output, count: cards.count)
            if case .tooMany(let path) = target { throw tooMany(cards.count, for: path) }
            failed = try RenderRun(
                engine: engine, target: target, sidecars: noSidecars ? [] : words.kinds,
                style: json ? .json : .paths, inputs: [template] + values.entries.map(\.value)
            ).make(cards)
        }
        if let code = failed.map(\.kind.exitStatus).min() { throw ExitCode(code) }
    }

    /// Checks that a file's extension and `--format` agree.
    private func checkFormat() throws {
        guard let output, let ending = RenderTarget.format(ofFile: output),
            let format = card.format, ending != format
        else { return }
        throw ValidationError(
            "\(quoted(output)) ends like a \(ending.rawValue), and --format asks for "
                + "\(format.rawValue)")
    }

    private func namedRequests(
        _ catalog: Catalog, _ values: ParameterValues
    ) throws(CardError) -> [NamedRequest] {
        let request = CardRequest(
            kit: home.kit, template: TemplateChoice(template), values: values,
            format: card.format ?? output.flatMap { RenderTarget.format(ofFile: $0) },
            effort: card.effort, files: .from(folder: "."))
        return try NamedRequest.requests(
            like: request, template: template, languages: Choice(lang),
            placements: Choice(placement), in: catalog)
    }

    private func tooMany(_ count: Int, for path: String) -> CardError {
        CardError(
            .data,
            Diagnostic(
                code: "many-cards-one-file",
                "expected one card for \(quoted(path, limit: 200)), found \(count)",
                hint: "name a folder with -o, or one language and one placement"))
    }
}
