import Diagnostics
import Geometry
import Layout
import Pixels
import Placements
import Scenes

/// Every text stands out from what is behind it, for people who see all colours and for those who
/// do not.
///
/// Source: W3C WCAG 2.2, success criterion 1.4.3, at the size a phone shows. For people who lack a
/// kind of cone 3:1 is asked of every size, the least that ISO 9241-3 allows.
struct TextContrast: SightCheck {
    func findings(of subject: SightSubject) -> [Diagnostic] {
        subject.texts.flatMap { text -> [Diagnostic] in
            let needed: Float = text.isLarge(at: subject.displayScale) ? 3 : 4.5
            guard let worst = text.edges.worst() else { return [] }
            if worst.contrast < needed {
                return [low(text, subject.name(of: text), worst.place, worst.contrast, needed)]
            }
            return indistinct(text, in: subject)
        }
    }

    private func low(
        _ text: SeenText, _ name: String, _ place: EdgePlace, _ found: Float, _ needed: Float
    ) -> Diagnostic {
        .finding(
            "text-low-contrast",
            "\(name) reaches a contrast of \(ratio(found)) where \(ratio(needed)) is "
                + "needed: \(place.inside.hex) on \(place.outside.hex)",
            at: text.report.origin.location, path: text.report.origin.path,
            hint: Remedy(text.edges.places, needed: needed).hint,
            area: PictureArea(place.area.expanded(by: 4)),
            measured: Measure(found.hundredths, .atLeast(needed.hundredths)))
    }

    private func indistinct(_ text: SeenText, in subject: SightSubject) -> [Diagnostic] {
        for vision in ColorVision.allCases {
            guard let worst = text.edges.worst(for: vision), worst.contrast < 3 else { continue }
            return [
                .finding(
                    "text-indistinct",
                    "\(subject.name(of: text)) has a contrast of only \(ratio(worst.contrast)) for "
                        + "\(vision.people), where 3.00:1 is needed: "
                        + "\(worst.place.inside.hex) on \(worst.place.outside.hex)",
                    at: text.report.origin.location, path: text.report.origin.path,
                    hint: "choose colours that differ more in lightness, not only in hue",
                    area: PictureArea(worst.place.area.expanded(by: 4)),
                    measured: Measure(worst.contrast.hundredths, .atLeast(3)))
            ]
        }
        return []
    }
}

extension SightSubject {
    /// How messages call a text: by its name and the placement's.
    fileprivate func name(of text: SeenText) -> String {
        "\(text.report.name) of \(placement.name)"
    }
}

extension Edges {
    /// The place with the least contrast; nil where there are no edges.
    func worst(for vision: ColorVision? = nil) -> (place: EdgePlace, contrast: Float)? {
        var worst: (place: EdgePlace, contrast: Float)?
        var last: EdgePlace?
        for place in places {
            // Most places of a text look like the one before.
            if let last, place.inside == last.inside, place.outside == last.outside { continue }
            last = place
            let found = vision.map { place.contrast($0) } ?? place.contrast
            if found < worst?.contrast ?? .infinity { worst = (place, found) }
        }
        return worst
    }
}

extension Float {
    /// Rounded down to hundredths, so that no number claims too much.
    var hundredths: Double { (Double(self) * 100).rounded(.down) / 100 }
}

extension ColorVision {
    var people: String {
        switch self {
        case .protan: "people who see no red (protanopia)"
        case .deutan: "people who see no green (deuteranopia)"
        case .tritan: "people who see no blue (tritanopia)"
        }
    }
}

extension Light {
    /// As templates write it: `#RRGGBB`.
    var hex: String {
        let digits = Array("0123456789ABCDEF")
        return [0, 8, 16].reduce(into: "#") { text, shift in
            let code = Int(pixel >> UInt32(shift) & 255)
            text.append(digits[code >> 4])
            text.append(digits[code & 15])
        }
    }
}
