import BlueHeartPixels

/// A source of coverage in runs.
protocol CoverageShape {
    /// The pixels that may be covered.
    var bounds: PixelRect { get }
    func emit<Runs: CoverageRuns>(into runs: inout Runs)
}

/// A filled edge list; uses the shared cells.
struct EdgeShape: CoverageShape {
    let resources: RenderResources
    /// The area of the edges, which are relative to its corner.
    let bounds: PixelRect
    let winding: Winding

    func emit<Runs: CoverageRuns>(into runs: inout Runs) {
        // Moved out, so that `runs` cannot change the shared edges.
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

/// Whole pixels with full coverage.
struct RectShape: CoverageShape {
    let bounds: PixelRect

    func emit<Runs: CoverageRuns>(into runs: inout Runs) {
        guard !bounds.isEmpty else { return }
        for y in bounds.y..<bounds.endY {
            runs.run(x: bounds.x, y: y, count: bounds.width, coverage: 255)
        }
    }
}

/// A mask, or its part inside a rectangle.
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
