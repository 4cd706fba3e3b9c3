import BlueHeartDiagnostics
import BlueHeartLayout
import BlueHeartPlacements

/// QR codes must be dark on light, with enough contrast for a camera.
///
/// Source: ISO/IEC 15415, symbol contrast: a difference of 40 % between the light reflected by
/// background and modules is grade C, the lowest recommended. ISO/IEC 18004 also allows light
/// modules on a dark background, which not every reader supports, and requires four modules of
/// background on all sides.
struct QRContrast: SightCheck {
    private static let lowContrast = CheckRule(
        "qr-low-contrast", .picture, .warning,
        "The modules of a QR code have too little contrast with their background for cameras.")
    private static let inverted = CheckRule(
        "qr-inverted", .picture, .warning,
        "A QR code is light on dark, which some readers do not detect.")
    private static let quietZone = CheckRule(
        "qr-quiet-zone", .picture, .warning,
        "A QR code has less than 4 modules of light background around it.")
    static let rules = [lowContrast, inverted, quietZone]

    static let needed: Float = 0.4
    /// Share of modules that even the lowest correction level restores.
    private static let lostPart = 0.05

    func findings(of subject: SightSubject) -> [Diagnostic] {
        subject.symbols.filter { $0.node.kind == .qr }.compactMap { code in
            let steps = code.edges.places.map { $0.outside.luminance - $0.inside.luminance }
                .sorted()
            guard !steps.isEmpty else { return nil }
            let seen = steps[Int(Double(steps.count) * Self.lostPart)]
            let name = "\(code.node.name) of \(subject.placement.name)"
            let middle = steps[steps.count / 2]
            if middle <= -Self.needed { return inverted(code, name, middle) }
            return seen < Self.needed ? faint(code, name, seen) : crowded(code, name)
        }
    }

    private func inverted(_ code: MeasuredSymbol, _ name: String, _ seen: Float) -> Diagnostic {
        code.finding(
            Self.inverted,
            "\(name) is light on dark, which some readers do not detect: its modules are "
                + "\(percent(-seen)) of full light lighter than their background",
            "swap \"dark\" and \"light\", or put a light plate behind it",
            Measure(seen.hundredths * 100, .atLeast(40), unit: "%"))
    }

    /// Reports a code whose background is too narrow.
    private func crowded(_ code: MeasuredSymbol, _ name: String) -> Diagnostic? {
        guard let width = code.quietZone, width < QuietZone.needed else { return nil }
        return code.finding(
            Self.quietZone,
            "\(name) has \(width == 1 ? "1 module" : "\(width) modules") of light background around it; "
                + "\(QuietZone.needed) are required",
            "set \"quietZone\" to \(QuietZone.needed), put a larger light plate behind it, or move it "
                + "away from other content",
            Measure(Double(width), .atLeast(Double(QuietZone.needed)), unit: "modules"))
    }

    private func faint(_ code: MeasuredSymbol, _ name: String, _ seen: Float) -> Diagnostic {
        code.finding(
            Self.lowContrast,
            "the modules of \(name) are \(percent(seen)) of full light darker than their background; "
                + "\(percent(Self.needed)) is required",
            "make \"dark\" darker or \"light\" lighter",
            Measure(max(0, seen).hundredths * 100, .atLeast(40), unit: "%"))
    }

    private func percent(_ part: Float) -> String { "\(Int(max(0, part) * 100))%" }
}
