import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels

/// Paints commands on a surface, inside one rectangle of it.
struct Canvas {
    let surface: Surface
    /// The painted area; inside the surface.
    let area: PixelRect
    let resources: RenderResources

    /// Largest deviation of a stroke's outline from the exact one, in px of the card.
    static let tolerance = 0.02

    init(_ surface: Surface, area: PixelRect? = nil, resources: RenderResources) {
        self.surface = surface
        self.area = area?.intersection(surface.bounds) ?? surface.bounds
        self.resources = resources
    }

    /// A canvas for computing shapes and masks only; it must not be painted on.
    init(withoutSurfaceOver area: PixelRect, resources: RenderResources) {
        surface = Surface(bounds: PixelRect(x: area.x, y: area.y, width: 0, height: 0))
        self.area = area
        self.resources = resources
    }

    func paint(_ commands: some Sequence<DrawCommand>) {
        for command in commands { paint(command) }
    }

    func paint(_ command: DrawCommand) {
        guard !area.isEmpty else { return }
        switch command {
        case .fill(let fill):
            let winding: Winding = fill.rule == .evenOdd ? .evenOdd : .nonZero
            if let shape = shape(fill.path, winding, fill.transform) {
                paint(shape, with: fill.paint, transform: fill.transform)
            }
        case .stroke(let stroke): paint(stroke)
        case .glyphs(let run): paint(run)
        case .image(let image): paint(image)
        case .layer(let layer): paint(layer)
        }
    }
}

extension Canvas {
    /// The shape of a filled path; nil if it covers nothing.
    ///
    /// It uses the shared edge list, so each shape must be painted before the next is created.
    func shape(_ path: Path, _ winding: Winding, _ transform: Transform) -> EdgeShape? {
        let bounds = PixelRect(touching: transform.bounds(of: path.controlBounds))
            .intersection(area)
        guard !bounds.isEmpty else { return nil }
        resources.edges.fill(from: path, transform: transform, in: bounds)
        guard !resources.edges.edges.isEmpty else { return nil }
        return EdgeShape(resources: resources, bounds: bounds, winding: winding)
    }

    /// Paints a shape; `transform` maps the paint's space to the card.
    func paint(_ shape: some CoverageShape, with paint: Paint, transform: Transform) {
        switch paint {
        case .solid(let color):
            var runs = SolidRuns(surface: surface, color: color.pixel)
            if runs.color != 0 { shape.emit(into: &runs) }
        case .gradient(let gradient):
            let place = GradientMapping(gradient.geometry, transform: transform)
            let rows = GradientRows(
                gradient, ramp: resources.ramps.ramp(gradient, count: place.rampCount),
                place: place,
                area: shape.bounds)
            var runs = GradientRuns(surface: surface, rows: rows)
            shape.emit(into: &runs)
        case .pattern(let pattern):
            // The pattern's own commands use the shared resources, so the shape is stored as a mask
            // first.
            let mask = mask(shape)
            guard let source = tile(pattern, over: mask.bounds, transform: transform) else {
                return
            }
            var runs = SurfaceRuns(surface: surface, source: source)
            MaskShape(mask, in: mask.bounds).emit(into: &runs)
        }
    }

    /// The coverage of a shape.
    func mask(_ shape: some CoverageShape) -> Mask {
        var runs = MaskRuns(mask: Mask(bounds: shape.bounds))
        shape.emit(into: &runs)
        return runs.mask
    }

    private func paint(_ stroke: PathStroke) {
        let line = stroke.stroke
        let scale = max(stroke.transform.meanScale, 1e-6)
        let outline = stroke.path.stroked(line, tolerance: Canvas.tolerance / scale)
        guard let shape = shape(outline, .nonZero, stroke.transform) else { return }
        guard line.placement != .center else {
            return paint(shape, with: stroke.paint, transform: stroke.transform)
        }
        var mask = mask(shape)
        let winding: Winding = stroke.rule == .evenOdd ? .evenOdd : .nonZero
        if let inside = self.shape(stroke.path, winding, stroke.transform) {
            mask.multiply(
                by: self.mask(inside), inverted: line.placement == .inner ? .none : .complement)
        } else if line.placement == .inner {
            return
        }
        mask.roundToLevels()
        paint(MaskShape(mask, in: area), with: stroke.paint, transform: stroke.transform)
    }
}
