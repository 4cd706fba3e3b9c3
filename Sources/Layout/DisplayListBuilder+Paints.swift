import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartScenes

extension DisplayListBuilder {
    /// The paint with coordinates in the space of `box`.
    mutating func paint(_ paint: BoxPaint, in box: Rect) -> Paint {
        switch paint {
        case .solid(let color): .solid(color)
        case .gradient(let gradient): .gradient(gradient.placed(in: box))
        case .pattern(let pattern): .pattern(self.pattern(pattern, in: box))
        }
    }

    private mutating func pattern(_ pattern: BoxPattern, in box: Rect) -> Pattern {
        let context = PaintContext(origin: .zero, transform: .identity, parent: nil)
        return Pattern(
            commands: decoration(pattern.node.value, size: pattern.cell, at: context),
            cell: pattern.cell,
            transform: Transform.rotation(pattern.rotation).then(.translation(box.origin)))
    }
}

extension BoxGradient {
    /// The gradient with points in the space of `box`.
    func placed(in box: Rect) -> Gradient {
        Gradient(
            place(in: box), stops: stops, interpolation: interpolation, spread: spread,
            dithering: dithering)
    }

    private func place(in box: Rect) -> Gradient.Geometry {
        switch geometry {
        case .linear(let angle): return linear(angle, in: box)
        case .line(let from, let to):
            return .linear(from: from.placed(in: box), to: to.placed(in: box))
        case .radial(let center, let radius):
            let halfDiagonal = Point(x: box.width, y: box.height).length / 2
            // A radius of 0 is replaced by the smallest divisor.
            let length = max(1e-6, radius.resolved(against: halfDiagonal))
            return .radial(center: center.placed(in: box), radiusX: length, radiusY: length)
        case .conic(let center, let start):
            return .conic(center: center.placed(in: box), start: start)
        }
    }

    /// The line through the centre whose ends' perpendiculars meet the corners.
    ///
    /// Source: W3C CSS Images Module Level 3, section 3.1.
    private func linear(_ angle: Angle, in box: Rect) -> Gradient.Geometry {
        let direction = Point(x: angle.sine, y: -angle.cosine)
        let length = abs(box.width * angle.sine) + abs(box.height * angle.cosine)
        let half = direction * (length / 2)
        return .linear(from: box.center - half, to: box.center + half)
    }
}

extension BoxPoint {
    fileprivate func placed(in box: Rect) -> Point {
        Point(
            x: box.minX + x.resolved(against: box.width),
            y: box.minY + y.resolved(against: box.height))
    }
}
