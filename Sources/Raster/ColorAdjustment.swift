import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels

/// Brightness, duotone and tint, prepared for many pixels.
struct ColorAdjustment {
    /// The result for each 8-bit value.
    private let brightened: [UInt8]
    /// The colour of each lightness from 0 to 255; empty without duotone.
    private let tones: [UInt32]
    /// The tint, premultiplied.
    private let tint: UInt32

    /// Prepares an adjustment; nil if it changes nothing.
    init?(_ adjustment: ImageAdjustment) {
        guard adjustment.brightness != 1 || adjustment.duotone != nil || adjustment.tint != nil
        else { return nil }
        brightened = SRGBTransfer.light.map {
            UInt8((SRGBTransfer.encoded($0 * adjustment.brightness) * 255).rounded())
        }
        tint = adjustment.tint?.pixel ?? 0
        tones = adjustment.duotone.map(ColorAdjustment.tones) ?? []
    }

    private static func tones(_ duotone: ImageAdjustment.Duotone) -> [UInt32] {
        let ends = Gradient(
            .linear(from: .zero, to: .zero),
            stops: [
                .init(offset: 0, color: duotone.dark), .init(offset: 1, color: duotone.light),
            ])
        return Array(GradientRamp(ends, count: 256).colors.prefix(256))
    }

    func apply(to pixels: inout [UInt32]) {
        for index in pixels.indices { pixels[index] = adjusted(pixels[index]) }
    }

    private func adjusted(_ pixel: UInt32) -> UInt32 {
        let alpha = pixel >> 24
        guard alpha > 0 else { return 0 }
        let before = straight(pixel, alpha)
        let (red, green, blue) = (
            Int(brightened[before.0]), Int(brightened[before.1]), Int(brightened[before.2])
        )
        var color = UInt32(red) | UInt32(green) << 8 | UInt32(blue) << 16 | 0xFF00_0000
        if !tones.isEmpty { color = tones[lightness(red, green, blue)] }
        if tint != 0 { color = over(tint, color) }
        return alpha == 255 ? color : scaledPixel(color, by: alpha)
    }

    private func straight(_ pixel: UInt32, _ alpha: UInt32) -> (Int, Int, Int) {
        func part(_ shift: UInt32) -> Int {
            let value = pixel >> shift & 255
            return Int(alpha == 255 ? value : min(255, (value * 255 + alpha / 2) / alpha))
        }
        return (part(0), part(8), part(16))
    }

    /// The gray value of equal luminance; source: luminance of ITU-R BT.709.
    private func lightness(_ red: Int, _ green: Int, _ blue: Int) -> Int {
        let light = SRGBTransfer.light
        return SRGBTransfer.code(
            0.2126 * light[red] + 0.7152 * light[green] + 0.0722 * light[blue])
    }
}
