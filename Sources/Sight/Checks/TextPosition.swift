import Diagnostics
import Geometry
import Layout
import Scenes

/// Texts must be inside the visible area and the safe zone.
struct TextPosition: SightCheck {
    func findings(of subject: SightSubject) -> [Diagnostic] {
        subject.texts.compactMap { text in
            // Letters and hanging punctuation extend slightly beyond the box.
            let place = subject.visibility(of: text.pieces, overhang: text.least / 8)
            let told = VisibilityMessage(place, name: text.report.name, of: subject.placement)
            return told.map { told in
                .finding(
                    "text" + told.ending, told.message, at: text.report.origin.location,
                    path: text.report.origin.path, hint: told.hint, area: PictureArea(text.ink),
                    measured: told.measure)
            }
        }
    }
}
