import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels

/// Premultiplied pixels between two steps of a filter.
struct FilterImage {
    let bounds: PixelRect
    var pixels: [UInt32]
    var space: FilterStep.Space

    init(bounds: PixelRect, pixels: [UInt32], space: FilterStep.Space) {
        self.bounds = bounds
        self.pixels = pixels
        self.space = space
    }

    init(empty bounds: PixelRect) {
        self.init(
            bounds: bounds, pixels: [UInt32](repeating: 0, count: bounds.area), space: .linear)
    }
}

extension FilterImage {
    /// The same colours in another space.
    func converted(to space: FilterStep.Space) -> FilterImage {
        guard space != self.space else { return self }
        let table = space == .linear ? lightCodes : codedCodes
        var result = self
        result.space = space
        for index in result.pixels.indices {
            let pixel = result.pixels[index]
            let alpha = pixel >> 24
            guard alpha > 0, pixel & 0xFF_FFFF != 0 else { continue }
            func channel(_ shift: UInt32) -> UInt32 {
                let straight = ((pixel >> shift & 255) * 255 + alpha / 2) / alpha
                return scaled(UInt32(table[Int(min(straight, 255))]), by: alpha) << shift
            }
            result.pixels[index] = alpha << 24 | channel(0) | channel(8) | channel(16)
        }
        return result
    }

    /// The image, transparent outside of `area`.
    func cut(to area: PixelRect) -> FilterImage {
        guard !area.contains(bounds) else { return self }
        let kept = area.intersection(bounds)
        var result = FilterImage(empty: bounds)
        result.space = space
        guard !kept.isEmpty else { return result }
        for y in kept.y..<kept.endY {
            let start = (y - bounds.y) * bounds.width + kept.x - bounds.x
            let row = start..<start + kept.width
            result.pixels.replaceSubrange(row, with: pixels[row])
        }
        return result
    }

    func map(with other: FilterImage, _ mix: (UInt32, UInt32) -> UInt32) -> FilterImage {
        var result = self
        for index in pixels.indices {
            result.pixels[index] = mix(pixels[index], other.pixels[index])
        }
        return result
    }

    func covered(by front: FilterImage) -> FilterImage {
        map(with: front.converted(to: space)) { over($1, $0) }
    }

    /// The image moved by the whole pixels of a shift.
    func moved(by shift: Point) -> FilterImage {
        let (x, y) = (shift.x.rounded(.towardZero), shift.y.rounded(.towardZero))
        guard x.magnitude < 1e6, y.magnitude < 1e6 else {
            var result = FilterImage(empty: bounds)
            result.space = space
            return result
        }
        return moved(x: Int(x), y: Int(y))
    }

    private func moved(x: Int, y: Int) -> FilterImage {
        guard x != 0 || y != 0 else { return self }
        var result = FilterImage(empty: bounds)
        result.space = space
        let (width, height) = (bounds.width, bounds.height)
        let columns = max(0, min(width, width - x) - max(0, -x))
        guard columns > 0 else { return result }
        for row in 0..<height where (0..<height).contains(row - y) {
            let from = (row - y) * width + max(0, -x)
            let to = row * width + max(0, x)
            result.pixels.replaceSubrange(to..<to + columns, with: pixels[from..<from + columns])
        }
        return result
    }

    func shadow(_ color: Color, x: Double, y: Double) -> FilterImage {
        let soft = blurred(x: x, y: y)
        let shade = FilterImage(
            bounds: PixelRect(x: 0, y: 0, width: 1, height: 1), pixels: [color.pixel], space: .srgb
        ).converted(to: space).pixels[0]
        var result = soft
        for index in result.pixels.indices {
            result.pixels[index] = scaledPixel(shade, by: soft.pixels[index] >> 24)
        }
        return result
    }

    func tiled(_ tile: PixelRect) -> FilterImage {
        var result = FilterImage(empty: bounds)
        result.space = space
        guard !tile.isEmpty else { return result }
        func place(_ value: Int, _ start: Int, _ length: Int) -> Int {
            let rest = (value - start) % length
            return start + (rest < 0 ? rest + length : rest)
        }
        for y in bounds.y..<bounds.endY {
            let row = place(y, tile.y, tile.height)
            guard row >= bounds.y, row < bounds.endY else { continue }
            for x in bounds.x..<bounds.endX {
                let column = place(x, tile.x, tile.width)
                guard column >= bounds.x, column < bounds.endX else { continue }
                result.pixels[(y - bounds.y) * bounds.width + x - bounds.x] =
                    pixels[(row - bounds.y) * bounds.width + column - bounds.x]
            }
        }
        return result
    }
}

/// 8-bit light of each code, and the code of each 8-bit light.
private let lightCodes: [UInt8] = (0...255).map { UInt8((SRGBTransfer.light[$0] * 255).rounded()) }
private let codedCodes: [UInt8] = (0...255).map {
    UInt8((SRGBTransfer.encoded(Double($0) / 255) * 255).rounded())
}

/// Straight channels, 0 to 1: red, green, blue, alpha.
func straightChannels(_ pixel: UInt32) -> SIMD4<Float> {
    let alpha = Float(pixel >> 24)
    guard alpha > 0 else { return .zero }
    let color =
        SIMD4(
            Float(pixel & 255), Float(pixel >> 8 & 255), Float(pixel >> 16 & 255), 0) / alpha
    return SIMD4(color.x, color.y, color.z, alpha / 255)
}

/// The premultiplied pixel of straight channels, each held in 0 to 1.
func premultipliedPixel(_ channels: SIMD4<Float>) -> UInt32 {
    let held = channels.clamped(lowerBound: .zero, upperBound: .one)
    let alpha = held.w
    func code(_ value: Float) -> UInt32 { UInt32(value * alpha * 255 + 0.5) }
    return code(held.x) | code(held.y) << 8 | code(held.z) << 16 | UInt32(alpha * 255 + 0.5) << 24
}
