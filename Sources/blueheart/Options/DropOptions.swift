import ArgumentParser
import BlueHeartDiagnostics
import BlueHeartDrops
import BlueHeartRequests

/// The content of a drop, as flags.
struct DropOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Templates, separated by commas or repeated. Default: all templates of the kit.",
            valueName: "name"), completion: .custom(Completions.templates))
    var template: [String] = []

    @Option(
        help: ArgumentHelp(
            "File of rows, or - for standard input.", valueName: "file"), completion: .file())
    var rows: String?

    @Option(
        help: ArgumentHelp(
            "csv, tsv, json, jsonl, xlsx or ods. Default: from the file name, else from the content.",
            valueName: "format"))
    var rowsFormat: RowsFormat?

    @Option(
        help: ArgumentHelp(
            "Separator of columns: comma, semicolon, tab, pipe or a character. Default: found in the "
                + "first lines.", valueName: "separator"),
        transform: { text in
            guard let separator = RowSeparator(text) else {
                throw ValidationError("expected a separator such as ; or semicolon")
            }
            return separator
        })
    var separator: RowSeparator?

    @Option(
        help: ArgumentHelp(
            "Sheet of a workbook. Default: the first that is not hidden.", valueName: "name"))
    var rowsSheet: String?

    @Option(
        help: ArgumentHelp(
            "Languages, separated by commas or repeated. Default: all languages of the kit.",
            valueName: "tag"), completion: .custom(Completions.languages))
    var lang: [String] = []

    @Option(
        help: ArgumentHelp(
            "Placements, separated by commas or repeated. Default: all that a template allows.",
            valueName: "name"), completion: .custom(Completions.placements))
    var placement: [String] = []

    @Option(
        help: ArgumentHelp("Pattern for file names.", valueName: "pattern"))
    var name: String?

    @Option(
        help: ArgumentHelp(
            "Column that identifies a row, such as an e-mail address. Default: the row's content.",
            valueName: "column"))
    var key: String?

    @Flag(help: "Use the templates' examples for parameters without a value.")
    var examples = false

    enum RowsFormat: String, ExpressibleByArgument, CaseIterable {
        case csv, tsv, json, jsonl, xlsx, ods
    }

    func apply(to plan: inout DropPlan) throws(CardError) {
        apply(Choice(template), to: &plan.templates)
        apply(Choice(lang), to: &plan.languages)
        apply(Choice(placement), to: &plan.placements)
        let format = rowsFormat.flatMap { RowFormat(rawValue: $0.rawValue) }
        if let rows {
            plan.rows = DropPlan.RowsFile(path: rows, format: format)
        } else if let format {
            plan.rows?.format = format
        }
        if let key { plan.key = key }
        if let rowsSheet { plan.rows?.sheet = rowsSheet }
        if let separator { plan.rows?.separator = separator }
        if examples { plan.gaps = .examples }
        if let name { plan.name = try NamePattern(name) }
    }

    private func apply(_ choice: Choice, to names: inout [String]?) {
        switch choice {
        case .none: break
        case .all: names = nil
        case .named(let chosen): names = chosen
        }
    }
}
