import BlueHeartGeometry

/// A colour in Björn Ottosson's Oklab (2020), which is perceptually uniform.
struct OKLab {
    var lightness: Double
    var a: Double
    var b: Double

    init(lightness: Double, a: Double, b: Double) {
        self.lightness = lightness
        self.a = a
        self.b = b
    }

    /// Converts linear sRGB, each component 0 to 1.
    init(light: SIMD3<Double>) {
        let (r, g, b) = (light.x, light.y, light.z)
        let long = DeterministicMath.root(
            3, of: 0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
        let medium = DeterministicMath.root(
            3, of: 0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
        let short = DeterministicMath.root(
            3, of: 0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
        lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
        a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
        self.b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    }

    /// Linear sRGB; components outside 0 to 1 are outside the sRGB gamut.
    var light: SIMD3<Double> {
        let long = cubed(lightness + 0.3963377774 * a + 0.2158037573 * b)
        let medium = cubed(lightness - 0.1055613458 * a - 0.0638541728 * b)
        let short = cubed(lightness - 0.0894841775 * a - 1.2914855480 * b)
        return SIMD3(
            4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short)
    }

    private func cubed(_ value: Double) -> Double { value * value * value }
}
