import BlueHeartDiagnostics
import BlueHeartLanguages
import BlueHeartLayout
import BlueHeartPlacements
import BlueHeartScenes

/// Texts must be legible at the size on a phone.
///
/// At 32 cm, the usual distance of a phone, letters of 9 px have an x-height of 0.16 degrees: the
/// limit for a person with 6/12 vision, the minimum for driving. Han, kana, Hangul and connected
/// scripts have finer details and need 10 px.
///
/// Source: G. Legge and C. Bigelow, "Does print size matter for reading?", Journal of Vision 2011;
/// Y. Bababekova and others, "Font size and viewing distance of handheld smart phones", 2011.
struct TextSize: SightCheck {
    private static let tooSmall = CheckRule(
        "text-too-small", .picture, .warning,
        "A text is smaller than 9 px on a phone (10 px for Han, kana, Hangul and connected scripts)."
    )
    static let rules = [tooSmall]

    func findings(of subject: SightSubject) -> [Diagnostic] {
        let scale = subject.displayScale
        return subject.texts.compactMap { text in
            let shown = text.least * scale
            let needed: Double = isFine(text.report.text) ? 10 : 9
            // A tenth of a px is not visible.
            guard shown < needed - 0.05 else { return nil }
            let least = (needed / scale).rounded(.up)
            return .finding(
                Self.tooSmall,
                "\(text.report.name) of \(subject.placement.name) is \(px(shown)) on a phone; "
                    + "at least \(px(needed)) is required",
                at: text.report.origin.location, path: text.report.origin.path,
                hint: "set it in at least \(px(least)) on the card, or omit it here",
                area: PictureArea(text.ink),
                measured: Measure((shown * 10).rounded() / 10, .atLeast(needed), unit: "px"))
        }
    }

    private func isFine(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            guard scalar.value >= 0x590 else { return false }
            let script = Script(of: scalar.value)
            return script.isIdeographic || script.isConnected || script.name == "Hang"
        }
    }
}
