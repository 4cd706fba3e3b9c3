import BlueHeartDrawing
import BlueHeartGeometry

/// The offset of the largest circle of a pair's family through a point.
///
/// In the space where the focus is the origin and the outer radius is 1. The circles at offset t
/// have the centre t * shift and the radius first + t * growth; for a point p the offset solves
/// |p - t * shift| = first + t * growth, a quadratic equation.
///
/// Source: W3C, Scalable Vector Graphics (SVG) 2, section 13.2.3 "Radial gradients".
struct CircleOffsets {
    private let shift: (x: Float, y: Float)
    private let first: Float
    private let growth: Float
    /// Quadratic coefficient; below 0, as the focus lies inside of the outer circle.
    private let curvature: Float

    init(_ pair: CirclePair) {
        var (x, y) = (
            (pair.center.x - pair.focus.x) / pair.radius,
            (pair.center.y - pair.focus.y) / pair.radius
        )
        let first = min(max(pair.focusRadius / pair.radius, 0), 0.999)
        let growth = 1 - first
        // A focus on or outside of the circle is moved just inside.
        let distance = (x * x + y * y).squareRoot()
        let farthest = growth * 0.9995
        if distance > farthest { (x, y) = (x * farthest / distance, y * farthest / distance) }
        shift = (Float(x), Float(y))
        self.first = Float(first)
        self.growth = Float(growth)
        curvature = Float(x * x + y * y - growth * growth)
    }

    @inline(__always)
    func offsets(x: SIMD8<Float>, y: SIMD8<Float>) -> SIMD8<Float> {
        // curvature t^2 - 2 half t + rest = 0; the larger root has the sign of the curvature.
        let half = x * shift.x + y * shift.y + first * growth
        let rest = x * x + y * y - first * first
        var square = half * half - rest * curvature
        square = square.replacing(with: 0, where: square .< 0)
        return (half - square.squareRoot()) / curvature
    }
}
