import BlueHeartDiagnostics
import BlueHeartGeometry
import BlueHeartLayout
import BlueHeartScenes

/// Texts must be inside the visible area and the safe zone.
struct TextPosition: SightCheck {
    private static let places = VisibilityRules(
        cropped: CheckRule(
            "text-cropped", .picture, .warning,
            "A text extends beyond the visible part of the picture."
        ),
        covered: CheckRule(
            "text-covered", .picture, .warning,
            "A text is under something that the network draws over the picture."),
        outsideSafeZone: CheckRule(
            "text-outside-safe-zone", .picture, .warning,
            "A text extends beyond the safe zone."))
    static let rules = places.all

    func findings(of subject: SightSubject) -> [Diagnostic] {
        subject.texts.compactMap { text in
            // Letters and hanging punctuation extend slightly beyond the box.
            let place = subject.visibility(of: text.pieces, overhang: text.least / 8)
            let fault = VisibilityMessage(
                place, Self.places, name: text.report.name, of: subject.placement)
            return fault.map { fault in
                .finding(
                    fault.rule, fault.message, at: text.report.origin.location,
                    path: text.report.origin.path, hint: fault.hint, area: PictureArea(text.ink),
                    measured: fault.measure)
            }
        }
    }
}
