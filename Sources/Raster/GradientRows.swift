import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels

/// Pixels of a gradient, computed in runs.
struct GradientRows {
    let ramp: GradientRamp
    private let place: GradientMapping
    private let spread: Gradient.Spread
    private let line: GradientLine?
    private var scratch: [UInt32]
    private var indices: [Int32]

    /// Rows of `gradient` for runs inside `area`.
    init(_ gradient: Gradient, ramp: GradientRamp, place: GradientMapping, area: PixelRect) {
        self.ramp = ramp
        self.place = place
        spread = gradient.spread
        let isPlain = gradient.spread == .pad && gradient.dithering == .none
        line = isPlain ? GradientLine(ramp, place: place, area: area) : nil
        scratch = [UInt32](repeating: 0, count: area.width + 8)
        indices = [Int32](repeating: 0, count: area.width + 8)
    }

    /// Computes the pixels of a run and passes them to `body`.
    @inline(__always)
    mutating func withPixels(x: Int, y: Int, count: Int, _ body: (Span<UInt32>) -> Void) {
        if let line {
            return body(line.pixels.span.extracting(line.range(x: x, y: y, count: count)))
        }
        if let color = constantColor(x: x, y: y, count: count) {
            for index in 0..<count { scratch[index] = color }
            return body(scratch.span.extracting(0..<count))
        }
        findIndices(x: x, y: y, count: count)
        if ramp.fineColors.isEmpty {
            for index in 0..<count { scratch[index] = ramp.colors[Int(indices[index])] }
        } else {
            dither(x: x, y: y, count: count)
        }
        body(scratch.span.extracting(0..<count))
    }

    /// The colour of a run along which the offset stays within a quarter of a colour's step; nil
    /// otherwise.
    private func constantColor(x: Int, y: Int, count: Int) -> UInt32? {
        guard case .linear(let start, let perX, let perY) = place, ramp.fineColors.isEmpty,
            abs(perX) * Double(count * ramp.count) < 0.25
        else { return nil }
        let middle = start + (Double(x) + Double(count) / 2) * perX + Double(y) * perY
        return ramp.colors[Int(rampIndex(SIMD8(repeating: Float(middle)))[0])]
    }

    private mutating func dither(x: Int, y: Int, count: Int) {
        for index in 0..<count {
            let threshold = orderedThreshold(x: x + index, y: y)
            let lanes = (ramp.fineColors[Int(indices[index])] &+ threshold) &>> 8
            scratch[index] =
                UInt32(lanes[0]) | UInt32(lanes[1]) << 8 | UInt32(lanes[2]) << 16
                | UInt32(lanes[3]) << 24
        }
    }

    private mutating func findIndices(x: Int, y: Int, count: Int) {
        switch place {
        case .constant(let place):
            fill(count) { _ in SIMD8(repeating: Float(place)) }
        case .linear(let start, let perX, let perY):
            let first = Float(start + Double(x) * perX + Double(y) * perY)
            let step = Float(perX)
            fill(count) { first + $0 * step }
        case .radial(let map):
            let first = map(Point(x: Double(x), y: Double(y)))
            let (u, v) = (Float(first.x), Float(first.y))
            let (perU, perV) = (Float(map.a), Float(map.b))
            fill(count) { offset in
                let (across, down) = (u + offset * perU, v + offset * perV)
                return (across * across + down * down).squareRoot()
            }
        case .circles(let map, let circles):
            let first = map(Point(x: Double(x), y: Double(y)))
            let (u, v) = (Float(first.x), Float(first.y))
            let (perU, perV) = (Float(map.a), Float(map.b))
            fill(count) { circles.offsets(x: u + $0 * perU, y: v + $0 * perV) }
        case .conic(let map):
            let first = map(Point(x: Double(x), y: Double(y)))
            let (u, v) = (Float(first.x), Float(first.y))
            let (perU, perV) = (Float(map.a), Float(map.b))
            fill(count) { turns(across: u + $0 * perU, down: v + $0 * perV) }
        }
    }

