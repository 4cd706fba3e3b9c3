import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels

extension Canvas {
    func paint(_ layer: Layer) {
        let shown = resources.inkBounds(.layer(layer)).intersection(area)
        guard !shown.isEmpty, layer.opacity > 0 else { return }
        if layer.isPlain {
            // The rectangle has the effect of the clip, without a separate surface.
            return Canvas(surface, area: shown, resources: resources).paint(layer.commands)
        }
        var content = content(of: layer, shown: shown)
        if layer.opacity < 1 {
            let opacity = UInt8((layer.opacity * 255).rounded())
            content = content.copy()
            let row = [UInt8](repeating: opacity, count: content.bounds.width)
            for y in content.bounds.y..<content.bounds.endY {
                content.fade(through: row.span, x: content.bounds.x, y: y)
            }
        }
        if !layer.mask.isEmpty {
            content = masked(content, by: layer.mask, layer.maskChannel)
        }
        compose(content, layer, in: shown.intersection(content.bounds))
    }

    /// Paints the commands and effects of a layer on a surface that contains at least `shown`.
    private func content(of layer: Layer, shown: PixelRect) -> Surface {
        if !layer.effects.isEmpty, let known = resources.effects.surface(layer, shown) {
            return known
        }
        let reach = layer.effects.reduce(0) { $0 + $1.reach }
        let ink = resources.inkBounds(layer.commands).intersection(shown.expanded(by: reach))
        var (surface, painted) = Surface.begun(
            with: layer.commands, over: ink, resources: resources)
        Canvas(surface, resources: resources).paint(layer.commands.dropFirst(painted))
        for effect in layer.effects { surface = effect.applied(to: surface, resources: resources) }
        if !layer.effects.isEmpty { resources.effects.keep(surface, layer, shown) }
        return surface
    }

    /// A copy with its pixels multiplied by a channel of `commands`.
    private func masked(
        _ content: Surface, by commands: [DrawCommand], _ channel: MaskChannel
    ) -> Surface {
        let bounds = resources.inkBounds(commands).intersection(content.bounds)
        let cover = Surface(bounds: bounds)
        Canvas(cover, resources: resources).paint(commands)
        let mask = cover.mask(channel)
        let result = content.cropped(to: bounds)
        guard !bounds.isEmpty else { return result }
        for y in bounds.y..<bounds.endY {
            let range = mask.range(x: bounds.x, y: y, count: bounds.width)
            result.fade(through: mask.values.span.extracting(range), x: bounds.x, y: y)
        }
        return result
    }

    private func compose(_ content: Surface, _ layer: Layer, in shown: PixelRect) {
        guard !shown.isEmpty else { return }
        let canvas = Canvas(surface, area: shown, resources: resources)
        guard let clip = layer.clip, clip.wholeRect == nil else {
            return canvas.compose(RectShape(bounds: shown), content, layer.blend)
        }
        let winding: Winding = clip.rule == .evenOdd ? .evenOdd : .nonZero
        if let shape = canvas.shape(clip.path, winding, clip.transform) {
            canvas.compose(shape, content, layer.blend)
        }
    }

    private func compose(_ shape: some CoverageShape, _ content: Surface, _ blend: BlendMode) {
        if blend == .normal {
            var runs = SurfaceRuns(surface: surface, source: content)
            shape.emit(into: &runs)
        } else {
            var runs = BlendRuns(surface: surface, source: content, mode: blend)
            shape.emit(into: &runs)
        }
    }
}

extension Layer {
    /// True if its commands can be painted directly onto the background.
    ///
    /// The clip, if any, must be a rectangle of whole pixels, and no command may read the backdrop,
    /// because it must see this layer's content only.
    var isPlain: Bool {
        let isClippedWhole = clip.map { $0.wholeRect != nil } ?? true
        return isClippedWhole && opacity >= 1 && blend == .normal && mask.isEmpty
            && effects.isEmpty && !commands.contains(where: \.readsBackdrop)
    }
}

extension DrawCommand {
    /// True if its blend mode reads the backdrop.
    var readsBackdrop: Bool {
        guard case .layer(let layer) = self else { return false }
        return layer.blend != .normal
    }
}

extension Layer.Clip {
    /// The pixels of a clip that is a rectangle on pixel boundaries.
    var wholeRect: PixelRect? {
        guard transform.isScaleAndTranslation, path.isAxisAlignedRect else { return nil }
        return PixelRect(exactly: transform.bounds(of: path.controlBounds))
    }
}

extension Surface {
    func copy() -> Surface { Surface(bounds: bounds, pixels: pixels) }

    /// A copy of the pixels inside `area`, transparent where there are none.
    func cropped(to area: PixelRect) -> Surface {
        let result = Surface(bounds: area)
        let shared = bounds.intersection(area)
        guard !shared.isEmpty else { return result }
        for y in shared.y..<shared.endY {
            result.replace(
                with: row(x: shared.x, y: y, count: shared.width).span, x: shared.x, y: y)
        }
        return result
    }
}
