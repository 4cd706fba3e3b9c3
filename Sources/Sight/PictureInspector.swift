public import Diagnostics
import Drawing
import Geometry
public import Layout
public import Pixels
public import Placements
public import Raster
import Scenes

/// Looks at finished pictures as people will, and tells what they could miss.
///
/// One for each worker, used by one thread at a time. What did not change since the last picture
/// is not looked at again: the same picture gives the same findings whatever was seen before it.
public final class PictureInspector {
    private let rasterizer: Rasterizer
    private var last: Inspection?

    /// - Parameter rasterizer: the one that paints the pictures.
    public init(rasterizer: Rasterizer) {
        self.rasterizer = rasterizer
    }

    /// Everything on a picture that people could miss, in the order of the rules.
    ///
    /// - Parameter bitmap: what the display list of `laidOut` became.
    public func inspect(
        _ laidOut: LaidOutCard, painted bitmap: Bitmap, for placement: Placement,
        rules: SymbolRules
    ) -> [Diagnostic] {
        let known = last.map { KnownEdges($0, now: laidOut.displayList, rasterizer) }
        let texts = laidOut.texts.compactMap { report -> SeenText? in
            guard laidOut.nodes[report.node].role != .decoration, !report.runs.isEmpty else {
                return nil
            }
            return look(at: report, on: bitmap, known)
        }
        let symbols = laidOut.symbols.compactMap { report in
            look(at: report, of: laidOut.nodes[report.node], on: bitmap, known)
        }
        last = Inspection(list: laidOut.displayList, texts: texts, symbols: symbols)
        let subject = SightSubject(
            laidOut: laidOut, placement: placement, rules: rules, texts: texts, symbols: symbols)
        return standardSightChecks.flatMap { $0.findings(of: subject) }
    }
}

/// What was seen of one picture.
struct Inspection {
    let list: DisplayList
    let texts: [SeenText]
    let symbols: [SeenSymbol]
}

extension PictureInspector {
    /// How far past the card shapes are followed, in px.
    private static let margin = 128
    /// How far a soft shadow goes, as a part of a symbol's shorter side.
    ///
    /// A shape stands out where it differs from its shadow or from the ground beyond: the shadow
    /// passes into the ground by and by, and nobody takes it for a part of the shape.
    private static let shadowReach = 0.125

    func look(
        at report: TextReport, on bitmap: Bitmap, _ known: KnownEdges?
    ) -> SeenText? {
        if let seen = known?.text(report) { return seen }
        let pieces = report.runs.map { rasterizer.inkBounds(of: [.glyphs($0)]) }
        let ink = pieces.reduce(PixelRect(x: 0, y: 0, width: 0, height: 0)) { $0.union($1) }
        guard !ink.isEmpty else { return nil }
        let mask = rasterizer.coverage(
            of: report.runs.map { .glyphs($0) }, over: ink.intersection(bitmap.area))
        let em = report.runs.map { $0.fontSize * $0.transform.meanScale }.min() ?? 12
        let edges = edges(
            of: mask, on: bitmap, cell: max(6, Int(em / 3)), rowStep: max(1, Int(em / 10)))
        return SeenText(
            report: report, pieces: pieces.filter { !$0.isEmpty }.map(\.withoutRounding),
            ink: ink.withoutRounding, edges: edges.snapped(to: report.paints))
    }

    private func look(
        at report: SymbolReport, of node: NodeReport, on bitmap: Bitmap, _ known: KnownEdges?
    ) -> SeenSymbol? {
        if let seen = known?.symbol(report, node) { return seen }
        let mask = rasterizer.coverage(
            of: report.commands, in: bitmap.area.expanded(by: Self.margin))
        let outline = InkOutline(mask)
        guard let ink = outline.bounds else { return nil }
        let isPlate = node.kind.isImage && outline.isRectangle
        let cell = max(6, Int(min(ink.width, ink.height) / 10))
        let reach = node.kind == .qr ? 0 : Int(min(ink.width, ink.height) * Self.shadowReach)
        let edges =
            isPlate
            ? Edges(places: [])
            : edges(
                of: node.kind == .qr ? modules(of: report, on: bitmap) : mask, on: bitmap,
                cell: cell, rowStep: max(1, cell / 4), reach: reach)
        return SeenSymbol(
            report: report, node: node, ink: ink, outline: outline, edges: edges, reach: reach)
    }

    /// The dark modules of a QR code, which are painted last; its ground is told by what is seen.
    private func modules(of report: SymbolReport, on bitmap: Bitmap) -> Mask {
        rasterizer.coverage(of: Array(report.commands.suffix(1)), in: bitmap.area)
    }

    /// Where the picture is clear, it is looked at on white and on black.
    private func edges(
        of mask: Mask, on bitmap: Bitmap, cell: Int, rowStep: Int, reach: Int = 0
    ) -> Edges {
        var places: [EdgePlace] = []
        for ground in [UInt32.max, 0xFF00_0000] {
            var cells = EdgeCells(over: mask.bounds, side: cell)
            let scan = EdgeScan(mask, of: bitmap, rowStep: rowStep, ground: ground, reach: reach)
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
    /// Bounds of ink have a px more on each side, for rounding.
    fileprivate var withoutRounding: Rect {
        let inner = expanded(by: -1)
        return Rect(
            x: Double(inner.x), y: Double(inner.y), width: Double(inner.width),
            height: Double(inner.height))
    }
}

extension NodeReport.Kind {
    var isImage: Bool {
        if case .image = self { true } else { false }
    }
}

extension Edges {
    /// The same with the colours that the text is painted in, where those are what was seen.
    ///
    /// Small letters have no pixel of their own colour alone; what is computed from mixed ones may
    /// be a step or two off.
    fileprivate func snapped(to paints: [Paint]) -> Edges {
        let colors = paints.compactMap { paint -> Light? in
            guard case .solid(let color) = paint, color.alpha >= 1 else { return nil }
            return Light(
                pixel: premultiplied(
                    red: color.red, green: color.green, blue: color.blue, alpha: 1))
        }
        var snapped = self
        for index in places.indices where !places[index].isExact {
            let seen = places[index].inside
            if let color = colors.first(where: { $0.isNear(seen) }) {
                snapped.places[index].inside = color
            }
        }
        return snapped
    }
}

extension Light {
    /// Whether no channel differs by more than four 8-bit codes.
    fileprivate func isNear(_ other: Light) -> Bool {
        let (left, right) = (pixel, other.pixel)
        return [UInt32(0), 8, 16].allSatisfy { shift in
            abs(Int(left >> shift & 255) - Int(right >> shift & 255)) <= 4
        }
    }
}
