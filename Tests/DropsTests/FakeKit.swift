import Diagnostics
import Engine
import Languages
import Placements
import Scenes
import Words

@testable import Drops

/// A kit of two templates that needs no files.
let fakeKit = KitOutline(
    name: "test", languages: ["en", "ar"], templates: ["fact", "supporter"],
    placements: ["square", "story", "og"]
) { name in
    name == "fact"
        ? TemplateOutline(
            name: "fact", choice: .named("fact"), placements: ["square"], parameters: ["theme"])
        : TemplateOutline(
            name: "supporter", choice: .named("supporter"), placements: ["square", "story"],
            parameters: ["name", "theme"])
}

/// A card whose picture is its job as text; `name=bad` cannot be made.
func fakeCard(_ job: CardJob) throws(CardError) -> Card {
    if job.filling["name"] == "bad" {
        throw CardError(.data, Diagnostic(code: "bad-name", "this name is bad"))
    }
    guard case .named(let template) = job.template else { fatalError("no file here") }
    let filling = job.filling.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let bytes = Array("\(template) \(job.language) \(job.placement) \(filling)".utf8)
    return Card(
        bytes: bytes,
        record: CardRecord(
            kit: "test", template: template,
            language: Language(
                tag: job.language, direction: job.language == "ar" ? .rightToLeft : .leftToRight),
            placement: job.placement, widthInPixels: 108, heightInPixels: 108,
            format: job.format ?? .png, byteCount: bytes.count, sha256: sha256(of: bytes),
            words: SceneWords(
                title: "T", alt: "Alt <b>", caption: CaptionSource(text: "Caption & \"more\"")),
            filling: job.filling))
}

/// What the tasks of a plan are: `supporter/en/square name=A`, `! code`.
func shownTasks(_ plan: DropPlan, rows: String? = nil) throws -> [String] {
    let reader = try rows.map { try RowReader(Array($0.utf8), file: "rows", format: .csv) }
    var tasks = try DropTasks(plan, kit: fakeKit, reader: reader)
    var shown: [String] = []
    while let task = tasks.next() {
        switch task {
        case .card(let card):
            let filling = card.job.filling.sorted { $0.key < $1.key }
                .map { " \($0.key)=\($0.value)" }
            shown.append(card.stem + filling.joined())
        case .fault(let failure): shown.append("! \(codesAndLines(failure.error))")
        }
    }
    return shown
}
