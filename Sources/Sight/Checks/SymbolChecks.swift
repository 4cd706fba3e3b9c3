import BlueHeartDiagnostics
import BlueHeartGeometry
import BlueHeartLayout
import BlueHeartPlacements
import BlueHeartScenes

/// Symbols must be inside the visible area and the safe zone.
struct SymbolPosition: SightCheck {
    private static let places = VisibilityRules(
        cropped: CheckRule(
            "symbol-cropped", .picture, .warning,
            "A symbol extends beyond the visible part of the picture."),
        covered: CheckRule(
            "symbol-covered", .picture, .warning,
            "A symbol is under something that the network draws over the picture."),
        outsideSafeZone: CheckRule(
            "symbol-outside-safe-zone", .picture, .warning,
            "A symbol extends beyond the safe zone."))
    static let rules = places.all

    func findings(of subject: SightSubject) -> [Diagnostic] {
        subject.symbols.compactMap { symbol in
            let place = subject.visibility(of: symbol.pieces)
            let fault = VisibilityMessage(
                place, Self.places, name: symbol.node.name, of: subject.placement)
            return fault.map { fault in
                symbol.finding(fault.rule, fault.message, fault.hint, fault.measure)
            }
        }
    }
}

/// Symbols must be undistorted and large enough.
struct SymbolShape: SightCheck {
    private static let distorted = CheckRule(
        "symbol-distorted", .picture, .warning,
        "A symbol does not have its own proportions.")
    private static let tooSmall = CheckRule(
        "symbol-too-small", .picture, .warning,
        "A symbol is smaller on a phone than the kit allows."
    )
    static let rules = [distorted, tooSmall]

    /// Largest invisible distortion.
    private static let tolerance = 1.02

    func findings(of subject: SightSubject) -> [Diagnostic] {
        subject.symbols.flatMap { symbol in
            [distorted(symbol), small(symbol, subject)].compactMap { $0 }
        }
    }

    private func distorted(_ symbol: MeasuredSymbol) -> Diagnostic? {
        let stretch = symbol.report.distortion
        guard stretch > Self.tolerance else { return nil }
        let percent = Int(min(9_999, (stretch - 1) * 100).rounded())
        return symbol.finding(
            Self.distorted,
            "\(symbol.node.name) is distorted by \(percent)%",
            "scale both axes equally; for a picture use \"fit\": \"contain\"",
            Measure((stretch * 100).rounded() / 100, .atMost(Self.tolerance)))
    }

    private func small(_ symbol: MeasuredSymbol, _ subject: SightSubject) -> Diagnostic? {
        guard symbol.node.kind != .qr else { return nil }
        let side = min(symbol.ink.width, symbol.ink.height)
        let shown = side * subject.displayScale
        let needed = subject.rules.leastSize
        // The ink is measured to within a px or two of the card.
        guard shown + 2 * subject.displayScale < needed else { return nil }
        return symbol.finding(
            Self.tooSmall,
            "\(symbol.node.name) of \(subject.placement.name) is \(px(shown)) on a phone; "
                + "the kit requires at least \(px(needed))",
            "draw it at least \(px((needed / subject.displayScale).rounded(.up))) on the card, "
                + "or omit it here",
            Measure((shown * 10).rounded() / 10, .atLeast(needed), unit: "px"))
    }
}

/// Symbols must have clear space around them, except for words on top of them.
struct SymbolClearSpace: SightCheck {
    private static let crowded = CheckRule(
        "symbol-crowded", .picture, .warning, "Something is inside the clear space around a symbol."
    )
    static let rules = [crowded]

    func findings(of subject: SightSubject) -> [Diagnostic] {
        subject.symbols.compactMap { symbol in
            let side = min(symbol.ink.width, symbol.ink.height)
            let needed = side * subject.rules.clearSpace
            let nearest = neighbours(of: symbol, in: subject).map { neighbour in
                (name: neighbour.name, room: neighbour.room)
            }.min { $0.room < $1.room }
            guard let nearest, nearest.room < needed - 2 else { return nil }
            return symbol.finding(
                Self.crowded,
                "\(nearest.name) is \(px(nearest.room)) from \(symbol.node.name), "
                    + "which needs \(px(needed)) of clear space",
                "increase the distance",
                Measure(
                    (nearest.room * 10).rounded() / 10,
                    .atLeast((needed * 10).rounded() / 10), unit: "px"))
        }
    }

    private func neighbours(
        of symbol: MeasuredSymbol, in subject: SightSubject
    ) -> [(name: String, room: Double)] {
        var found: [(name: String, room: Double)] = []
        for text in subject.texts where !subject.isInside(text.report.node, symbol.report.node) {
            let near = text.pieces.filter { !symbol.outline.holds($0) }
            guard let room = near.map(symbol.outline.distance).min() else { continue }
            found.append((text.report.name, room))
        }
        for other in subject.symbols where other.report.node != symbol.report.node {
            guard !subject.isInside(other.report.node, symbol.report.node),
                !subject.isInside(symbol.report.node, other.report.node),
                !symbol.outline.holds(other.ink), !other.outline.holds(symbol.ink)
            else { continue }
            found.append((other.node.name, symbol.outline.distance(to: other.ink)))
        }
        return found
    }
}

extension SightSubject {
    /// True if a node is a descendant of another, by their indices in the report.
    func isInside(_ node: Int, _ outer: Int) -> Bool {
        var next: Int? = node
        while let index = next {
            if index == outer { return true }
            next = laidOut.nodes[index].parent
        }
        return false
    }
}

extension MeasuredSymbol {
    func finding(
        _ rule: CheckRule, _ message: String, _ hint: String, _ measure: Measure?
    ) -> Diagnostic {
        .finding(
            rule, message, at: node.origin.location, path: node.origin.path, hint: hint,
            area: PictureArea(ink), measured: measure)
    }
}
