import Drawing
import Geometry
import Layout
import Pixels
import Raster

/// What was seen on the last picture and looks the same on this one.
struct ReusableInspection {
    private let last: Inspection
    /// Where this picture can differ from the last; nil where anywhere.
    private let changed: [PixelRect]?

    init(_ last: Inspection, now list: DisplayList, _ rasterizer: Rasterizer) {
        self.last = last
        let before = last.list
        guard before.widthInPixels == list.widthInPixels,
            before.heightInPixels == list.heightInPixels,
            before.commands.count == list.commands.count
        else {
            changed = nil
            return
        }
        changed = zip(before.commands, list.commands).filter { $0 != $1 }.flatMap { old, new in
            [rasterizer.inkBounds(of: [old]), rasterizer.inkBounds(of: [new])]
        }
    }

    /// - Parameter displayScale: px of a phone for each of the card.
    func text(_ report: TextReport, at displayScale: Double) -> MeasuredText? {
        guard let seen = last.texts.first(where: { $0.report.runs == report.runs }),
            isUnchanged(seen.ink)
        else { return nil }
        return MeasuredText(seen, as: report, at: displayScale)
    }

    func symbol(_ report: SymbolReport, _ node: NodeReport) -> MeasuredSymbol? {
        guard let seen = last.symbols.first(where: { $0.report.commands == report.commands }),
            isUnchanged(seen.ink, reach: seen.reach)
        else { return nil }
        return MeasuredSymbol(
            report: report, node: node, ink: seen.ink, outline: seen.outline, edges: seen.edges,
            reach: seen.reach, quietZone: seen.quietZone)
    }

    /// Edges look at a px or two around the ink.
    private func isUnchanged(_ ink: Rect, reach: Int = 0) -> Bool {
        guard let changed else { return false }
        let around = ink.inset(by: Insets(all: -4 - Double(reach)))
        return changed.allSatisfy { rect in
            Double(rect.endX) <= around.minX || Double(rect.x) >= around.maxX
                || Double(rect.endY) <= around.minY || Double(rect.y) >= around.maxY
        }
    }
}
