import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels

extension FilterImage {
    /// A Gaussian with a standard deviation for each axis, in px.
    func blurred(x: Double, y: Double) -> FilterImage {
        guard x > 0 || y > 0, !bounds.isEmpty else { return self }
        var result = self
        if x == y {
            let sharp = Bitmap(width: bounds.width, height: bounds.height, pixels: pixels)
            result.pixels = Blur.blur(sharp, sigma: x, edge: .transparent).pixels
            return result
        }
        let (width, height) = (bounds.width, bounds.height)
        if x > 0 {
            result.pixels = blurredRows(result.pixels, width: width, sigma: x)
        }
        if y > 0 {
            let turned = transposed(result.pixels, width: width)
            result.pixels = transposed(
                blurredRows(turned, width: height, sigma: y), width: height)
        }
        return result
    }

    /// The minimum or maximum of each channel around each pixel.
    func morphed(_ kind: FilterOperation.Morphology, x: Double, y: Double) -> FilterImage {
        var result = self
        let (width, height) = (bounds.width, bounds.height)
        let across = Int(min(x.rounded(), Double(width)))
        let down = Int(min(y.rounded(), Double(height)))
        guard !bounds.isEmpty else { return self }
        result.pixels = extremes(result.pixels, width: width, radius: across, kind)
        let turned = transposed(result.pixels, width: width)
        result.pixels = transposed(
            extremes(turned, width: height, radius: down, kind), width: height)
        return result
    }

    /// Source: W3C, Filter Effects Module Level 1, "Filter primitive feConvolveMatrix".
    func convolved(_ convolution: Convolution) -> FilterImage {
        var result = self
        let (width, height) = (bounds.width, bounds.height)
        let channels = pixels.map {
            convolution.keepsAlpha ? straightChannels($0) : premultipliedLanes($0)
        }
        for y in 0..<height {
            for x in 0..<width {
                var sum = SIMD4<Float>.zero
                for row in 0..<convolution.rows {
                    for column in 0..<convolution.columns {
                        guard
                            let fromX = convolution.edge.place(
                                x - convolution.targetX + column, width),
                            let fromY = convolution.edge.place(
                                y - convolution.targetY + row, height)
                        else { continue }
                        // The matrix is turned by half a turn.
                        let index =
                            convolution.kernel.count - 1 - row * convolution.columns - column
                        sum += channels[fromY * width + fromX] * Float(convolution.kernel[index])
                    }
                }
                let own = channels[y * width + x].w
                sum = sum / Float(convolution.divisor)
                sum += Float(convolution.bias)
                result.pixels[y * width + x] =
                    convolution.keepsAlpha
                    ? premultipliedPixel(SIMD4(sum.x, sum.y, sum.z, own)) : premultipliedSum(sum)
            }
        }
        return result
    }

    /// Moves pixels by the channels of a map.
    func displaced(
        by map: FilterImage, scale: Double, _ x: FilterOperation.Channel,
        _ y: FilterOperation.Channel
    ) -> FilterImage {
        var result = self
        let (width, height) = (bounds.width, bounds.height)
        for row in 0..<height {
            for column in 0..<width {
                let shift = straightChannels(map.pixels[row * width + column])
                let fromX = Double(column) + scale * (Double(shift[x.rawValue]) - 0.5)
                let fromY = Double(row) + scale * (Double(shift[y.rawValue]) - 0.5)
                let (left, top) = (fromX.rounded(), fromY.rounded())
                let isInside =
                    left >= 0 && top >= 0 && left < Double(width) && top < Double(height)
                result.pixels[row * width + column] =
                    isInside ? pixels[Int(top) * width + Int(left)] : 0
            }
        }
        return result
    }
}

extension Convolution.Edge {
    /// The index in a row, or nil outside.
    fileprivate func place(_ value: Int, _ count: Int) -> Int? {
        guard value < 0 || value >= count else { return value }
        switch self {
        case .none: return nil
        case .duplicate: return min(max(value, 0), count - 1)
        case .wrap:
            let rest = value % count
            return rest < 0 ? rest + count : rest
        }
    }
}

