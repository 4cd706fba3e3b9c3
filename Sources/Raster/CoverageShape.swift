import Pixels

/// What says how much of each pixel is covered, run by run.
protocol CoverageShape {
    /// The pixels that may be covered.
    var bounds: PixelRect { get }
    func emit<Runs: CoverageRuns>(into runs: inout Runs)
}

/// Edges, filled; uses the resources' cells.
struct EdgeShape: CoverageShape {
    let resources: RenderResources
    /// Where the edges were taken; they count from its corner.
    let bounds: PixelRect
    let winding: Winding

    func emit<Runs: CoverageRuns>(into runs: inout Runs) {
        // Taken out, so that what `runs` does with the resources cannot disturb them.
        let rows = max(16, CoverageCells.cellsPerBand / (bounds.width + 8))
        var top = 0
        while top < bounds.height {
            let height = min(rows, bounds.height - top)
            resources.cells.prepare(
                PixelRect(x: bounds.x, y: bounds.y + top, width: bounds.width, height: height))
            resources.cells.add(resources.edges.edges, top: top)
            resources.cells.sweep(winding, into: &runs)
            top += height
        }
    }
}

/// Whole pixels, all covered.
struct RectShape: CoverageShape {
    let bounds: PixelRect

    func emit<Runs: CoverageRuns>(into runs: inout Runs) {
        guard !bounds.isEmpty else { return }
        for y in bounds.y..<bounds.endY {
            runs.run(x: bounds.x, y: y, count: bounds.width, coverage: 255)
        }
    }
}

/// A mask, or the part of it inside a rectangle.
struct MaskShape: CoverageShape {
    let mask: Mask
    let bounds: PixelRect

    init(_ mask: Mask, in area: PixelRect) {
        self.mask = mask
        bounds = mask.bounds.intersection(area)
    }

    func emit<Runs: CoverageRuns>(into runs: inout Runs) {
        guard !bounds.isEmpty else { return }
        let values = mask.values.span
        for y in bounds.y..<bounds.endY {
            let range = mask.range(x: bounds.x, y: y, count: bounds.width)
            runs.run(x: bounds.x, y: y, coverage: values.extracting(range))
        }
    }
}
