import BlueHeartDrawing
import BlueHeartPixels

/// Blends every run of one surface onto another; runs must be inside both.
struct BlendRuns: CoverageRuns {
    let surface: Surface
    let source: Surface
    let mode: BlendMode

    mutating func run(x: Int, y: Int, count: Int, coverage: UInt8) {
        let mask = [UInt8](repeating: coverage, count: count)
        run(x: x, y: y, coverage: mask.span)
    }

    mutating func run(x: Int, y: Int, coverage: Span<UInt8>) {
        let sources = source.row(x: x, y: y, count: coverage.count)
        if let mode = mode.channelBlend {
            return surface.blend(sources.span, by: mode, through: coverage, x: x, y: y)
        }
        var pixels = Array(surface.row(x: x, y: y, count: coverage.count))
        let table = mode.opaqueTable
        for (index, source) in zip(pixels.indices, sources) {
            let front = scaledPixel(source, by: UInt32(coverage[index]))
            pixels[index] =
                table.isEmpty || front & pixels[index] < 0xFF00_0000
                ? mode.blended(front, pixels[index])
                : BlendMode.blended(front, pixels[index], by: table)
        }
        surface.replace(with: pixels.span, x: x, y: y)
    }
}

/// Red, green, blue, each 0 to 1; the fourth lane is unused.
typealias Channels = SIMD4<Float>

extension BlendMode {
    /// The equivalent mode built from sums and products, if there is one.
    var channelBlend: ChannelBlend? {
        switch self {
        case .multiply: .multiply
        case .screen: .screen
        case .overlay: .overlay
        case .darken: .darken
        case .lighten: .lighten
        case .hardLight: .hardLight
        case .difference: .difference
        case .exclusion: .exclusion
        case .normal, .colorDodge, .colorBurn, .softLight, .hue, .saturation, .color, .luminosity:
            nil
        }
    }

    /// `source` composited over `backdrop`, with blended colours where both overlap.
    ///
    /// Source: W3C Compositing and Blending Level 1, section 5.8: `co = cs (1 - ab) + as ab B(Cb,
    /// Cs) + cb (1 - as)`.
    func blended(_ source: UInt32, _ backdrop: UInt32) -> UInt32 {
        if let channelBlend { return channelBlend.blended(source, backdrop) }
        guard source >> 24 > 0 else { return backdrop }
        guard backdrop >> 24 > 0 else { return source }
        let (front, back) = (lanes(source), lanes(backdrop))
        let (frontAlpha, backAlpha) = (front[3], back[3])
        let mixed = mixed(back / backAlpha, front / frontAlpha)
        let color =
            front * (1 - backAlpha) + mixed * (frontAlpha * backAlpha) + back * (1 - frontAlpha)
        let alpha = frontAlpha + backAlpha - frontAlpha * backAlpha
        return pixel(color, alpha: alpha)
    }

    private func lanes(_ pixel: UInt32) -> Channels {
        Channels(
            Float(pixel & 255), Float(pixel >> 8 & 255), Float(pixel >> 16 & 255),
            Float(pixel >> 24)) / 255
    }

    private func pixel(_ color: Channels, alpha: Float) -> UInt32 {
        let top = UInt32(alpha * 255 + 0.5)
        var pixel = top << 24
        for channel in 0..<3 {
            let value = UInt32(max(0, min(color[channel], 1)) * 255 + 0.5)
            pixel |= min(value, top) << UInt32(8 * channel)
        }
        return pixel
    }

    /// `B(Cb, Cs)`.
    private func mixed(_ back: Channels, _ front: Channels) -> Channels {
        switch self {
        case .hue: return front.withSaturation(back.saturation).withLuminosity(back.luminosity)
        case .saturation:
            return back.withSaturation(front.saturation).withLuminosity(back.luminosity)
        case .color: return front.withLuminosity(back.luminosity)
        case .luminosity: return back.withLuminosity(front.luminosity)
        default:
            return Channels(
                mixed(back[0], front[0]), mixed(back[1], front[1]), mixed(back[2], front[2]), 0)
        }
    }

    /// One channel of the separable modes.
    private func mixed(_ back: Float, _ front: Float) -> Float {
        switch self {
        case .colorDodge: back == 0 ? 0 : front >= 1 ? 1 : min(1, back / (1 - front))
        case .colorBurn: back >= 1 ? 1 : front <= 0 ? 0 : 1 - min(1, (1 - back) / front)
        case .softLight: softLight(back, front)
        // The other modes are not separable, or are sums and products.
        default: front
        }
    }

    private func softLight(_ back: Float, _ front: Float) -> Float {
        guard front > 0.5 else { return back - (1 - 2 * front) * back * (1 - back) }
        let lifted = back <= 0.25 ? ((16 * back - 12) * back + 4) * back : back.squareRoot()
        return back + (2 * front - 1) * (lifted - back)
    }
}

extension Channels {
    /// `Lum(C)`.
    fileprivate var luminosity: Float { 0.3 * self[0] + 0.59 * self[1] + 0.11 * self[2] }

    private var lowest: Float { Swift.min(self[0], Swift.min(self[1], self[2])) }

    private var highest: Float { Swift.max(self[0], Swift.max(self[1], self[2])) }

    /// `Sat(C)`.
    fileprivate var saturation: Float { highest - lowest }

    /// `SetSat(C, s)`.
    fileprivate func withSaturation(_ saturation: Float) -> Channels {
        let range = highest - lowest
        return range > 0 ? (self - lowest) * (saturation / range) : Channels(repeating: 0)
    }

    /// `SetLum(C, l)`, with `ClipColor`.
    fileprivate func withLuminosity(_ target: Float) -> Channels {
        let moved = self + (target - luminosity)
        let (light, low, high) = (moved.luminosity, moved.lowest, moved.highest)
        var clipped = moved
        if low < 0 { clipped = (clipped - light) * (light / (light - low)) + light }
        if high > 1 { clipped = (clipped - light) * ((1 - light) / (high - light)) + light }
        return clipped
    }
}