    /// Computes eight indices per step; `place` maps the pixels' distances from the run's start to
    /// offsets.
    @inline(__always)
    private mutating func fill(_ count: Int, _ place: (SIMD8<Float>) -> SIMD8<Float>) {
        let lanes = SIMD8<Float>(0, 1, 2, 3, 4, 5, 6, 7)
        var index = 0
        while index < count {
            let found = rampIndex(place(lanes + Float(index)))
            for lane in 0..<8 { indices[index &+ lane] = found[lane] }
            index &+= 8
        }
    }

    /// The nearest colour of the ramp for each offset; NaN gives the first.
    @inline(__always)
    private func rampIndex(_ place: SIMD8<Float>) -> SIMD8<Int32> {
        // 2^23 leaves the nearest integer in the low bits of a float.
        let rounder = SIMD8<Float>(repeating: 8_388_608)
        var inside = place
        switch spread {
        case .pad: break
        case .repeat:
            inside -= wholes(place)
            inside = inside.replacing(with: inside + 1, where: inside .< 0)
        case .reflect:
            inside -= wholes(place * 0.5) * 2
            inside = inside.replacing(with: -inside, where: inside .< 0)
        }
        inside = inside.replacing(with: 0, where: .!(inside .>= 0))
        inside = inside.replacing(with: 1, where: inside .> 1)
        let bits = unsafe unsafeBitCast(
            inside * Float(ramp.count) + rounder, to: SIMD8<Int32>.self)
        return bits & 0x7F_FFFF
    }

    /// The nearest integers, for |value| below 2^22.
    @inline(__always)
    private func wholes(_ value: SIMD8<Float>) -> SIMD8<Float> {
        // 1.5 * 2^23 rounds away the fraction of values of either sign.
        let rounder = SIMD8<Float>(repeating: 12_582_912)
        return (value + rounder) - rounder
    }
}

/// 0 to 255 in 64 steps, arranged so that neighbours differ most; source: Bayer's 8 x 8 matrix.
@inline(__always)
private func orderedThreshold(x: Int, y: Int) -> UInt16 {
    let (column, row) = (x ^ y, y)
    var value = 0
    for bit in 0..<3 {
        value |= (column >> bit & 1) << (5 - 2 * bit) | (row >> bit & 1) << (4 - 2 * bit)
    }
    return UInt16(truncatingIfNeeded: value * 4 + 2)
}

/// Angle clockwise from up, in turns, 0 to 1; accurate to 1 / 8192.
///
/// Source: the odd polynomial of the arctangent over 0 to 1 with the smallest error (Hastings,
/// Approximations for Digital Computers, 1955, sheet 11).
@inline(__always)
private func turns(across: SIMD8<Float>, down: SIMD8<Float>) -> SIMD8<Float> {
    let (width, height) = (magnitude(across), magnitude(down))
    let isWide = width .> height
    let larger = height.replacing(with: width, where: isWide)
    let smaller = width.replacing(with: height, where: isWide)
    let ratio = smaller / larger.replacing(with: 1e-30, where: larger .<= 0)
    let square = ratio * ratio
    var angle = square * 0.0208351 - 0.0851330
    angle = angle * square + 0.1801410
    angle = angle * square - 0.3302995
    angle = (angle * square + 0.9998660) * ratio * Float(0.5 / Double.pi)
    // `angle` is from the nearer axis; now from the vertical one, then from up.
    angle = angle.replacing(with: 0.25 - angle, where: isWide)
    angle = angle.replacing(with: 0.5 - angle, where: down .> 0)
    return angle.replacing(with: 1 - angle, where: across .< 0)
}

@inline(__always)
private func magnitude(_ lanes: SIMD8<Float>) -> SIMD8<Float> {
    lanes.replacing(with: -lanes, where: lanes .< 0)
}
