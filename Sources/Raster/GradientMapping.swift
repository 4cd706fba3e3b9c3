import BlueHeartDrawing
import BlueHeartGeometry

/// Maps the pixels of a card to offsets of a gradient: 0 is its start, 1 its end.
enum GradientMapping {
    /// The offset is `start + x * perX + y * perY` at the pixel (x, y).
    case linear(start: Double, perX: Double, perY: Double)
    /// The offset is the distance from the origin after the map.
    case radial(Transform)
    /// The offset is the angle around the origin after the map, from up, clockwise, in turns.
    case conic(Transform)
    /// The offset of the largest circle through the point after the map.
    case circles(Transform, CircleOffsets)
    /// The same offset everywhere: a gradient without length.
    case constant(Double)

    /// `transform` maps the gradient's space to the card; (0, 0) is a pixel's centre.
    init(_ geometry: Gradient.Geometry, transform: Transform) {
        let centre = Transform.translation(Point(x: 0.5, y: 0.5))
        guard let inverse = transform.inverse else {
            self = .constant(1)
            return
        }
        let toGradient = centre.then(inverse)
        switch geometry {
        case .linear(let from, let to):
            self = GradientMapping.linear(from: from, to: to, toGradient)
        case .radial(let center, let radiusX, let radiusY):
            guard radiusX > 0, radiusY > 0 else {
                self = .constant(1)
                return
            }
            self = .radial(
                toGradient.then(.translation(Point(x: -center.x, y: -center.y)))
                    .then(.scale(x: 1 / radiusX, y: 1 / radiusY)))
        case .conic(let center, let start):
            self = .conic(
                toGradient.then(.translation(Point(x: -center.x, y: -center.y)))
                    .then(.rotation(Angle(degrees: -start.degrees))))
        case .circles(let pair): self = GradientMapping.circles(pair, transform: transform)
        }
    }

    private static func circles(_ pair: CirclePair, transform: Transform) -> GradientMapping {
        let centre = Transform.translation(Point(x: 0.5, y: 0.5))
        guard pair.radius > 0, let inverse = pair.transform.then(transform).inverse else {
            return .constant(1)
        }
        let map = centre.then(inverse)
        let toCenter = Transform.translation(Point.zero - pair.center)
        let unit = Transform.scale(x: 1 / pair.radius, y: 1 / pair.radius)
        guard pair.focus != pair.center || pair.focusRadius > 0 else {
            return .radial(map.then(toCenter).then(unit))
        }
        return .circles(
            map.then(.translation(Point.zero - pair.focus)).then(unit), CircleOffsets(pair))
    }

    private static func linear(from: Point, to: Point, _ map: Transform) -> GradientMapping {
        let way = to - from
        let square = way.x * way.x + way.y * way.y
        guard square > 0, square.isFinite else { return .constant(1) }
        return .linear(
            start: ((map.tx - from.x) * way.x + (map.ty - from.y) * way.y) / square,
            perX: (map.a * way.x + map.b * way.y) / square,
            perY: (map.c * way.x + map.d * way.y) / square)
    }

    /// Number of colours that shows every step: about one per pixel along the gradient; a power of
    /// two.
    var rampCount: Int {
        let pixels: Double
        switch self {
        case .linear(_, let perX, let perY):
            pixels = 1 / (perX * perX + perY * perY).squareRoot()
        case .radial(let map), .circles(let map, _): pixels = 1 / max(map.meanScale, 1e-9)
        case .conic: pixels = 4096
        case .constant: pixels = 1
        }
        var count = 256
        while Double(count) < pixels, count < 4096 { count *= 2 }
        return count
    }
}
