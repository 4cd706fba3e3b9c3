import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLayout
import BlueHeartPixels
import BlueHeartRaster

/// Finds texts of one colour on one background colour, whose pixels need not be read.
///
/// Such a text is the last painted command at its position, directly on the card, and an opaque
/// rectangle below contains it.
struct FlatBackground {
    private let commands: [DrawCommand]
    private let rasterizer: Rasterizer
    private let card: PixelRect
    /// Ink bounds of each command, computed on demand.
    private var bounds: [PixelRect?]

    init(_ list: DisplayList, _ rasterizer: Rasterizer) {
        commands = list.commands
        self.rasterizer = rasterizer
        card = PixelRect(x: 0, y: 0, width: list.widthInPixels, height: list.heightInPixels)
        bounds = Array(repeating: nil, count: commands.count)
    }

    /// The colours of a text whose contrast is sufficient for everybody; nil for any other text.
    ///
    /// - Parameter ink: bounds of its glyphs.
    mutating func edges(of report: TextReport, ink: PixelRect) -> Edges? {
        let shown = ink.intersection(card)
        guard !shown.isEmpty, report.paints.count == 1, let color = report.paints[0].opaquePixel,
            let own = places(of: report.runs), let ground = background(of: shown, own)
        else { return nil }
        let place = EdgeRegion(
            area: shown, inside: LinearColor(pixel: color), outside: LinearColor(pixel: ground),
            isExact: true)
        return place.isClear ? Edges(places: [place]) : nil
    }

    /// Range of the runs among the commands; nil if one is inside a layer or has a stroke.
    private func places(of runs: [GlyphRun]) -> ClosedRange<Int>? {
        guard let first = runs.first, !runs.contains(where: { $0.outline != nil }),
            let start = commands.firstIndex(of: .glyphs(first)),
            commands[start...].starts(with: runs.lazy.map { .glyphs($0) })
        else { return nil }
        return start...(start + runs.count - 1)
    }

    /// The colour painted last below the commands, if it is a single one with nothing above it.
    private mutating func background(of ink: PixelRect, _ own: ClosedRange<Int>) -> UInt32? {
        for index in (0..<own.lowerBound).reversed() where touches(index, ink) {
            guard let color = commands[index].background(of: ink) else { return nil }
            for above in (own.upperBound + 1)..<commands.count where touches(above, ink) {
                return nil
            }
            return color
        }
        return nil
    }

    private mutating func touches(_ index: Int, _ ink: PixelRect) -> Bool {
        let known = bounds[index] ?? rasterizer.inkBounds(of: [commands[index]])
        bounds[index] = known
        return !known.intersection(ink).isEmpty
    }
}

extension EdgeRegion {
    /// True if text of any size has sufficient contrast, under colour-vision deficiency too.
    fileprivate var isClear: Bool {
        contrast >= 4.5 && ColorVision.allCases.allSatisfy { contrast($0) >= 3 }
    }
}
