import BlueHeartPixels

/// Linear red, green and blue, each 0 to 1.
///
/// The fourth lane is 0: four lanes fill a SIMD register, three would be split.
typealias LinearColor = SIMD4<Float>

extension LinearColor {
    @inline(__always)
    init(_ red: Float, _ green: Float, _ blue: Float) { self.init(red, green, blue, 0) }

    /// Converts an opaque pixel.
    @inline(__always)
    init(pixel: UInt32) {
        let lights = Self.ofCodes
        self.init(
            lights[Int(pixel & 255)], lights[Int(pixel >> 8 & 255)], lights[Int(pixel >> 16 & 255)])
    }

    /// Linear light of each 8-bit value.
    static let ofCodes: [Float] = SRGBTransfer.light.map { Float($0) }

    /// The pixel with the nearest 8-bit values.
    var pixel: UInt32 {
        func code(_ light: Float) -> UInt32 { UInt32(SRGBTransfer.code(Double(light))) }
        return code(x) | code(y) << 8 | code(z) << 16 | 0xFF00_0000
    }

    /// Relative luminance; source: W3C Web Content Accessibility Guidelines 2.2.
    @inline(__always)
    var luminance: Float { x * 0.2126 + y * 0.7152 + z * 0.0722 }
}

/// The contrast ratio of two luminances, 1 to 21; source: W3C WCAG 2.2, "contrast ratio".
@inline(__always)
func contrast(_ first: Float, _ second: Float) -> Float {
    (max(first, second) + 0.05) / (min(first, second) + 0.05)
}
