public import BlueHeartDrawing
import BlueHeartGeometry
public import BlueHeartPixels

extension Rasterizer {
    /// The coverage of commands, independent of their paint.
    ///
    /// Strokes of glyphs, colour glyphs and the effects of layers are ignored.
    ///
    /// - Parameter area: the requested area, in px of the card.
    /// - Returns: a mask of the part of `area` that can contain ink.
    public func coverage(of commands: [DrawCommand], in area: PixelRect) -> Mask {
        coverage(of: commands, over: resources.inkBounds(commands).intersection(area))
    }

    /// The coverage over known bounds; anything outside is ignored.
    public func coverage(of commands: [DrawCommand], over bounds: PixelRect) -> Mask {
        var mask = Mask(bounds: bounds)
        guard !bounds.isEmpty else { return mask }
        let canvas = Canvas(withoutSurfaceOver: bounds, resources: resources)
        for command in commands { canvas.cover(command, in: &mask) }
        return mask
    }

    /// The coverage of glyph outlines in every `step`-th row, independent of their paint; the rows
    /// between cost nothing.
    public func coverage(
        of runs: [GlyphRun], over bounds: PixelRect, everyRow step: Int
    ) -> CoveredRows {
        var rows = CoveredRows(bounds, step: step)
        guard !bounds.isEmpty else { return rows }
        let canvas = Canvas(withoutSurfaceOver: bounds, resources: resources)
        for run in runs { canvas.cover(run, in: &rows) }
        return rows
    }

    /// Pixels outside which the commands paint nothing; may extend beyond the card.
    public func inkBounds(of commands: [DrawCommand]) -> PixelRect { resources.inkBounds(commands) }
}

extension Canvas {
    /// Adds the coverage of a command; the canvas has the size of the mask.
    fileprivate func cover(_ command: DrawCommand, in mask: inout Mask) {
        switch command {
        case .fill(let fill):
            let winding: Winding = fill.rule == .evenOdd ? .evenOdd : .nonZero
            if let shape = shape(fill.path, winding, fill.transform) { mask.add(self.mask(shape)) }
        case .glyphs(let run): cover(run, in: &mask)
        case .stroke, .image: mask.add(painted(command.inBlack, over: mask.bounds))
        case .layer(let layer): cover(layer, in: &mask)
        }
    }

    private func cover(_ layer: Layer, in mask: inout Mask) {
        guard layer.opacity > 0 else { return }
        var inner = Mask(bounds: mask.bounds)
        for command in layer.commands { cover(command, in: &inner) }
        if let clip = layer.clip {
            let shown = PathFill(
                clip.path, rule: clip.rule, paint: .solid(.black), transform: clip.transform)
            inner.multiply(by: painted(.fill(shown), over: mask.bounds), inverted: .none)
        }
        if !layer.mask.isEmpty {
            let cover = Surface(bounds: mask.bounds)
            Canvas(cover, resources: resources).paint(layer.mask)
            inner.multiply(by: cover.mask(layer.maskChannel), inverted: .none)
        }
        mask.add(inner)
    }

    private func painted(_ command: DrawCommand, over bounds: PixelRect) -> Mask {
        let cover = Surface(bounds: bounds)
        Canvas(cover, resources: resources).paint(command)
        return cover.alpha
    }
}

extension DrawCommand {
    /// A stroke in opaque black; any other command unchanged.
    fileprivate var inBlack: DrawCommand {
        guard case .stroke(var stroke) = self else { return self }
        stroke.paint = .solid(.black)
        return .stroke(stroke)
    }
}

extension Mask {
    /// Adds another mask in the intersection of both, saturating at 255.
    mutating func add(_ other: Mask) {
        let shared = bounds.intersection(other.bounds)
        guard !shared.isEmpty else { return }
        let values = other.values.span
        for y in shared.y..<shared.endY {
            add(
                values.extracting(other.range(x: shared.x, y: y, count: shared.width)), x: shared.x,
                y: y)
        }
    }
}
