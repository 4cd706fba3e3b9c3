import BlueHeartDrawing
import BlueHeartPixels

extension Effect {
    /// The surface after the effect, with bounds that contain all it paints.
    func applied(to surface: Surface, resources: RenderResources) -> Surface {
        if case .filter(let graph) = self {
            return FilterRun(graph, resources).result(of: surface)
        }
        guard !surface.bounds.isEmpty else { return surface }
        switch self {
        case .blur(let sigma): return surface.blurred(sigma: sigma)
        case .dropShadow(let shadow): return shadow.dropped(below: surface)
        case .innerShadow(let shadow): return shadow.thrown(inside: surface)
        case .filter: return surface
        }
    }
}

extension Surface {
    fileprivate func blurred(sigma: Double) -> Surface {
        guard sigma > 0 else { return self }
        let grown = cropped(to: bounds.expanded(by: Blur.reach(sigma: sigma)))
        let sharp = Bitmap(
            width: grown.bounds.width, height: grown.bounds.height, pixels: grown.takePixels())
        return Surface(
            bounds: grown.bounds,
            pixels: Blur.blur(sharp, sigma: sigma, edge: .transparent).pixels)
    }
}

extension Shadow {
    fileprivate func dropped(below surface: Surface) -> Surface {
        let mask = blurred(surface.alpha.placed(in: softBounds(surface.bounds)))
        let result = Surface(bounds: surface.bounds.union(bounds(of: surface.bounds)))
        let values = mask.values.span
        for y in mask.bounds.y..<mask.bounds.endY {
            let range = mask.range(x: mask.bounds.x, y: y, count: mask.bounds.width)
            result.sourceOver(
                color.pixel, through: values.extracting(range),
                x: mask.bounds.x + wholeOffset.x, y: y + wholeOffset.y)
        }
        for y in surface.bounds.y..<surface.bounds.endY {
            let row = surface.row(x: surface.bounds.x, y: y, count: surface.bounds.width)
            result.sourceOver(row.span, x: surface.bounds.x, y: y)
        }
        return result
    }

    /// Composites the shadow of the uncovered part atop the surface, without changing its alpha.
    fileprivate func thrown(inside surface: Surface) -> Surface {
        var outside = surface.alpha.placed(in: softBounds(surface.bounds).expanded(by: reach))
        for index in outside.values.indices { outside.values[index] = 255 - outside.values[index] }
        let mask = blurred(outside)
        let bounds = surface.bounds
        var pixels = surface.pixels
        for y in bounds.y..<bounds.endY {
            let row = (y - bounds.y) * bounds.width
            let range = mask.range(
                x: bounds.x - wholeOffset.x, y: y - wholeOffset.y, count: bounds.width)
            for (index, from) in zip(row..<row + bounds.width, range) {
                let shade = scaledPixel(color.pixel, by: UInt32(mask.values[from]))
                pixels[index] = atop(shade, pixels[index])
            }
        }
        return Surface(bounds: bounds, pixels: pixels)
    }

    private func softBounds(_ content: PixelRect) -> PixelRect {
        content.expanded(by: Blur.reach(sigma: sigma) + Int(max(growth, 0).rounded(.up)))
    }

    private func blurred(_ mask: Mask) -> Mask {
        Blur.blur(mask.grown(by: growth), sigma: sigma)
    }
}

/// `source` composited atop `backdrop`; the backdrop's alpha is kept.
private func atop(_ source: UInt32, _ backdrop: UInt32) -> UInt32 {
    let alpha = backdrop >> 24
    let front = scaledPixel(source, by: alpha)
    let rest = scaledPixel(backdrop, by: 255 - source >> 24)
    var pixel = alpha << 24
    for shift in [UInt32(0), 8, 16] {
        pixel |= min((front >> shift & 255) + (rest >> shift & 255), alpha) << shift
    }
    return pixel
}

extension Mask {
    /// The mask in other bounds, without coverage outside the old ones.
    func placed(in bounds: PixelRect) -> Mask {
        var result = Mask(bounds: bounds)
        let shared = bounds.intersection(self.bounds)
        guard !shared.isEmpty else { return result }
        for y in shared.y..<shared.endY {
            let from = range(x: shared.x, y: y, count: shared.width)
            result.values.replaceSubrange(
                result.range(x: shared.x, y: y, count: shared.width), with: values[from])
        }
        return result
    }
}
