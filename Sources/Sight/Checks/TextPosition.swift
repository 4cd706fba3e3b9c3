import Diagnostics
import Geometry
import Layout
import Scenes

/// Every text stands where the network shows it whole.
struct TextPosition: SightCheck {
    func findings(of subject: SightSubject) -> [Diagnostic] {
        subject.texts.compactMap { text in
            // Letters and the marks that hang beside a line reach out of its box a little.
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
