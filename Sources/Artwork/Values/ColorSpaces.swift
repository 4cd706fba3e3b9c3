import BlueHeartDrawing
import BlueHeartGeometry
import BlueHeartPixels

/// Conversions of CSS Color 4 to sRGB; colours outside of sRGB are clipped.
///
/// Source: W3C, CSS Color Module Level 4, section 18 "Sample code for color conversions".
enum ColorSpaces {
    typealias Triple = SIMD3<Double>

    /// Coded sRGB of linear light in sRGB's primaries.
    static func coded(light: Triple) -> Triple {
        Triple(
            SRGBTransfer.encoded(light.x), SRGBTransfer.encoded(light.y),
            SRGBTransfer.encoded(light.z))
    }

    /// An HSL colour; `hue` in degrees, the others 0 to 1.
    static func hsl(hue: Double, saturation: Double, lightness: Double) -> Triple {
        let reach = saturation * min(lightness, 1 - lightness)
        func channel(_ shift: Double) -> Double {
            let turn = turned(shift + hue / 30, by: 12)
            return lightness - reach * max(-1, min(turn - 3, 9 - turn, 1))
        }
        return Triple(channel(0), channel(8), channel(4))
    }

    static func hwb(hue: Double, whiteness: Double, blackness: Double) -> Triple {
        let sum = whiteness + blackness
        guard sum < 1 else { return Triple(repeating: whiteness / sum) }
        return hsl(hue: hue, saturation: 1, lightness: 0.5) * (1 - sum) + whiteness
    }

    static func oklab(_ lab: Triple) -> Triple {
        let long = cube(lab.x + 0.3963377773761749 * lab.y + 0.2158037573099136 * lab.z)
        let medium = cube(lab.x - 0.1055613458156586 * lab.y - 0.0638541728258133 * lab.z)
        let short = cube(lab.x - 0.0894841775298119 * lab.y - 1.2914855480194092 * lab.z)
        return coded(
            light: Triple(
                4.0767416360759592 * long - 3.3077115392580629 * medium
                    + 0.2309699031821041 * short,
                -1.2684379732850315 * long + 2.6097573492876882 * medium
                    - 0.3413193760026570 * short,
                -0.0041960761386755 * long - 0.7034186179359362 * medium
                    + 1.7076146940746117 * short))
    }

    /// CIE Lab with the white D50.
    static func lab(_ lab: Triple) -> Triple {
        let (kappa, epsilon) = (24389.0 / 27, 216.0 / 24389)
        let y = (lab.x + 16) / 116
        let (x, z) = (lab.y / 500 + y, y - lab.z / 200)
        func part(_ f: Double) -> Double {
            cube(f) > epsilon ? cube(f) : (116 * f - 16) / kappa
        }
        let luminance = lab.x > kappa * epsilon ? cube(y) : lab.x / kappa
        return xyzD50(
            Triple(part(x) * 0.3457 / 0.3585, luminance, part(z) * 0.2958 / 0.3585))
    }

    /// Colour of a polar space as its rectangular one: lightness, chroma, hue in degrees.
    static func rectangular(_ lch: Triple) -> Triple {
        let angle = Angle(degrees: lch.z)
        return Triple(lch.x, lch.y * angle.cosine, lch.y * angle.sine)
    }

    static func xyzD50(_ xyz: Triple) -> Triple {
        xyzD65(
            Triple(
                0.955473421488075 * xyz.x - 0.02309845494876471 * xyz.y
                    + 0.06325924320057072 * xyz.z,
                -0.0283697093338637 * xyz.x + 1.0099953980813041 * xyz.y
                    + 0.021041441191917323 * xyz.z,
                0.012314014864481998 * xyz.x - 0.020507649298898964 * xyz.y
                    + 1.330365926242124 * xyz.z))
    }

    static func xyzD65(_ xyz: Triple) -> Triple {
        coded(
            light: Triple(
                3.2409699419045226 * xyz.x - 1.5373831775700939 * xyz.y
                    - 0.4986107602930034 * xyz.z,
                -0.9692436362808796 * xyz.x + 1.8759675015077202 * xyz.y
                    + 0.04155505740717561 * xyz.z,
                0.05563007969699366 * xyz.x - 0.20397695888897652 * xyz.y
                    + 1.0569715142428786 * xyz.z))
    }

    /// A colour of the function `color()`; nil where the space is not known.
    static func named(_ space: String, _ value: Triple) -> Triple? {
        switch space {
        case "srgb": value
        case "srgb-linear": coded(light: value)
        case "xyz", "xyz-d65": xyzD65(value)
        case "xyz-d50": xyzD50(value)
        case "display-p3":
            xyzD65(
                multiply(
                    light(value),
                    [
                        Triple(0.4865709486482162, 0.26566769316909306, 0.1982172852343625),
                        Triple(0.2289745640697488, 0.6917385218365064, 0.079286914093745),
                        Triple(0, 0.04511338185890264, 1.043944368900976),
                    ]))
        case "a98-rgb":
            xyzD65(
                multiply(
                    each(value) { power256($0, 563) },
                    [
                        Triple(0.5766690429101305, 0.1855582379065463, 0.1882286462349947),
                        Triple(0.29734497525053605, 0.6273635662554661, 0.07529145849399788),
                        Triple(0.02703136138641234, 0.07068885253582723, 0.9913375368376388),
                    ]))
        case "rec2020":
            xyzD65(
                multiply(
                    each(value) { rec2020($0) },
                    [
                        Triple(0.6369580483012914, 0.14461690358620832, 0.1688809751641721),
                        Triple(0.2627002120112671, 0.6779980715188708, 0.05930171646986196),
                        Triple(0, 0.028072693049087428, 1.060985057710791),
                    ]))
        case "prophoto-rgb":
            xyzD50(
                multiply(
                    each(value) {
                        $0 < 16.0 / 512 ? $0 / 16 : power(DeterministicMath.root(5, of: $0), 9)
                    },
                    [
                        Triple(0.7977666449006423, 0.13518129740053308, 0.0313477341283922),
                        Triple(0.2880748288194013, 0.711835234241873, 0.00008993693872564),
                        Triple(0, 0, 0.8251046025104602),
                    ]))
        default: nil
        }
    }

    private static func light(_ coded: Triple) -> Triple { each(coded, SRGBTransfer.decoded) }

    private static func rec2020(_ value: Double) -> Double {
        value < 0.08124285829863151
            ? value / 4.5
            : power(
                DeterministicMath.root(9, of: (value + 0.09929682680944) / 1.09929682680944), 20)
    }

    private static func each(_ value: Triple, _ curve: (Double) -> Double) -> Triple {
        Triple(curve(value.x), curve(value.y), curve(value.z))
    }

    private static func multiply(_ value: Triple, _ rows: [Triple]) -> Triple {
        Triple((rows[0] * value).sum(), (rows[1] * value).sum(), (rows[2] * value).sum())
    }

    /// `base` to the power of `exponent` / 256.
    private static func power256(_ base: Double, _ exponent: Int) -> Double {
        power((0..<8).reduce(max(0, base)) { root, _ in root.squareRoot() }, exponent)
    }

    private static func power(_ base: Double, _ exponent: Int) -> Double {
        (0..<exponent).reduce(1.0) { product, _ in product * base }
    }

    private static func cube(_ value: Double) -> Double { value * value * value }

    /// The value modulo `whole`, not negative.
    private static func turned(_ value: Double, by whole: Double) -> Double {
        let rest = value.truncatingRemainder(dividingBy: whole)
        return rest < 0 ? rest + whole : rest
    }
}
