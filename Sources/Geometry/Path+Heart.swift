extension Path {
    /// A heart of the largest size that fits `rect`, centred, clockwise from its cleft.
    ///
    /// Without tilt its bounds are those of the largest rectangle in `rect` whose height divided by
    /// width is the shape's proportion. Values outside a scale are clamped.
    public static func heart(_ shape: HeartShape, in rect: Rect) -> Path {
        let proportion = min(max(shape.proportion, 0.6), 1.4)
        let unit = Rect(x: -0.5, y: 0, width: 1, height: proportion)
        var path = HeartCurves(shape).outline.stretched(to: unit)
        if shape.brush > 0 {
            path = BrushedEdge(path, roughness: min(shape.brush, 1)).path.stretched(to: unit)
        }
        if shape.tilt != .zero { path = path.applying(.rotation(shape.tilt)) }
        return path.fitted(into: rect)
    }

    /// The path stretched so that its bounds equal `target`.
    private func stretched(to target: Rect) -> Path {
        let bounds = tightBounds
        return moved(
            from: bounds, to: target, x: target.width / bounds.width,
            y: target.height / bounds.height)
    }

    /// The path scaled to the largest size that fits `target`, centred.
    private func fitted(into target: Rect) -> Path {
        let bounds = tightBounds
        let scale = min(target.width / bounds.width, target.height / bounds.height)
        return moved(from: bounds, to: target, x: scale, y: scale)
    }

    private func moved(from bounds: Rect, to target: Rect, x: Double, y: Double) -> Path {
        applying(
            .translation(Point.zero - bounds.center).then(.scale(x: x, y: y))
                .then(.translation(target.center)))
    }
}
