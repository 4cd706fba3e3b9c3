import BlueHeartDiagnostics
import BlueHeartEngine
import BlueHeartFormats
import BlueHeartLanguages
import BlueHeartPlacements
import BlueHeartRequests
import BlueHeartScenes
import BlueHeartSupport
import BlueHeartTestbench
import BlueHeartWords

@testable import BlueHeartDrops

/// Makes cards of a kit of two templates, with the project's placements.
func fakeEngine() -> CardEngine {
    var options = EngineOptions(home: projectFolder)
    options.templatesFolder = projectFolder + "/Tests/DropsTests/Fixtures"
    options.defaultKit = "test"
    return CardEngine(options)
}

/// A card whose picture is its request as text; `name=bad` cannot be made.
func fakeCard(_ request: CardRequest) throws(CardError) -> Card {
    if request.values["name"]?.value == "bad" {
        throw CardError(.data, Diagnostic(code: "bad-name", "this name is bad"))
    }
    guard case .named(let template) = request.template, let language = request.language,
        let placement = request.placement
    else { fatalError("a drop names everything, and here no file") }
    let bytes = Array("\(template) \(language) \(placement) \(shownValues(request))".utf8)
    return Card(
        bytes: bytes,
        record: CardRecord(
            kit: "test", template: template,
            language: Language(
                tag: language, direction: language == "ar" ? .rightToLeft : .leftToRight),
            placement: placement, widthInPixels: 108, heightInPixels: 108,
            format: request.format ?? .png, byteCount: bytes.count, sha256: sha256(of: bytes),
            words: SceneWords(
                title: "T", alt: "Alt <b>", caption: CaptionSource(text: "Caption & \"more\"")),
            values: request.values))
}

/// `["name=A", "theme=dark"]`, by name.
private func shownValues(_ request: CardRequest) -> [String] {
    request.values.entries.map { "\($0.name)=\($0.value)" }.sorted()
}

/// What the tasks of a plan are: `supporter/en/square name=A`, `! code`.
func shownTasks(_ plan: DropPlan, rows: String? = nil) throws -> [String] {
    let reader = try rows.map { try RowReader(Array($0.utf8), file: "rows", format: .csv) }
    var tasks = try DropTasks(plan, in: fakeEngine().catalog, reader: reader)
    var shown: [String] = []
    while let task = tasks.next() {
        switch task {
        case .card(let item):
            shown.append(item.stem + shownValues(item.request).map { " " + $0 }.joined())
        case .fault(let failure): shown.append("! \(codesAndLines(failure.error))")
        }
    }
    return shown
}
