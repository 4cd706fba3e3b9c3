public import BlueHeartDiagnostics
import BlueHeartDrawing
import BlueHeartGeometry
public import BlueHeartLayout
public import BlueHeartPixels
public import BlueHeartPlacements
public import BlueHeartRaster
import BlueHeartScenes

/// Checks finished pictures.
///
/// One per worker, used by one thread at a time. Regions unchanged since the previous picture are
/// not measured again: the same picture gives the same findings, whatever was inspected before.
public final class PictureInspector {
    private let rasterizer: Rasterizer
    private var last: Inspection?

    /// Creates an inspector.
    ///
    /// - Parameter rasterizer: the one that paints the pictures.
    public init(rasterizer: Rasterizer) {
        self.rasterizer = rasterizer
    }

    /// All findings of a picture, in the order of the rules.
    ///
    /// - Parameter bitmap: the rasterized display list of `laidOut`.
    public func inspect(
        _ laidOut: LaidOutCard, painted bitmap: Bitmap, for placement: Placement,
        rules: SymbolRules
    ) -> [Diagnostic] {
        let known = last.map { ReusableInspection($0, now: laidOut.displayList, rasterizer) }
        var ground = FlatBackground(laidOut.displayList, rasterizer)
        let texts = laidOut.texts.compactMap { report -> MeasuredText? in
            guard laidOut.nodes[report.node].role != .decoration, !report.runs.isEmpty else {
                return nil
            }
            return known?.text(report, at: placement.displayScale)
                ?? look(at: report, on: bitmap, &ground, placement.displayScale)
        }
        let symbols = laidOut.symbols.compactMap { report in
            look(at: report, of: laidOut.nodes[report.node], on: bitmap, known)
        }
        last = Inspection(list: laidOut.displayList.withoutPixels, texts: texts, symbols: symbols)
        let subject = SightSubject(
            laidOut: laidOut, placement: placement, rules: rules, texts: texts, symbols: symbols)
        return standardSightChecks.flatMap { $0.findings(of: subject) }
    }
}

/// The measurements of one picture, without its pixels.
struct Inspection {
    let list: DisplayList
    let texts: [MeasuredText]
    let symbols: [MeasuredSymbol]
}

extension PictureInspector {
    /// Distance beyond the card to which shapes are followed, in px.
    private static let margin = 128
    /// Extent of a soft shadow, as a fraction of a symbol's shorter side.
    ///
    /// A shape has contrast if it differs from its shadow or from the background beyond: the shadow
    /// fades into the background, and is not perceived as part of the shape.
    private static let shadowReach = 0.125

    private func look(
        at report: TextReport, on bitmap: Bitmap, _ ground: inout FlatBackground,
        _ displayScale: Double
    ) -> MeasuredText? {
        let pieces = report.runs.map { rasterizer.inkBounds(of: [.glyphs($0)]) }
        let ink = pieces.reduce(PixelRect(x: 0, y: 0, width: 0, height: 0)) { $0.union($1) }
        guard !ink.isEmpty else { return nil }
        let edges = ground.edges(of: report, ink: ink) ?? edges(of: report, ink, on: bitmap)
        return MeasuredText(
            report: report, pieces: pieces.filter { !$0.isEmpty }.map(\.withoutRounding),
            ink: ink.withoutRounding, edges: edges, at: displayScale)
    }

    /// The colours along a text's letters.
    func edges(of report: TextReport, _ ink: PixelRect, on bitmap: Bitmap) -> Edges {
        let em = report.leastFontSize
        let rows = rasterizer.coverage(
            of: report.runs, over: ink.intersection(bitmap.area), everyRow: max(1, Int(em / 10)))
        return edges(of: rows, on: bitmap, cell: max(6, Int(em / 3))).snapped(to: report.paints)
    }

