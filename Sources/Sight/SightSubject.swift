import Drawing
import Geometry
import Layout
import Pixels
import Placements

/// A finished picture with all that was measured on it.
struct SightSubject {
    let laidOut: LaidOutCard
    let placement: Placement
    let rules: SymbolRules
    /// Those that are not decoration, in the order they are painted.
    let texts: [MeasuredText]
    /// Inner ones first.
    let symbols: [MeasuredSymbol]

    var displayScale: Double { placement.displayScale }

    var card: Rect { placement.wholeArea }
}

extension Placement {
    /// How many px of a phone a px of the card is shown in; 1 where nobody can know.
    var displayScale: Double {
        guard let width = displayWidth else { return 1 }
        return width / Double(widthInPixels)
    }
}

/// A text of a card as it is seen.
struct MeasuredText {
    let report: TextReport
    /// Around what each run paints, in px of the card.
    let pieces: [Rect]
    /// Around what its glyphs paint, in px of the card; may reach past it.
    let ink: Rect
    let edges: Edges
    /// The smallest letters that are drawn, in px of the card.
    let least: Double
    /// How it fails to stand out, at the size a phone shows.
    let contrastFault: ContrastFault?
    /// The contrast it was held to.
    private let neededContrast: Float

    /// - Parameter displayScale: px of a phone for each of the card.
    init(
        report: TextReport, pieces: [Rect], ink: Rect, edges: Edges, at displayScale: Double
    ) {
        self.report = report
        self.pieces = pieces
        self.ink = ink
        self.edges = edges
        least = report.leastFontSize
        neededContrast = report.neededContrast(at: displayScale)
        contrastFault = ContrastFault(edges, needed: neededContrast)
    }

    /// The text of another report that looks the same.
    init(_ seen: MeasuredText, as report: TextReport, at displayScale: Double) {
        self.report = report
        pieces = seen.pieces
        ink = seen.ink
        edges = seen.edges
        least = seen.least
        neededContrast = report.neededContrast(at: displayScale)
        contrastFault =
            neededContrast == seen.neededContrast
            ? seen.contrastFault : ContrastFault(edges, needed: neededContrast)
    }
}

extension TextReport {
    /// Source: W3C WCAG 2.2, success criterion 1.4.3.
    fileprivate func neededContrast(at displayScale: Double) -> Float {
        isLarge(at: displayScale) ? 3 : 4.5
    }

    /// Whether WCAG counts the text as large at this many px of a phone for each of the card.
    ///
    /// Source: W3C WCAG 2.2, "large scale": 18 point, or 14 point and bold; a point is 4/3 px.
    private func isLarge(at displayScale: Double) -> Bool {
        let size = leastFontSize * displayScale
        return size >= 24 || (fontWeight >= 700 && size >= 14 * 4 / 3)
    }

    /// The smallest letters that are drawn, in px of the card.
    var leastFontSize: Double {
        runs.map { $0.fontSize * $0.transform.meanScale }.min() ?? fontSize
    }
}

/// A symbol of a card as it is seen.
struct MeasuredSymbol {
    let report: SymbolReport
    let node: NodeReport
    /// Around what it paints, in px of the card; may reach past it.
    let ink: Rect
    let outline: InkOutline
    let edges: Edges
    /// How far beside its ink the picture was looked at, in px.
    let reach: Int
    /// Modules of light ground around a QR code that stands upright.
    var quietZone: Int?

    /// Around what it paints, two rows at a time as its corners may be empty.
    var pieces: [Rect] {
        outline.rows.map { row in
            Rect(
                x: Double(row.columns.lowerBound), y: Double(row.y),
                width: Double(row.columns.count), height: 2)
        }
    }
}

/// What lies inside and outside along the edges of a shape, place by place.
struct Edges: Hashable {
    var places: [EdgeRegion]

    /// Least luminance inside; 0 where there are none.
    var darkest: Float { places.map(\.inside.luminance).min() ?? 0 }
}
