import ArgumentParser
import Diagnostics
import Drops
import Engine
import Formats
import Placements
import Requests

struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Make one card, or one template's cards in several sizes and languages.",
        discussion: """
            Beside each picture go its alt text (.alt.txt), a caption for each network that shows \
            the placement (.caption.x.txt), its record (.json) and HTML to paste (.html); \
            --sidecars chooses. Several sizes of one card also get a page together. The \
            pictures' paths are written to standard output.

            Examples:
              blueheart render statement
              blueheart render supporter --set name="Amina K." -o card.png
              blueheart render supporter --set name=Sara --lang ar --placement all -o ar
              blueheart render photo --set photo=march.jpg --set credit="Photo: Sam Reed" \\
                --set picture="People with candles on a bridge" --placement og,story
              blueheart render ./my-card.json -o - > card.png
            """)

    @Argument(
        help: "A template of the kit, or the path of a template's file.",
        completion: .custom(Completions.templates))
    var template: String

    @OptionGroup var home: HomeOptions
    @OptionGroup var card: CardOptions

    @Option(
        help: ArgumentHelp(
            "Languages, with commas or given many times, or all. Left out: the kit's first.",
            valueName: "tag"), completion: .custom(Completions.languages))
    var lang: [String] = []

    @Option(
        help: ArgumentHelp(
            "Placements, with commas or given many times, or all. Left out: the template's first.",
            valueName: "name"), completion: .custom(Completions.placements))
    var placement: [String] = []

    @Option(
        name: [.short, .customLong("out")],
        help: ArgumentHelp(
            "A file, a folder, or - for standard output. Left out: the current folder.",
            valueName: "path"), completion: .file())
    var output: String?

    @OptionGroup var words: SidecarOptions

    @Flag(help: "Write the picture alone, as --sidecars none does.")
    var noSidecars = false

    @Flag(help: "Tell on standard output what was made, as JSON.")
    var json = false

    func validate() throws {
        if output == "-", Console.outputIsTerminal {
            throw ValidationError(
                "a picture would be written to your terminal; name a file with -o, or send "
                    + "standard output elsewhere")
        }
        if output == "-", json {
            throw ValidationError("-o - and --json both write to standard output; choose one")
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
