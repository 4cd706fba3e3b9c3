import BlueHeartDrawing
import BlueHeartPixels

/// The colours of a gradient at equal steps from its start to its end.
///
/// Between two stops colours are interpolated with premultiplied alpha, so that a transparent stop
/// does not affect the colour of its neighbours.
struct GradientRamp {
    /// Steps, a power of two; there is one colour more.
    let count: Int
    /// Premultiplied pixels.
    let colors: [UInt32]
    /// The colours in 256ths of an 8-bit step, red, green, blue, alpha; empty without dithering.
    let fineColors: [SIMD4<UInt16>]
    let isOpaque: Bool
    /// Largest change of a channel between adjacent colours, in 8-bit steps.
    let steepest: Int

    /// Computes the ramp.
    ///
    /// - Precondition: `count` is a power of two.
    init(_ gradient: Gradient, count: Int) {
        let mixer = GradientInterpolator(gradient)
        let exact = (0...count).map { mixer.color(at: Double($0) / Double(count)) }
        self.count = count
        let colors = exact.map(GradientRamp.pixel)
        self.colors = colors
        fineColors =
            gradient.dithering == .none
            ? [] : exact.map { SIMD4<UInt16>(truncatingIfNeeded: GradientRamp.rounded($0 * 65280)) }
        isOpaque = colors.allSatisfy { $0 >> 24 == 255 }
        steepest = zip(colors, colors.dropFirst()).reduce(0) { max($0, difference($1.0, $1.1)) }
    }

    private static func pixel(_ color: SIMD4<Double>) -> UInt32 {
        let steps = rounded(color * 255)
        return steps[0] | steps[1] << 8 | steps[2] << 16 | steps[3] << 24
    }

    private static func rounded(_ lanes: SIMD4<Double>) -> SIMD4<UInt32> {
        let raised = lanes + 0.5
        return SIMD4(
            UInt32(raised[0]), UInt32(raised[1]), UInt32(raised[2]), UInt32(raised[3]))
    }
}

/// The largest difference of a channel.
private func difference(_ one: UInt32, _ other: UInt32) -> Int {
    var largest = 0
    for shift in [UInt32(0), 8, 16, 24] {
        let (left, right) = (one >> shift & 255, other >> shift & 255)
        largest = max(largest, Int(left > right ? left - right : right - left))
    }
    return largest
}

/// Computes the colour of a gradient at any offset.
private struct GradientInterpolator {
    /// Offsets in ascending order.
    private var offsets: [Double] = []
    /// Colours in the interpolation space, premultiplied unless mixed straight; alpha last.
    private var places: [SIMD4<Double>] = []
    private let interpolation: Gradient.Interpolation
    private let mixing: Gradient.Mixing

    init(_ gradient: Gradient) {
        interpolation = gradient.interpolation
        mixing = gradient.mixing
        var reached = 0.0
        for stop in gradient.stops {
            reached = max(reached, unit(stop.offset))
            offsets.append(reached)
            places.append(GradientInterpolator.place(stop.color, in: interpolation, mixing))
        }
        if offsets.isEmpty {
            (offsets, places) = ([0], [.zero])
        }
    }

    /// Premultiplied sRGB, each component 0 to 1, none above alpha.
    func color(at place: Double) -> SIMD4<Double> {
        // Before the first stop its own colour is used, also if others have the same offset.
        if place == 0, mixing == .straight { return coded(places[0]) }
        // The last stop not beyond the offset: of two at one offset the later is used.
        guard let index = offsets.lastIndex(where: { $0 <= place }) else {
            return coded(places[0])
        }
        guard index + 1 < offsets.count else { return coded(places[index]) }
        let fraction = (place - offsets[index]) / (offsets[index + 1] - offsets[index])
        return coded(places[index] + (places[index + 1] - places[index]) * fraction)
    }

    private static func place(
        _ color: Color, in interpolation: Gradient.Interpolation, _ mixing: Gradient.Mixing
    ) -> SIMD4<Double> {
        let coded = SIMD3(unit(color.red), unit(color.green), unit(color.blue))
        let light = SIMD3(
            SRGBTransfer.decoded(coded.x), SRGBTransfer.decoded(coded.y),
            SRGBTransfer.decoded(coded.z))
        let alpha = unit(color.alpha)
        let weight = mixing == .premultiplied ? alpha : 1
        switch interpolation {
        case .srgb: return SIMD4(coded * weight, alpha)
        case .linear: return SIMD4(light * weight, alpha)
        case .oklab:
            let lab = OKLab(light: light)
            return SIMD4(SIMD3(lab.lightness, lab.a, lab.b) * weight, alpha)
        }
    }

    private func coded(_ place: SIMD4<Double>) -> SIMD4<Double> {
        let alpha = place.w
        guard alpha > 0 else { return .zero }
        let mixed = SIMD3(place.x, place.y, place.z)
        let straight = mixing == .premultiplied ? mixed / alpha : mixed
        let color: SIMD3<Double>
        switch interpolation {
        case .srgb: color = straight
        case .linear: color = encoded(straight)
        case .oklab:
            color = encoded(OKLab(lightness: straight.x, a: straight.y, b: straight.z).light)
        }
        return SIMD4(SIMD3(unit(color.x), unit(color.y), unit(color.z)) * alpha, alpha)
    }

    private func encoded(_ light: SIMD3<Double>) -> SIMD3<Double> {
        SIMD3(
            SRGBTransfer.encoded(light.x), SRGBTransfer.encoded(light.y),
            SRGBTransfer.encoded(light.z))
    }
}
