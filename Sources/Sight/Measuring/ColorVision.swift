public import BlueHeartPixels

/// A colour-vision deficiency: dichromacy without one of the three kinds of cone.
///
/// Source for protan and deutan: F. Viénot, H. Brettel and J. Mollon, "Digital video colourmaps for
/// checking the legibility of displays by dichromats", 1999. For tritan: H. Brettel, F. Viénot and
/// J. Mollon, "Computerized simulation of color appearance for dichromats", 1997, with the anchors
/// 485 and 660 nm. The matrices were computed for the primaries of sRGB with the cones of Smith and
/// Pokorny; they apply to linear light.
public enum ColorVision: String, Hashable, Sendable, CaseIterable {
    /// Protanopia, no long-wavelength cones: red is dark.
    case protan
    /// Deuteranopia, no medium-wavelength cones: the most common.
    case deutan
    /// Tritanopia, no short-wavelength cones: rare.
    case tritan
}

extension ColorVision {
    /// The simulated colour.
    @inline(__always)
    func seen(_ light: LinearColor) -> LinearColor {
        let matrix =
            switch self {
            case .protan: Matrix.protan
            case .deutan: Matrix.deutan
            // The plane through the neutral axis and blue separates the colours of the two anchors.
            case .tritan:
                0.03901 * light.x - 0.02788 * light.y - 0.01113 * light.z >= 0
                    ? Matrix.tritanWarm : Matrix.tritanCold
            }
        let seen = light.x * matrix.red + light.y * matrix.green + light.z * matrix.blue
        return seen.replacing(with: 0, where: seen .< 0).replacing(with: 1, where: seen .> 1)
    }

    /// The simulated picture; transparent pixels stay transparent.
    public func seen(_ bitmap: Bitmap) -> Bitmap {
        var known: [UInt32: UInt32] = [:]
        var picture = bitmap
        for index in picture.pixels.indices {
            let pixel = picture.pixels[index]
            // Adjacent pixels are usually equal.
            if index > 0, pixel == bitmap.pixels[index - 1] {
                picture.pixels[index] = picture.pixels[index - 1]
                continue
            }
            if let seen = known[pixel] {
                picture.pixels[index] = seen
                continue
            }
            let alpha = pixel >> 24
            let opaque = seen(LinearColor(pixel: straightened(pixel))).pixel
            let seen = scaledPixel(opaque, by: alpha)
            known[pixel] = seen
            picture.pixels[index] = seen
        }
        return picture
    }
}

/// The straight colour of a premultiplied pixel; black if it is transparent.
func straightened(_ pixel: UInt32) -> UInt32 {
    let alpha = pixel >> 24
    guard alpha < 255 else { return pixel }
    guard alpha > 0 else { return 0xFF00_0000 }
    var straight: UInt32 = 0xFF00_0000
    for shift in [UInt32(0), 8, 16] {
        straight |= min(255, ((pixel >> shift & 255) * 255 + alpha / 2) / alpha) << shift
    }
    return straight
}

/// The simulated colours of the three primaries.
private struct Matrix {
    let red: LinearColor
    let green: LinearColor
    let blue: LinearColor

    static let protan = Matrix(
        red: LinearColor(0.11238, 0.11238, 0.00401), green: LinearColor(0.88762, 0.88762, -0.00401),
        blue: LinearColor(0, 0, 1))
    static let deutan = Matrix(
        red: LinearColor(0.29275, 0.29275, -0.02234), green: LinearColor(0.70725, 0.70725, 0.02234),
        blue: LinearColor(0, 0, 1))
    /// Anchor at 660 nm.
    static let tritanWarm = Matrix(
        red: LinearColor(1.01347, -0.01311, 0.08001), green: LinearColor(0.13499, 0.8686, 0.80206),
        blue: LinearColor(-0.14846, 0.1445, 0.11793))
    /// Anchor at 485 nm.
    static let tritanCold = Matrix(
        red: LinearColor(0.93199, 0.0662, -0.40407), green: LinearColor(0.19321, 0.81193, 1.14799),
        blue: LinearColor(-0.1252, 0.12187, 0.25608))
}
