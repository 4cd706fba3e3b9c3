import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels

/// The noise of `feTurbulence`.
///
/// Source: W3C, Filter Effects Module Level 1, "Filter primitive feTurbulence", whose reference
/// code fixes every value.
struct TurbulenceNoise {
    private static let size = 256
    private static let shift = 4096.0

    private let turbulence: Turbulence
    private var order: [Int]
    private var gradients: [[Point]]

    init(_ turbulence: Turbulence) {
        self.turbulence = turbulence
        var random = RandomNumbers(seed: turbulence.seed)
        var gradients: [[Point]] = []
        for _ in 0..<4 {
            gradients.append(
                (0..<Self.size).map { _ in
                    let x = random.unit()
                    let point = Point(x: x, y: random.unit())
                    let length = point.length
                    return length > 0 ? point * (1 / length) : point
                })
        }
        var order = Array(0..<Self.size)
        for index in stride(from: Self.size - 1, to: 0, by: -1) {
            order.swapAt(index, random.next() % Self.size)
        }
        // Doubled, so that sums of two indices need no remainder.
        self.order = order + order + [order[0], order[1]]
        self.gradients = gradients.map { $0 + $0 + [$0[0], $0[1]] }
    }

    func image(_ bounds: PixelRect, space: FilterStep.Space) -> FilterImage {
        var image = FilterImage(empty: bounds)
        image.space = space
        var index = 0
        for y in bounds.y..<bounds.endY {
            for x in bounds.x..<bounds.endX {
                let point = turbulence.map(Point(x: Double(x), y: Double(y)))
                var channels = SIMD4<Float>.zero
                for channel in 0..<4 { channels[channel] = value(channel, point) }
                image.pixels[index] = premultipliedPixel(channels)
                index += 1
            }
        }
        return image
    }

    private struct Stitch {
        var width: Int
        var height: Int
        var wrapX: Int
        var wrapY: Int
    }

    private func value(_ channel: Int, _ point: Point) -> Float {
        var frequency = turbulence.frequency
        var stitch: Stitch?
        if turbulence.stitches {
            frequency = Point(
                x: Self.fitted(frequency.x, turbulence.tile.width),
                y: Self.fitted(frequency.y, turbulence.tile.height))
            stitch = self.stitch(frequency)
        }
        var (sum, weight) = (0.0, 1.0)
        var place = Point(x: point.x * frequency.x, y: point.y * frequency.y)
        for _ in 0..<turbulence.octaves {
            let noise = noise(channel, place, stitch)
            sum += (turbulence.kind == .fractalNoise ? noise : abs(noise)) / weight
            place = place * 2
            weight *= 2
            stitch = stitch.map {
                Stitch(
                    width: $0.width * 2, height: $0.height * 2,
                    wrapX: $0.wrapX * 2 - Int(Self.shift), wrapY: $0.wrapY * 2 - Int(Self.shift))
            }
        }
        return Float(turbulence.kind == .fractalNoise ? (sum + 1) / 2 : sum)
    }

    /// The nearest frequency with whole waves in the tile.
    private static func fitted(_ frequency: Double, _ length: Double) -> Double {
        guard frequency > 0, length > 0 else { return frequency }
        let low = (length * frequency).rounded(.down) / length
        let high = (length * frequency).rounded(.up) / length
        return low > 0 && frequency / low < high / frequency ? low : high
    }

    private func stitch(_ frequency: Point) -> Stitch {
        let tile = turbulence.tile
        let width = Int(min(tile.width * frequency.x + 0.5, 1e6))
        let height = Int(min(tile.height * frequency.y + 0.5, 1e6))
        return Stitch(
            width: width, height: height,
            wrapX: Int(max(min(tile.minX * frequency.x, 1e6), -1e6) + Self.shift) + width,
            wrapY: Int(max(min(tile.minY * frequency.y, 1e6), -1e6) + Self.shift) + height)
    }

    private func noise(_ channel: Int, _ point: Point, _ stitch: Stitch?) -> Double {
        let x = Lattice(point.x, stitch?.wrapX, stitch?.width)
        let y = Lattice(point.y, stitch?.wrapY, stitch?.height)
        let (left, right) = (order[x.low], order[x.high])
        let table = gradients[channel]
        func corner(_ index: Int, _ rx: Double, _ ry: Double) -> Double {
            let gradient = table[order[index]]
            return rx * gradient.x + ry * gradient.y
        }
        let upper = mix(
            corner(left + y.low, x.rest, y.rest), corner(right + y.low, x.rest - 1, y.rest),
            x.curve)
        let lower = mix(
            corner(left + y.high, x.rest, y.rest - 1),
            corner(right + y.high, x.rest - 1, y.rest - 1), x.curve)
        return mix(upper, lower, y.curve)
    }

    /// The two lattice points around a coordinate.
    private struct Lattice {
        let low: Int
        let high: Int
        let rest: Double

        var curve: Double { rest * rest * (3 - 2 * rest) }

        init(_ coordinate: Double, _ wrap: Int?, _ length: Int?) {
            let moved = max(min(coordinate, 1e9), -1e9) + TurbulenceNoise.shift
            let whole = moved.rounded(.down)
            rest = moved - whole
            var (low, high) = (Int(whole), Int(whole) + 1)
            if let wrap, let length {
                if low >= wrap { low -= length }
                if high >= wrap { high -= length }
            }
            self.low = low & 255
            self.high = high & 255
        }
    }

    private func mix(_ one: Double, _ other: Double, _ weight: Double) -> Double {
        one + weight * (other - one)
    }
}

/// Park and Miller's generator, as the reference code has it.
private struct RandomNumbers {
    private var state: Int

    init(seed: Int) {
        var seed = seed
        if seed <= 0 { seed = -(seed % 2_147_483_646) + 1 }
        state = min(seed, 2_147_483_646)
    }

    mutating func next() -> Int {
        var result = 16_807 * (state % 127_773) - 2_836 * (state / 127_773)
        if result <= 0 { result += 2_147_483_647 }
        state = result
        return result
    }

    /// A random number from -1 to 1.
    mutating func unit() -> Double { Double(next() % 512 - 256) / 256 }
}
