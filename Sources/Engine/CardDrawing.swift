import Diagnostics
import Layout
import Placements
import Scenes
import Words

/// A card ready to be painted, its words checked.
struct CardDrawing {
    let scene: Scene
    let laidOut: LaidOutCard
    let texts: [DrawnText]
    /// For the networks that show the placement, in its order.
    let captions: [NetworkCaption]
    /// Of layout, of the words and of what is seen; no errors.
    var warnings: [Diagnostic]

    /// - Throws: all faults of the words together.
    init(
        scene: Scene, laidOut: LaidOutCard, slot: Slot, severities: CheckSeverities
    ) throws(CardError) {
        self.scene = scene
        self.laidOut = laidOut
        texts = laidOut.texts.map(DrawnText.init)
        captions = slot.networks.filter(\.takesCaptions).map {
            scene.words.caption.caption(for: $0, language: scene.language)
        }
        let subject = WordsSubject(
            words: scene.words, language: scene.language, slot: slot, captions: captions,
            drawn: texts)
        let found = laidOut.warnings + severities.applied(to: checkWords(subject))
        let errors = found.filter { $0.severity == .error }
        guard errors.isEmpty else { throw CardError(.template, errors) }
        warnings = found
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
