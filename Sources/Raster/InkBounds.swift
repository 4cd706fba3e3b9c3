import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels

extension RenderResources {
    /// Pixels outside which the commands paint nothing.
    func inkBounds(_ commands: [DrawCommand]) -> PixelRect {
        commands.reduce(PixelRect(x: 0, y: 0, width: 0, height: 0)) { $0.union(inkBounds($1)) }
    }

    func inkBounds(_ command: DrawCommand) -> PixelRect {
        switch command {
        case .fill(let fill):
            PixelRect(touching: fill.transform.bounds(of: fill.path.controlBounds))
        case .stroke(let stroke):
            PixelRect(
                touching: stroke.transform.bounds(
                    of: stroke.path.controlBounds.outset(by: stroke.stroke.reach)))
        case .glyphs(let run): PixelRect(touching: run.transform.bounds(of: inkBounds(run)))
        case .image(let image): PixelRect(touching: image.transform.bounds(of: image.destination))
        case .layer(let layer): inkBounds(layer)
        }
    }

    /// Ink bounds in the space of the run.
    private func inkBounds(_ run: GlyphRun) -> Rect {
        var bounds = Rect.zero
        for glyph in run.glyphs {
            let em = glyphs.bounds(of: glyph.id, in: run.font)
            guard !em.isEmpty else { continue }
            bounds = bounds.union(
                Rect(
                    x: glyph.position.x + em.minX * run.fontSize,
                    y: glyph.position.y + em.minY * run.fontSize,
                    width: em.width * run.fontSize, height: em.height * run.fontSize))
        }
        // A mask's origin is rounded by at most half a pixel of the card.
        let rounding = 1 / max(run.transform.meanScale, 1e-6)
        return bounds.outset(by: rounding + (run.outline?.stroke.reach ?? 0))
    }

    private func inkBounds(_ layer: Layer) -> PixelRect {
        var bounds = layer.effects.reduce(inkBounds(layer.commands)) { $1.inkBounds(of: $0) }
        if let clip = layer.clip { bounds = bounds.intersection(clip.bounds) }
        if !layer.mask.isEmpty { bounds = bounds.intersection(inkBounds(layer.mask)) }
        return bounds
    }
}

extension Layer.Clip {
    var bounds: PixelRect { PixelRect(touching: transform.bounds(of: path.controlBounds)) }
}

extension Rect {
    /// The rectangle with `margin` px more on each side.
    func outset(by margin: Double) -> Rect {
        Rect(
            minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin)
    }
}

extension Stroke {
    /// Largest distance of a stroke's ink from its path, in px.
    var reach: Double {
        // A square cap extends to the corner of its square.
        let longest = max(join == .miter ? miterLimit : 1, 2.0.squareRoot())
        return width * longest * (placement == .center ? 0.5 : 1)
    }
}

extension Effect {
    /// Ink bounds after the effect, for a layer whose content has ink in `content`.
    func inkBounds(of content: PixelRect) -> PixelRect {
        // A filter paints where there is nothing, too.
        if case .filter(let graph) = self { return PixelRect(touching: graph.region) }
        guard !content.isEmpty else { return content }
        switch self {
        case .blur(let sigma): return content.expanded(by: Blur.reach(sigma: sigma))
        case .dropShadow(let shadow): return content.union(shadow.bounds(of: content))
        case .innerShadow, .filter: return content
        }
    }

    /// Distance within which a layer's content affects a pixel after the effect.
    var reach: Int {
        switch self {
        case .blur(let sigma): Blur.reach(sigma: sigma)
        case .dropShadow(let shadow), .innerShadow(let shadow): shadow.reach
        case .filter(let graph): graph.reach
        }
    }
}

extension Shadow {
    /// The pixels that the shadow of `content` may darken.
    func bounds(of content: PixelRect) -> PixelRect {
        var moved = content.expanded(
            by: Blur.reach(sigma: sigma) + Int(max(growth, 0).rounded(.up)))
        moved.x += wholeOffset.x
        moved.y += wholeOffset.y
        return moved
    }

    /// The spread clamped to the size of a card, in px.
    var growth: Double { Double.minimum(Double.maximum(spread, -1024), 1024) }

    /// The offset in whole pixels: a soft shadow can be moved without repainting.
    var wholeOffset: (x: Int, y: Int) {
        let corner = PixelRect(
            touching: Rect(x: offset.x.rounded(), y: offset.y.rounded(), width: 0, height: 0))
        return (corner.x, corner.y)
    }

    var reach: Int {
        Blur.reach(sigma: sigma) + Int(abs(growth).rounded(.up))
            + max(abs(wholeOffset.x), abs(wholeOffset.y))
    }
}
