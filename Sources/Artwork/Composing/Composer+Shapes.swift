import BlueHeartDrawing
import BlueHeartGeometry

extension Composer {
    func composeShape(_ index: Int, _ context: Context) throws(ArtworkError) -> Drawn {
        let path = path(of: index, context)
        guard !path.isEmpty else { return .nothing }
        try count(segments: path.verbs.count, index)
        let bounds = Bounds(path.tightBounds)
        guard bounds.isMeasurable, bounds.applying(context.map).isMeasurable else {
            report(
                index, "coordinates beyond 10,000,000 are not drawn",
                cure: "move or scale the shape into the picture")
            return .nothing
        }
        guard context.style.isVisible else { return Drawn(bounds: bounds) }
        let shape = Shape(path: path, bounds: bounds, index: index)
        var drawn = Drawn(bounds: bounds)
        for layer in context.style.paintOrder {
            switch layer {
            case .fill: drawn.commands += try fill(shape, context)
            case .stroke: drawn.commands += try stroke(shape, context)
            case .markers: drawn.commands += try markers(shape, context)
            }
        }
        return drawn
    }

    /// A path with its element.
    struct Shape {
        var path: Path
        var bounds: Bounds
        var index: Int
    }

    func fill(_ shape: Shape, _ context: Context) throws(ArtworkError) -> [DrawCommand] {
        let style = context.style
        guard
            let paint = try paint(
                style.fill, opacity: style.fillOpacity, shape.bounds, context, shape.index)
        else { return [] }
        try spend(pixels(of: shape.bounds, context.map) * paint.cost, shape.index)
        return [
            .fill(PathFill(shape.path, rule: style.fillRule, paint: paint, transform: context.map))
        ]
    }

    func stroke(_ shape: Shape, _ context: Context) throws(ArtworkError) -> [DrawCommand] {
        let style = context.style
        guard style.stroke != .none, let line = line(style, context) else { return [] }
        guard
            let paint = try paint(
                style.stroke, opacity: style.strokeOpacity, shape.bounds, context, shape.index)
        else { return [] }
        let reach = line.width * max(1, min(line.miterLimit, 20)) / 2
        var box = shape.bounds
        box.left -= reach
        box.top -= reach
        box.right += reach
        box.bottom += reach
        try spend(pixels(of: box, context.map) * paint.cost, shape.index)
        if let period = line.dashPeriod {
            let length = shape.path.controlLength
            try spend(min(length / period * Double(line.dashes.count), 1e5) * 400, shape.index)
        }
        guard style.own.scalesStroke else {
            return unscaled(shape.path, line, paint, context)
        }
        return [.stroke(PathStroke(shape.path, stroke: line, paint: paint, transform: context.map))]
    }

    /// A line whose width is in px of the document, not of the element.
    private func unscaled(
        _ path: Path, _ line: Stroke, _ paint: Paint, _ context: Context
    ) -> [DrawCommand] {
        let scale = rootScale
        var line = line
        line.width *= scale
        line.dashes = line.dashes.map { $0 * scale }
        line.dashOffset *= scale
        return [
            .stroke(
                PathStroke(
                    path.applying(context.map), stroke: line, paint: paint.moved(by: context.map)))
        ]
    }

    /// The stroke of a shape; nil if it has none.
    private func line(_ style: Style, _ context: Context) -> Stroke? {
        let lengths = context.lengths(style)
        let width = lengths.resolve(style.strokeWidth, .diagonal)
        // A line wider than this in px covers any picture; its round corners need not be exact.
        let widest = 1e5 / max(context.map.meanScale, 1e-9)
        guard width > 0, width.isFinite, style.miterLimit >= 1 else { return nil }
        let dashes = style.dashes.map { lengths.resolve($0, .diagonal) }
        let isDashed = dashes.reduce(0, +) > 0 && dashes.allSatisfy { $0 >= 0 && $0.isFinite }
        return Stroke(
            width: min(width, widest), join: style.strokeJoin, cap: style.strokeCap,
            miterLimit: style.miterLimit, dashes: isDashed ? dashes : [],
            dashOffset: lengths.resolve(style.dashOffset, .diagonal))
    }
}

extension Stroke {
    fileprivate var dashPeriod: Double? {
        let sum = dashes.reduce(0, +)
        return sum > 0 ? sum : nil
    }
}

extension Path {
    /// Length of the control polygon, at least that of the path.
    fileprivate var controlLength: Double {
        zip(points, points.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length }
    }
}

extension Paint {
    /// Estimated nanoseconds per painted pixel.
    var cost: Double {
        switch self {
        case .solid: 0.15
        case .gradient: 1.5
        case .pattern: 12
        }
    }
}
