import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartLayout
import BlueHeartPixels
import BlueHeartRaster

/// Measurements of the previous picture that are still valid for this one.
struct ReusableInspection {
    private let last: Inspection
    /// Regions that may differ from the previous picture; nil if all may.
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

    /// The measurement of an unchanged text; nil if it must be measured.
    ///
    /// - Parameter displayScale: px of a phone per px of the card.
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

    /// Measurements read a px or two around the ink.
    private func isUnchanged(_ ink: Rect, reach: Int = 0) -> Bool {
        guard let changed else { return false }
        let around = ink.inset(by: Insets(all: -4 - Double(reach)))
        return changed.allSatisfy { rect in
            Double(rect.endX) <= around.minX || Double(rect.x) >= around.maxX
                || Double(rect.endY) <= around.minY || Double(rect.y) >= around.maxY
        }
    }
}
