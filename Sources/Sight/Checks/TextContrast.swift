import BlueHeartDiagnostics
import BlueHeartGeometry
import BlueHeartLayout
import BlueHeartPixels
import BlueHeartPlacements
import BlueHeartScenes

/// Texts must have contrast with their background, with and without colour-vision deficiency.
///
/// Source: W3C WCAG 2.2, success criterion 1.4.3, at the size on a phone. Under simulated
/// colour-vision deficiency 3:1 is required at every size, the minimum of ISO 9241-3.
struct TextContrast: SightCheck {
    private static let lowContrast = CheckRule(
        "text-low-contrast", .picture, .warning,
        "A text has less than 4.5:1 contrast somewhere, or 3:1 if it is large.")
    private static let indistinct = CheckRule(
        "text-indistinct", .picture, .warning,
        "A text fails contrast under simulated colour-vision deficiency.")
    static let rules = [lowContrast, indistinct]

    func findings(of subject: SightSubject) -> [Diagnostic] {
        subject.texts.compactMap { text in
            switch text.contrastFault {
            case nil: nil
            case .low(let worst, let needed, let cure):
                low(text, subject.name(of: text), worst, needed, cure)
            case .indistinct(let worst, let vision):
                indistinct(text, subject.name(of: text), worst, vision)
            }
        }
    }

    private func low(
        _ text: MeasuredText, _ name: String, _ worst: Edges.Worst, _ needed: Float, _ cure: String
    ) -> Diagnostic {
        .finding(
            Self.lowContrast,
            "\(name) has a contrast of \(ratio(worst.contrast)); \(ratio(needed)) is "
                + "required: \(worst.place.inside.hex) on \(worst.place.outside.hex)",
            at: text.report.origin.location, path: text.report.origin.path, hint: cure,
            area: PictureArea(worst.place.area.expanded(by: 4)),
            measured: Measure(worst.contrast.hundredths, .atLeast(needed.hundredths)))
    }

    private func indistinct(
        _ text: MeasuredText, _ name: String, _ worst: Edges.Worst, _ vision: ColorVision
    ) -> Diagnostic {
        let needed = ContrastFault.neededOfVisions
        return .finding(
            Self.indistinct,
            "\(name) has a contrast of only \(ratio(worst.contrast)) with \(vision.title); "
                + "\(ratio(needed)) is required: "
                + "\(worst.place.inside.hex) on \(worst.place.outside.hex)",
            at: text.report.origin.location, path: text.report.origin.path,
            hint: "choose colours that differ more in lightness, not only in hue",
            area: PictureArea(worst.place.area.expanded(by: 4)),
            measured: Measure(worst.contrast.hundredths, .atLeast(needed.hundredths)))
    }
}

extension SightSubject {
    /// Name of a text in messages, with the placement's name.
    fileprivate func name(of text: MeasuredText) -> String {
        "\(text.report.name) of \(placement.name)"
    }
}

extension Float {
    /// Rounded down to hundredths, so that the number is never overstated.
    var hundredths: Double { (Double(self) * 100).rounded(.down) / 100 }
}

extension ColorVision {
    var title: String {
        switch self {
        case .protan: "protanopia (no red cones)"
        case .deutan: "deuteranopia (no green cones)"
        case .tritan: "tritanopia (no blue cones)"
        }
    }
}

extension LinearColor {
    /// Hexadecimal notation of templates: `#RRGGBB`.
    var hex: String {
        let digits = Array("0123456789ABCDEF")
        return [0, 8, 16].reduce(into: "#") { text, shift in
            let code = Int(pixel >> UInt32(shift) & 255)
            text.append(digits[code >> 4])
            text.append(digits[code & 15])
        }
    }
}
