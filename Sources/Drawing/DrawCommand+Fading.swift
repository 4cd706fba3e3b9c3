extension DrawCommand {
    /// The command with its paint's opacity multiplied; nil if that differs from a layer.
    public func fadingPaint(by opacity: Double) -> DrawCommand? {
        switch self {
        case .fill(var fill):
            guard let paint = fill.paint.fading(by: opacity) else { return nil }
            fill.paint = paint
            return .fill(fill)
        case .stroke(var stroke):
            guard let paint = stroke.paint.fading(by: opacity) else { return nil }
            stroke.paint = paint
            return .stroke(stroke)
        case .glyphs, .image, .layer: return nil
        }
    }
}

extension Paint {
    /// The paint with its opacity multiplied; nil for a pattern.
    fileprivate func fading(by opacity: Double) -> Paint? {
        switch self {
        case .solid(let color): return .solid(color.fading(by: opacity))
        case .gradient(var gradient):
            for index in gradient.stops.indices {
                gradient.stops[index].color = gradient.stops[index].color.fading(by: opacity)
            }
            return .gradient(gradient)
        case .pattern: return nil
        }
    }
}
