import BlueHeartDiagnostics
import BlueHeartLayout
import BlueHeartPlacements

/// Symbols must have contrast along at least three quarters of their outline.
///
/// Source: W3C WCAG 2.2, success criterion 1.4.11, for graphics needed to understand; the same 3:1
/// is required under simulated colour-vision deficiency.
struct SymbolContrast: SightCheck {
    private static let lowContrast = CheckRule(
        "symbol-low-contrast", .picture, .warning,
        "The outline of a symbol has less than 3:1 contrast with its background.")
    private static let indistinct = CheckRule(
        "symbol-indistinct", .picture, .warning,
        "A symbol fails contrast under simulated colour-vision deficiency.")
    static let rules = [lowContrast, indistinct]

    private static let needed: Float = 3

    /// Share of an outline that may lack contrast.
    private enum Loss: Double {
        case quarter = 0.25
        /// A picture in the shape of a symbol has no single colour: it is bright and dark along the
        /// outline.
        case half = 0.5

        var rest: String { self == .quarter ? "three quarters" : "half" }

        /// Number of an outline's regions that may lack contrast.
        func allowance(of count: Int) -> Int {
            max(0, min(count - 1, Int(Double(count) * rawValue)))
        }
    }

    func findings(of subject: SightSubject) -> [Diagnostic] {
        subject.symbols.filter { $0.node.kind != .qr }.compactMap { symbol in
            let loss: Loss = subject.holdsPicture(symbol) ? .half : .quarter
            guard let seen = level(of: symbol, nil, loss) else { return nil }
            if seen < Self.needed {
                return symbol.finding(
                    Self.lowContrast,
                    "\(symbol.node.name) of \(subject.placement.name) has a contrast of \(ratio(seen)) along "
                        + "\(loss.rest) of its outline; \(ratio(Self.needed)) is required",
                    ContrastFix(
                        symbol.edges.places, needed: Self.needed,
                        allowance: loss.allowance(of: symbol.edges.places.count)
                    ).hint,
                    Measure(seen.hundredths, .atLeast(3)))
            }
            return indistinct(symbol, loss, of: subject.placement.name)
        }
    }

    private func indistinct(
        _ symbol: MeasuredSymbol, _ loss: Loss, of placement: String
    ) -> Diagnostic? {
        for vision in ColorVision.allCases {
            guard let seen = level(of: symbol, vision, loss), seen < Self.needed else { continue }
            return symbol.finding(
                Self.indistinct,
                "\(symbol.node.name) of \(placement) has a contrast of only \(ratio(seen)) with \(vision.title); "
                    + "\(ratio(Self.needed)) is required",
                "choose colours that differ more in lightness, not only in hue",
                Measure(seen.hundredths, .atLeast(3)))
        }
        return nil
    }

    /// The contrast of the outline without its allowed loss.
    private func level(
        of symbol: MeasuredSymbol, _ vision: ColorVision?, _ loss: Loss
    ) -> Float? {
        let found = symbol.edges.places.map { place in
            vision.map { place.contrast($0) } ?? place.contrast
        }.sorted()
        guard !found.isEmpty else { return nil }
        return found[loss.allowance(of: found.count)]
    }
}

extension SightSubject {
    /// True if a picture is inside a symbol that has other content too.
    fileprivate func holdsPicture(_ symbol: MeasuredSymbol) -> Bool {
        laidOut.nodes.indices.contains { index in
            index != symbol.report.node && laidOut.nodes[index].kind.isImage
                && isInside(index, symbol.report.node)
        }
    }
}