    private func look(
        at report: SymbolReport, of node: NodeReport, on bitmap: Bitmap,
        _ known: ReusableInspection?
    ) -> MeasuredSymbol? {
        if let seen = known?.symbol(report, node) { return seen }
        let mask = rasterizer.coverage(
            of: report.commands, in: bitmap.area.expanded(by: Self.margin))
        let outline = InkOutline(mask)
        guard let ink = outline.bounds else { return nil }
        if node.kind == .qr { return look(at: report, of: node, on: bitmap, outline, ink) }
        let isPlate = node.kind.isImage && outline.isRectangle
        let cell = Self.cell(of: ink)
        let reach = Int(min(ink.width, ink.height) * Self.shadowReach)
        let edges =
            isPlate
            ? Edges(places: [])
            : edges(
                of: CoveredRows(of: mask, step: max(1, cell / 4)), on: bitmap, cell: cell,
                reach: reach)
        return MeasuredSymbol(
            report: report, node: node, ink: ink, outline: outline, edges: edges, reach: reach)
    }

    /// A QR code: its dark modules are painted last, and its background is measured.
    private func look(
        at report: SymbolReport, of node: NodeReport, on bitmap: Bitmap, _ outline: InkOutline,
        _ ink: Rect
    ) -> MeasuredSymbol {
        let modules = rasterizer.coverage(of: Array(report.commands.suffix(1)), in: bitmap.area)
        let cell = Self.cell(of: ink)
        let edges = edges(
            of: CoveredRows(of: modules, step: max(1, cell / 4)), on: bitmap, cell: cell)
        let zone = QuietZone(around: modules)
        var seen = MeasuredSymbol(
            report: report, node: node, ink: ink, outline: outline, edges: edges,
            reach: zone?.reach ?? 0)
        seen.quietZone = zone?.width(on: bitmap, light: edges.darkest + QRContrast.needed)
        return seen
    }

    /// Side of the cells in which edges of a symbol are accumulated, in px.
    private static func cell(of ink: Rect) -> Int { max(6, Int(min(ink.width, ink.height) / 10)) }

    /// Transparent parts of the picture are measured on white and on black.
    private func edges(
        of rows: CoveredRows, on bitmap: Bitmap, cell: Int, reach: Int = 0
    ) -> Edges {
        var places: [EdgeRegion] = []
        for ground in [UInt32.max, 0xFF00_0000] {
            var cells = EdgeCells(over: rows.bounds, side: cell)
            let scan = EdgeScan(rows, of: bitmap, ground: ground, reach: reach)
            let hasClear = scan.run(into: &cells)
            places += cells.places()
            if !hasClear { break }
        }
        return Edges(places: places)
    }
}

extension Bitmap {
    fileprivate var area: PixelRect { PixelRect(x: 0, y: 0, width: width, height: height) }
}

extension PixelRect {
    /// Ink bounds have a margin of one px for rounding.
    fileprivate var withoutRounding: Rect { expanded(by: -1).rect }
}

extension NodeReport.Kind {
    var isImage: Bool {
        if case .image = self { true } else { false }
    }
}

extension Edges {
    /// The edges with the exact colours of the text's paint, where they match the samples.
    ///
    /// Small letters have no pixel of their full colour; the value computed from mixed pixels may
    /// differ by a step or two.
    fileprivate func snapped(to paints: [Paint]) -> Edges {
        let colors = paints.compactMap(\.opaquePixel)
        var snapped = self
        for index in places.indices where !places[index].isExact {
            let seen = places[index].inside.pixel
            if let color = colors.first(where: { isNear($0, seen) }) {
                snapped.places[index].inside = LinearColor(pixel: color)
            }
        }
        return snapped
    }
}

/// True if no channel of two opaque pixels differs by more than four 8-bit values.
private func isNear(_ left: UInt32, _ right: UInt32) -> Bool {
    func isNear(_ shift: UInt32) -> Bool {
        abs(Int(left >> shift & 255) - Int(right >> shift & 255)) <= 4
    }
    return isNear(0) && isNear(8) && isNear(16)
}
