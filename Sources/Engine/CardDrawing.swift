import Diagnostics
import Layout
import Placements
import Requests
import Scenes
import Templates
import Words

/// A card ready to be painted, its words looked at.
struct CardDrawing {
    let scene: Scene
    let laidOut: LaidOutCard
    let texts: [DrawnText]
    /// For the networks that show the placement, in its order.
    let captions: [NetworkCaption]
    /// What layout, the words and the picture have shown so far.
    private(set) var findings: [Diagnostic]

    init(scene: Scene, laidOut: LaidOutCard, order: CardOrder, checks: [any WordsCheck]) {
        let kit = order.kit.kit
        self.scene = scene
        self.laidOut = laidOut
        texts = laidOut.texts.map(DrawnText.init)
        captions = order.slot.networks.filter(\.takesCaptions).map {
            scene.words.caption.caption(for: $0, language: scene.language)
        }
        let subject = WordsSubject(
            words: scene.words, language: scene.language, slot: order.slot, captions: captions,
            credit: kit.credit ?? "", rights: kit.rights ?? "",
            filled: order.filling.entries.map {
                FilledText(name: $0.name, text: $0.value, location: $0.source.location)
            }, drawn: texts)
        findings = laidOut.warnings + kit.checks.applied(to: checkWords(subject, by: checks))
    }

    mutating func add(_ found: [Diagnostic]) { findings += found }

    /// - Throws: all errors found so far.
    func checkFindings() throws(CardError) {
        let errors = findings.filter { $0.severity == .error }
        guard errors.isEmpty else { throw CardError(.template, errors) }
    }
}

extension DrawnText {
    fileprivate init(_ report: TextReport) {
        let shown = report.lines.map(\.text).joined(separator: "\n")
        self.init(
            id: report.id, text: report.isTruncated ? shown : report.text,
            fontSize: report.fontSize, lineCount: report.lines.count)
    }
}
