import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLayout
import BlueHeartPixels
import BlueHeartPlacements

/// A finished picture with all measurements.
struct SightSubject {
    let laidOut: LaidOutCard
    let placement: Placement
    let rules: SymbolRules
    /// Texts without the role `decoration`, in paint order.
    let texts: [MeasuredText]
    /// Inner symbols first.
    let symbols: [MeasuredSymbol]

    var displayScale: Double { placement.displayScale }

    var card: Rect { placement.wholeArea }
}

extension Placement {
    /// Px of a phone per px of the card; 1 if unknown.
    var displayScale: Double {
        guard let width = displayWidth else { return 1 }
        return width / Double(widthInPixels)
    }
}

/// A measured text.
struct MeasuredText {
    let report: TextReport
    /// Bounds of each run's ink, in px of the card.
    let pieces: [Rect]
    /// Bounds of its glyphs' ink, in px of the card; may extend beyond it.
    let ink: Rect
    let edges: Edges
    /// Smallest font size, in px of the card.
    let least: Double
    /// Insufficient contrast at the size on a phone, if any.
    let contrastFault: ContrastFault?
    /// The required contrast.
    private let neededContrast: Float

    /// Measures a text.
    ///
    /// - Parameter displayScale: px of a phone per px of the card.
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

    /// The measurement of an equal text, for another report.
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
    /// Required contrast.
    ///
    /// Source: W3C WCAG 2.2, success criterion 1.4.3.
    fileprivate func neededContrast(at displayScale: Double) -> Float {
        isLarge(at: displayScale) ? 3 : 4.5
    }

    /// True if WCAG counts the text as large at this scale, in px of a phone per px of the card.
    ///
    /// Source: W3C WCAG 2.2, "large scale": 18 point, or 14 point and bold; a point is 4/3 px.
    private func isLarge(at displayScale: Double) -> Bool {
        let size = leastFontSize * displayScale
        return size >= 24 || (fontWeight >= 700 && size >= 14 * 4 / 3)
    }

    /// Smallest font size, in px of the card.
    var leastFontSize: Double {
        runs.map { $0.fontSize * $0.transform.meanScale }.min() ?? fontSize
    }
}

/// A measured symbol.
struct MeasuredSymbol {
    let report: SymbolReport
    let node: NodeReport
    /// Bounds of its ink, in px of the card; may extend beyond it.
    let ink: Rect
    let outline: InkOutline
    let edges: Edges
    /// Distance beside its ink that was sampled, in px.
    let reach: Int
    /// Modules of light background around an unrotated QR code.
    var quietZone: Int?

    /// Bounds of its ink, two rows at a time because its corners may be empty.
    var pieces: [Rect] {
        outline.rows.map { row in
            Rect(
                x: Double(row.columns.lowerBound), y: Double(row.y),
                width: Double(row.columns.count), height: 2)
        }
    }
}

/// The colours inside and outside along the edges of a shape, by region.
struct Edges: Hashable {
    var places: [EdgeRegion]

    /// Lowest luminance inside; 0 if there are none.
    var darkest: Float { places.map(\.inside.luminance).min() ?? 0 }
}
