import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels

/// A surface whose heights are the alpha of an image, lit by one light.
///
/// Source: W3C, Filter Effects Module Level 1, "Filter primitive feDiffuseLighting".
struct LitSurface {
    private typealias Vector = SIMD3<Double>

    private let heights: FilterImage
    private let lighting: Lighting
    private let width: Int
    private let height: Int

    init(heights: FilterImage, _ lighting: Lighting) {
        self.heights = heights
        self.lighting = lighting
        (width, height) = (heights.bounds.width, heights.bounds.height)
    }

    func image(space: FilterStep.Space) -> FilterImage {
        var image = FilterImage(empty: heights.bounds)
        image.space = space
        guard width >= 3, height >= 3 else { return image }
        let shade = FilterImage(
            bounds: PixelRect(x: 0, y: 0, width: 1, height: 1), pixels: [lighting.color.pixel],
            space: .srgb
        ).converted(to: space).pixels[0]
        let color = straightChannels(shade)
        for y in 0..<height {
            for x in 0..<width { image.pixels[y * width + x] = pixel(x, y, color) }
        }
        return image
    }

    private func pixel(_ x: Int, _ y: Int, _ color: SIMD4<Float>) -> UInt32 {
        let normal = normal(x, y)
        let toLight = direction(x, y)
        let strength = Float(cone(toLight))
        switch lighting.reflection {
        case .diffuse(let constant):
            let amount = Float(constant * max(0, (normal * toLight).sum())) * strength
            var channels = color * amount
            channels.w = 1
            return premultipliedPixel(channels)
        case .specular(let constant, let exponent):
            let half = unit(toLight + Vector(0, 0, 1))
            let cosine = max(0, (normal * half).sum())
            let amount = Float(constant * power(cosine, exponent)) * strength
            let channels = (color * amount).clamped(lowerBound: .zero, upperBound: .one)
            let alpha = max(channels.x, channels.y, channels.z)
            func code(_ value: Float) -> UInt32 { UInt32(value * 255 + 0.5) }
            return code(channels.x) | code(channels.y) << 8 | code(channels.z) << 16
                | code(alpha) << 24
        }
    }

    /// The height at a pixel, 0 to 1.
    private func alpha(_ x: Int, _ y: Int) -> Double {
        Double(heights.pixels[y * width + x] >> 24) / 255
    }

    /// The normal by Sobel's operator; sums at the sides leave out what is beyond.
    ///
    /// The specification's factors are twice the mean slope for each pixel.
    private func normal(_ x: Int, _ y: Int) -> Vector {
        let (left, right) = (max(x - 1, 0), min(x + 1, width - 1))
        let (top, bottom) = (max(y - 1, 0), min(y + 1, height - 1))
        func sum(_ term: (Int, Double) -> Double, _ first: Int, _ middle: Int, _ last: Int)
            -> (value: Double, weight: Double)
        {
            var value = term(middle, 2)
            var weight = 2.0
            if first != middle { (value, weight) = (value + term(first, 1), weight + 1) }
            if last != middle { (value, weight) = (value + term(last, 1), weight + 1) }
            return (value, weight)
        }
        let across = sum({ (alpha(right, $0) - alpha(left, $0)) * $1 }, top, y, bottom)
        let down = sum({ (alpha($0, bottom) - alpha($0, top)) * $1 }, left, x, right)
        let scale = 2 * lighting.surfaceScale
        return unit(
            Vector(
                -scale * across.value / (across.weight * Double(right - left)),
                -scale * down.value / (down.weight * Double(bottom - top)), 1))
    }

    private func direction(_ x: Int, _ y: Int) -> Vector {
        switch lighting.source {
        case .distant(let x, let y, let z): Vector(x, y, z)
        case .point(let light), .spot(let light, _, _, _):
            unit(
                Vector(
                    light.x - Double(heights.bounds.x + x), light.y - Double(heights.bounds.y + y),
                    light.z - alpha(x, y) * lighting.surfaceScale))
        }
    }

    private func cone(_ toLight: Vector) -> Double {
        guard case .spot(let light, let target, let exponent, let coneCosine) = lighting.source
        else { return 1 }
        let axis = unit(Vector(target.x - light.x, target.y - light.y, target.z - light.z))
        let cosine = -(toLight * axis).sum()
        guard cosine > 0 else { return 0 }
        if let coneCosine, cosine < coneCosine { return 0 }
        let full = power(cosine, exponent)
        guard let coneCosine, cosine < coneCosine + 0.016 else { return full }
        // The cone's edge is soft over a few pixels.
        return full * (cosine - coneCosine) / 0.016
    }

    private func unit(_ vector: Vector) -> Vector {
        let length = (vector * vector).sum().squareRoot()
        return length > 0 ? vector / length : vector
    }

    /// `base` in 0 to 1 to a power from 0 on: whole powers by squaring, parts of one by roots.
    private func power(_ base: Double, _ exponent: Double) -> Double {
        guard base > 0 else { return exponent == 0 ? 1 : 0 }
        let held = min(max(exponent, 0), 1024)
        var (result, factor, whole) = (1.0, base, Int(held))
        while whole > 0 {
            if whole & 1 == 1 { result *= factor }
            factor *= factor
            whole >>= 1
        }
        var (part, root) = (held - held.rounded(.down), base)
        for _ in 0..<12 where part > 0 {
            root = root.squareRoot()
            part *= 2
            if part >= 1 { (result, part) = (result * root, part - 1) }
        }
        return result
    }
}
