import BlueHeartDrawing
import BlueHeartPixels

extension FilterImage {
    /// Source: W3C, Filter Effects Module Level 1, "Filter primitive feColorMatrix".
    func multiplied(by factors: [Double]) -> FilterImage {
        func column(_ index: Int) -> SIMD4<Float> {
            var column = SIMD4<Float>.zero
            for row in 0..<4 { column[row] = Float(factors[row * 5 + index]) }
            return column
        }
        let columns = (0..<5).map(column)
        return mapped { pixel in
            let value = straightChannels(pixel)
            var sum = columns[4] + columns[3] * value.w
            sum += columns[0] * value.x
            sum += columns[1] * value.y
            sum += columns[2] * value.z
            return premultipliedPixel(sum)
        }
    }

    func transferred(_ tables: [[UInt8]]) -> FilterImage {
        mapped { pixel in
            let alpha = pixel >> 24
            func straight(_ shift: UInt32) -> Int {
                alpha == 0 ? 0 : Int(min(255, ((pixel >> shift & 255) * 255 + alpha / 2) / alpha))
            }
            let top = UInt32(tables[3][Int(alpha)])
            func channel(_ index: Int, _ shift: UInt32) -> UInt32 {
                scaled(UInt32(tables[index][straight(shift)]), by: top) << shift
            }
            return channel(0, 0) | channel(1, 8) | channel(2, 16) | top << 24
        }
    }

    /// Calls `change` once for runs of equal pixels.
    private func mapped(_ change: (UInt32) -> UInt32) -> FilterImage {
        var result = self
        var last: (before: UInt32, after: UInt32) = (0, change(0))
        for index in pixels.indices {
            if pixels[index] != last.before { last = (pixels[index], change(pixels[index])) }
            result.pixels[index] = last.after
        }
        return result
    }

    func composed(_ operation: CompositeOperator, with back: FilterImage) -> FilterImage {
        switch operation {
        case .over: map(with: back) { over($0, $1) }
        case .in: map(with: back) { scaledPixel($0, by: $1 >> 24) }
        case .out: map(with: back) { scaledPixel($0, by: 255 - $1 >> 24) }
        case .atop:
            map(with: back) {
                saturated(scaledPixel($0, by: $1 >> 24), scaledPixel($1, by: 255 - $0 >> 24))
            }
        case .xor:
            map(with: back) {
                saturated(
                    scaledPixel($0, by: 255 - $1 >> 24), scaledPixel($1, by: 255 - $0 >> 24))
            }
        case .lighter: map(with: back, saturated)
        case .arithmetic(let k1, let k2, let k3, let k4):
            arithmetic(SIMD4(Float(k1), Float(k2), Float(k3), Float(k4)), back)
        }
    }

    private func arithmetic(_ factors: SIMD4<Float>, _ back: FilterImage) -> FilterImage {
        map(with: back) { one, other in
            func lanes(_ pixel: UInt32) -> SIMD4<Float> {
                SIMD4(
                    Float(pixel & 255), Float(pixel >> 8 & 255), Float(pixel >> 16 & 255),
                    Float(pixel >> 24)) / 255
            }
            let (front, rear) = (lanes(one), lanes(other))
            let linear = front * factors.y + rear * factors.z + factors.w
            let sum = (front * rear * factors.x + linear)
                .clamped(lowerBound: .zero, upperBound: .one)
            func code(_ value: Float) -> UInt32 { UInt32(min(value, sum.w) * 255 + 0.5) }
            return code(sum.x) | code(sum.y) << 8 | code(sum.z) << 16 | code(sum.w) << 24
        }
    }
}

/// Sum of two pixels; no channel is above 255, none above the alpha.
private func saturated(_ one: UInt32, _ other: UInt32) -> UInt32 {
    let alpha = min(255, one >> 24 + other >> 24)
    var pixel = alpha << 24
    for shift in [UInt32(0), 8, 16] {
        pixel |= min(alpha, (one >> shift & 255) + (other >> shift & 255)) << shift
    }
    return pixel
}
