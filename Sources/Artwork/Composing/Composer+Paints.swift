import BlueHeartDrawing
import BlueHeartGeometry

extension Composer {
    /// The paint of a value in the user space of a context; nil if nothing is painted.
    func paint(
        _ value: PaintValue, opacity: Double, _ bounds: Bounds, _ context: Context, _ index: Int
    ) throws(ArtworkError) -> Paint? {
        switch value {
        case .none: return nil
        case .color(let color): return solid(color, opacity)
        case .current: return solid(context.style.color, opacity)
        case .contextFill, .contextStroke:
            return try contextPaint(value, opacity: opacity, context, index)
        case .server(let reference, let fallback):
            return try server(
                reference, fallback, opacity: opacity, bounds, context, index)
        }
    }

    private func solid(_ color: Color, _ opacity: Double) -> Paint? {
        let faded = color.fading(by: opacity)
        return faded.alpha > 0 ? .solid(faded) : nil
    }

    /// The paint of the element that uses this one, in that element's space and box.
    private func contextPaint(
        _ value: PaintValue, opacity: Double, _ context: Context, _ index: Int
    ) throws(ArtworkError) -> Paint? {
        guard let source = context.contextPaint else { return nil }
        var outer = context
        outer.style = source.style
        outer.map = source.map
        outer.viewport = source.viewport
        outer.contextPaint = source.outer
        let isFill = value == .contextFill
        let paint = try paint(
            isFill ? source.style.fill : source.style.stroke,
            opacity: opacity * (isFill ? source.style.fillOpacity : source.style.strokeOpacity),
            source.bounds ?? Bounds(.zero), outer, index)
        guard let inverse = context.map.inverse else { return nil }
        return paint?.moved(by: source.map.then(inverse))
    }

    private func server(
        _ reference: Reference, _ fallback: PaintValue?, opacity: Double, _ bounds: Bounds,
        _ context: Context, _ index: Int
    ) throws(ArtworkError) -> Paint? {
        func fallen() throws(ArtworkError) -> Paint? {
            guard let fallback else { return nil }
            return try paint(fallback, opacity: opacity, bounds, context, index)
        }
        if reference.id == nil {
            report(
                index, "\(reference.text.prefix(80)) lies outside of the file and is not opened",
                cure: "put the paint into the file")
        }
        guard let target = target(of: reference) else { return try fallen() }
        switch element(target).name {
        case "linearGradient", "radialGradient":
            if bounds.unitMap == nil, isInBoxUnits(target, "gradientUnits") { return try fallen() }
            if let paint = gradient(target, opacity: opacity, bounds, context) { return paint }
            return try fallen()
        case "pattern":
            if bounds.unitMap == nil, isInBoxUnits(target, "patternUnits") { return try fallen() }
            return try pattern(target, opacity: opacity, bounds, context)
        default: return try fallen()
        }
    }
}

extension Composer {
    /// True if a paint server is measured by the box of the shape.
    private func isInBoxUnits(_ index: Int, _ name: String) -> Bool {
        let chain = chain(index, ["linearGradient", "radialGradient", "pattern"])
        return attribute(name, chain) != "userSpaceOnUse"
    }
}

extension Paint {
    /// The same paint in the space after `map`.
    func moved(by map: Transform) -> Paint {
        switch self {
        case .solid: return self
        case .gradient(var gradient):
            switch gradient.geometry {
            case .linear(let from, let to):
                gradient.geometry = linearGeometry(from: from, to: to, map: map)
            case .circles(var pair):
                pair.transform = pair.transform.then(map)
                gradient.geometry = .circles(pair)
            case .radial, .conic: break
            }
            return .gradient(gradient)
        case .pattern(var pattern):
            pattern.transform = pattern.transform.then(map)
            return .pattern(pattern)
        }
    }
}

/// A linear gradient seen through a map.
///
/// The offset is an affine function of the place; its slope in the new space gives the new line,
/// which stands upright on the new lines of equal colour.
func linearGeometry(from: Point, to: Point, map: Transform) -> Gradient.Geometry {
    let way = to - from
    let square = way.x * way.x + way.y * way.y
    let start = map(from)
    guard square > 0, let inverse = map.inverse else { return .linear(from: start, to: start) }
    let slope = Point(
        x: (inverse.a * way.x + inverse.b * way.y) / square,
        y: (inverse.c * way.x + inverse.d * way.y) / square)
    let steepness = slope.x * slope.x + slope.y * slope.y
    return .linear(from: start, to: start + slope * (1 / steepness))
}