private func premultipliedLanes(_ pixel: UInt32) -> SIMD4<Float> {
    SIMD4(
        Float(pixel & 255), Float(pixel >> 8 & 255), Float(pixel >> 16 & 255), Float(pixel >> 24))
        / 255
}

private func premultipliedSum(_ sum: SIMD4<Float>) -> UInt32 {
    let held = sum.clamped(lowerBound: .zero, upperBound: .one)
    func code(_ value: Float) -> UInt32 { UInt32(min(value, held.w) * 255 + 0.5) }
    return code(held.x) | code(held.y) << 8 | code(held.z) << 16 | code(held.w) << 24
}

private func transposed(_ pixels: [UInt32], width: Int) -> [UInt32] {
    let height = pixels.count / width
    var result = [UInt32](repeating: 0, count: pixels.count)
    for y in 0..<height {
        for x in 0..<width { result[x * height + y] = pixels[y * width + x] }
    }
    return result
}

/// A Gaussian along rows, by its filter weights; transparent beyond the ends.
private func blurredRows(_ pixels: [UInt32], width: Int, sigma: Double) -> [UInt32] {
    let radius = min(Int((3 * sigma).rounded(.up)), width, 3 * Int(Blur.widest))
    var taps = (0...radius).map {
        Float(DeterministicMath.exponentialDecay(Double($0 * $0) / (2 * sigma * sigma)))
    }
    let sum = taps[0] + 2 * taps.dropFirst().reduce(0, +)
    taps = taps.map { $0 / sum }
    var result = pixels
    var row = [SIMD4<Float>](repeating: .zero, count: width)
    for start in stride(from: 0, to: pixels.count, by: width) {
        for x in 0..<width { row[x] = premultipliedLanes(pixels[start + x]) }
        for x in 0..<width {
            var mixed = row[x] * taps[0]
            for distance in 1..<max(taps.count, 1) {
                if x >= distance { mixed += row[x - distance] * taps[distance] }
                if x + distance < width { mixed += row[x + distance] * taps[distance] }
            }
            result[start + x] = premultipliedSum(mixed)
        }
    }
    return result
}

/// The minimum or maximum of each channel within `radius` along rows; transparent beyond the ends.
///
/// Source: M. van Herk, "A fast algorithm for local minimum and maximum filters on rectangular and
/// octagonal kernels", Pattern Recognition Letters 13, 1992: three comparisons a pixel.
private func extremes(
    _ pixels: [UInt32], width: Int, radius: Int, _ kind: FilterOperation.Morphology
) -> [UInt32] {
    guard radius > 0 else { return pixels }
    func better(_ one: SIMD4<UInt8>, _ other: SIMD4<UInt8>) -> SIMD4<UInt8> {
        kind == .erode ? pointwiseMin(one, other) : pointwiseMax(one, other)
    }
    let window = 2 * radius + 1
    let padded = (width + 2 * radius + window - 1) / window * window
    var row = [SIMD4<UInt8>](repeating: .zero, count: padded)
    var (forward, backward) = (row, row)
    var result = pixels
    for start in stride(from: 0, to: pixels.count, by: width) {
        for x in 0..<width { row[x + radius] = lanes(pixels[start + x]) }
        for index in 0..<padded {
            forward[index] =
                index.isMultiple(of: window) ? row[index] : better(forward[index - 1], row[index])
        }
        for index in stride(from: padded - 1, through: 0, by: -1) {
            backward[index] =
                (index + 1).isMultiple(of: window)
                ? row[index] : better(backward[index + 1], row[index])
        }
        for x in 0..<width {
            result[start + x] = word(better(backward[x], forward[x + window - 1]))
        }
    }
    return result
}

private func lanes(_ pixel: UInt32) -> SIMD4<UInt8> {
    SIMD4(
        UInt8(pixel & 255), UInt8(pixel >> 8 & 255), UInt8(pixel >> 16 & 255), UInt8(pixel >> 24))
}

private func word(_ lanes: SIMD4<UInt8>) -> UInt32 {
    UInt32(lanes.x) | UInt32(lanes.y) << 8 | UInt32(lanes.z) << 16 | UInt32(lanes.w) << 24
}
